import type { Entity } from '@backstage/catalog-model';
import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { type EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** The Component that stands for an environment. */
export function environmentEntity(status: EnvironmentStatus): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: status.name,
      title: status.title,
      description: status.description,
      annotations: {
        [ELSA_ENVIRONMENT_ANNOTATION]: status.name,
        [KUBERNETES_CLUSTER_ANNOTATION]: status.cluster,
        [KUBERNETES_NAMESPACE_ANNOTATION]: status.namespace,
      },
    },
    spec: {
      type: ELSA_ENVIRONMENT_TYPE,
      lifecycle: status.lifecycle,
      owner: status.ownership.owner,
      system: status.system,
    },
    relations: [
      ...(status.ownership.owner
        ? [{ type: 'ownedBy', targetRef: status.ownership.owner }]
        : []),
      ...(status.system ? [{ type: 'partOf', targetRef: status.system }] : []),
    ],
  };
}

const OWNERS: Entity[] = ['payments', 'orders', 'platform'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { namespace: 'default', name },
  spec: { type: 'team', children: [], profile: { displayName: name } },
}));

const SYSTEMS: Entity[] = ['payments', 'orders', 'billing'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { namespace: 'default', name },
  spec: { owner: `group:default/${name}` },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${name}` }],
}));

/** An entity that carries the tab's annotation but that no collector knows. */
const UNSEEN: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'unseen-development',
    annotations: { [ELSA_ENVIRONMENT_ANNOTATION]: 'unseen-development' },
  },
  spec: {
    type: ELSA_ENVIRONMENT_TYPE,
    lifecycle: 'development',
    owner: 'group:default/payments',
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

/** A catalog for the recorded environments. */
export function recordedEntities(environments: EnvironmentStatus[]): Entity[] {
  return [
    ...environments.map(environmentEntity),
    ...OWNERS,
    ...SYSTEMS,
    UNSEEN,
  ];
}
