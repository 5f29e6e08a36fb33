import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  type CatalogServiceMock,
  catalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import {
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { elsaPlugin } from '../plugin';
import {
  type ClusterDouble,
  kubernetesPluginDouble,
} from './kubernetesPluginDouble';
import { ManualScheduler } from './ManualScheduler';

export interface ElsaBackend {
  backend: TestBackend;
  scheduler: SchedulerService;
  catalog: CatalogServiceMock;
  clusters: Map<string, ClusterDouble>;
  /** Runs one cycle of the collector to its end. */
  collect(): Promise<void>;
}

/**
 * The plugin with a double of the Kubernetes plugin in front of fake API servers. The
 * collector runs when a test says so.
 */
export async function startElsaBackend(options: {
  /** Address by name; change the map that is returned to add or remove one. */
  clusters: Record<string, string | Omit<ClusterDouble, 'name'>>;
  catalog?: CatalogServiceMock;
  elsa?: JsonObject;
  features?: BackendFeature[];
}): Promise<ElsaBackend> {
  const catalog = options.catalog ?? catalogServiceMock({ entities: [] });
  const scheduler = new ManualScheduler();
  const clusters = new Map<string, ClusterDouble>(
    Object.entries(options.clusters).map(([name, value]) => [
      name,
      typeof value === 'string' ? { name, url: value } : { name, ...value },
    ]),
  );
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          elsa: {
            // Threads cannot load TypeScript inside Jest.
            collector: { interval: { seconds: 10 }, threads: 0 },
            ...options.elsa,
          },
        },
      }),
      scheduler.factory(),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      kubernetesPluginDouble(clusters),
      elsaPlugin,
      ...(options.features ?? []),
    ],
  });
  return {
    backend,
    scheduler,
    catalog,
    clusters,
    collect: () => scheduler.triggerTask('elsa-collect'),
  };
}
