/*
 * A portal's backend with Backstage's Kubernetes plugin and ours, in a process
 * of its own. Options come as JSON in ELSA_BENCH.
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createCatalog, READER } from './catalog';
import { createCycleMetrics } from './cycleMetrics';
import type { ServerOptions } from './messages';
import { CLUSTER_TOKEN, createEnvironments } from './scenario';
import { watchUsage } from './usage';

function configuration(options: ServerOptions): JsonObject {
  const baseUrl = `http://127.0.0.1:${options.port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: options.port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      cache: { store: 'memory' },
    },
    auth: {
      environment: 'development',
      providers: {
        guest: {
          userEntityRef: READER,
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
    kubernetes: {
      serviceLocatorMethod: { type: options.locator },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: Object.entries(options.upstreams.clusters).map(
            ([name, url]) => ({
              name,
              url,
              authProvider: 'serviceAccount',
              serviceAccountToken: CLUSTER_TOKEN,
              skipMetricsLookup: true,
            }),
          ),
        },
      ],
    },
    elsa: {
      collector: {
        interval: { seconds: options.intervalSeconds },
        ...(options.clusterConcurrency && {
          clusterConcurrency: options.clusterConcurrency,
        }),
      },
      prometheus: options.upstreams.prometheus.map(server => ({
        ...server,
        ...(server.clusters.length > 1 && { clusterLabel: 'cluster' }),
      })),
    },
  };
}

async function main() {
  const options: ServerOptions = JSON.parse(process.env.ELSA_BENCH ?? '');
  const takeUsage = watchUsage();
  const backend = createBackend();
  backend.add(
    mockServices.rootConfig.factory({ data: configuration(options) }),
  );
  backend.add(createCatalog(createEnvironments(options)));
  backend.add(
    createCycleMetrics(value => process.send?.({ type: 'cycle', value })),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('@elsa-portal/backstage-plugin-elsa-backend'));
  await backend.start();
  process.on('message', () =>
    process.send?.({ type: 'usage', value: takeUsage() }),
  );
  process.send?.({ type: 'ready' });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
