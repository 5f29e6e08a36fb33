import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import { deploymentsOf } from './deployments';

function replicaSet(
  revision: string,
  creationTimestamp: string,
  owner = { kind: 'Deployment', name: 'payments-server', controller: true },
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `payments-server-${revision}`,
      creationTimestamp,
      labels: { 'app.kubernetes.io/component': 'server' },
      annotations: { 'deployment.kubernetes.io/revision': revision },
      ownerReferences: [owner],
    },
    spec: {
      template: { spec: { containers: [{ image: `elsa:${revision}` }] } },
    },
  };
}

describe('deploymentsOf', () => {
  it('should tell each new revision, newest first', () => {
    expect(
      deploymentsOf([
        replicaSet('1', '2026-11-01T00:00:00Z'),
        replicaSet('2', '2026-11-02T08:00:00Z'),
        { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } },
      ]),
    ).toEqual([
      {
        at: '2026-11-02T08:00:00.000Z',
        component: 'server',
        name: 'payments-server',
        revision: '2',
        images: ['elsa:2'],
      },
      expect.objectContaining({ revision: '1' }),
    ]);
  });

  it('should leave out what no Deployment controls, or has no time', () => {
    const rollout = { kind: 'Rollout', name: 'x', controller: true };
    expect(
      deploymentsOf([
        replicaSet('1', 'yesterday'),
        replicaSet('2', '2026-11-02T08:00:00Z', rollout),
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'a' } },
      ]),
    ).toEqual([]);
  });

  it('should keep the last twenty', () => {
    const all = Array.from({ length: 25 }, (_, index) =>
      replicaSet(String(index), `2026-11-01T00:${10 + index}:00Z`),
    );
    const found = deploymentsOf(all);
    expect(found).toHaveLength(20);
    expect(found[0].revision).toBe('24');
  });
});
