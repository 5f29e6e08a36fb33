import type { Entity } from '@backstage/catalog-model';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

export interface EnvironmentFixture {
  name: string;
  namespace?: string;
  cluster?: string;
  owner?: string;
  lifecycle?: string;
  system?: string;
}

/** The Component that stands for an environment. */
export function environmentEntity(fixture: EnvironmentFixture): Entity {
  const owner = fixture.owner ?? 'group:default/payments';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: fixture.name,
      namespace: 'default',
      annotations: {
        'elsa-portal.io/environment': fixture.name,
        'backstage.io/kubernetes-cluster': fixture.cluster ?? 'production-eu',
        'backstage.io/kubernetes-namespace': fixture.namespace ?? fixture.name,
        // Lets the catalog keep it without a location that it could fetch.
        'backstage.io/managed-by-location': 'url:http://localhost/none',
        'backstage.io/managed-by-origin-location': 'url:http://localhost/none',
      },
    },
    spec: {
      type: 'elsa-environment',
      lifecycle: fixture.lifecycle ?? 'production',
      owner,
      ...(fixture.system && { system: fixture.system }),
    },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** Server of an environment: a Deployment with one pod, ready or crashing. */
export function serverObjects(
  fixture: EnvironmentFixture,
  options: { isCrashing?: boolean; image?: string } = {},
): KubernetesObject[] {
  const namespace = fixture.namespace ?? fixture.name;
  const { image = 'elsa:3.9.0' } = options;
  const ready = options.isCrashing ? 0 : 1;
  const labels = {
    'app.kubernetes.io/part-of': 'elsa-workflows',
    'app.kubernetes.io/instance': fixture.name,
    'app.kubernetes.io/component': 'server',
    'app.kubernetes.io/version': '3.9.0',
  };
  const name = `${fixture.name}-server`;
  const annotations = {
    'elsa-portal.io/environment': fixture.name,
    'elsa-portal.io/owner': fixture.owner ?? 'group:default/payments',
  };
  const owned = (kind: string, owner: string) => [
    { apiVersion: 'apps/v1', kind, name: owner, uid: owner, controller: true },
  ];
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name,
        namespace,
        labels,
        annotations,
        uid: name,
        generation: 1,
        creationTimestamp: '2026-11-01T00:00:00Z',
      },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'server', image }] },
        },
      },
      status: {
        observedGeneration: 1,
        replicas: 1,
        updatedReplicas: 1,
        readyReplicas: ready,
        availableReplicas: ready,
        conditions: [
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
          },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `${name}-5d9`,
        namespace,
        labels,
        uid: `${name}-5d9`,
        ownerReferences: owned('Deployment', name),
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      spec: { replicas: 1 },
      status: { replicas: 1, readyReplicas: ready },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-5d9-abc`,
        namespace,
        labels,
        uid: `${name}-5d9-abc`,
        ownerReferences: owned('ReplicaSet', `${name}-5d9`),
      },
      spec: { containers: [{ name: 'server', image }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
        containerStatuses: [
          {
            name: 'server',
            image,
            imageID: 'elsa@sha256:1',
            ready: ready === 1,
            restartCount: options.isCrashing ? 7 : 0,
            state: options.isCrashing
              ? {
                  waiting: {
                    reason: 'CrashLoopBackOff',
                    message: 'back-off 5m0s restarting failed container',
                  },
                }
              : { running: { startedAt: '2026-11-01T00:00:00Z' } },
          },
        ],
      },
    },
  ];
}
