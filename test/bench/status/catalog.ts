import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { BenchEnvironment } from './scenario';

const PAGE = 500;

export const READER = 'user:default/guest';

function environmentEntity(environment: BenchEnvironment): Entity {
  const { name, cluster, owner } = environment;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      title: `Environment ${name}`,
      annotations: {
        'elsa-portal.io/environment': name,
        'elsa-portal.io/host-profile': 'official',
        'backstage.io/kubernetes-cluster': cluster,
        'backstage.io/kubernetes-namespace': name,
        'backstage.io/kubernetes-label-selector': `app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance=${name}`,
      },
      links: [{ url: `https://${name}.example.com`, title: 'Studio' }],
    },
    spec: { type: 'elsa-environment', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

function person(kind: 'User' | 'Group', name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: kind === 'User' ? { memberOf: [] } : { type: 'team', children: [] },
  };
}

/**
 * A catalog in memory: filling a real one with 10,000 entities takes longer
 * than the whole benchmark. Both plugins ask it the same way, and it answers
 * quicker than a real one would.
 */
export function createCatalog(environments: readonly BenchEnvironment[]) {
  const components = environments.map(environmentEntity);
  const owners = new Set(environments.map(({ owner }) => owner));
  const people = [
    person('User', 'guest'),
    ...[...owners].map(ref => person('Group', ref.split('/')[1])),
  ];
  const byRef = new Map(
    [...components, ...people].map(entity => [
      stringifyEntityRef(entity),
      entity,
    ]),
  );
  const catalog: CatalogService = Object.assign(
    catalogServiceMock({ entities: people }),
    {
      getEntityByRef: async (
        ref: Parameters<CatalogService['getEntityByRef']>[0],
      ) => byRef.get(typeof ref === 'string' ? ref : stringifyEntityRef(ref)),
      getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref => byRef.get(ref)),
      }),
      async *streamEntities() {
        for (let start = 0; start < components.length; start += PAGE) {
          // A real answer comes as text.
          yield JSON.parse(
            JSON.stringify(components.slice(start, start + PAGE)),
          ) as Entity[];
        }
      },
    },
  );
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  });
}
