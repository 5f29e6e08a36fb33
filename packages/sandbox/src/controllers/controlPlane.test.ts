import type {
  Deployment,
  KubernetesEvent,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../kubernetes/types';
import {
  databaseStatefulSet,
  serverDeployment,
} from '../__testUtils__/manifests';
import { createTestCluster } from '../__testUtils__/testCluster';

describe('ControlPlane', () => {
  it('should bring a deployment and a stateful set to life with a claim that is bound', () => {
    const { cluster, apply, pass } = createTestCluster();
    apply(serverDeployment(), databaseStatefulSet());
    pass(40);

    const [deployment] = cluster.list<Deployment>('apps/v1', 'Deployment');
    expect(deployment.status).toMatchObject({
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
    });
    expect(
      deployment.status?.conditions?.map(row => [row.type, row.reason]),
    ).toEqual([
      ['Progressing', 'NewReplicaSetAvailable'],
      ['Available', 'MinimumReplicasAvailable'],
    ]);
    const [database] = cluster.list<StatefulSet>('apps/v1', 'StatefulSet');
    expect(database.status?.readyReplicas).toBe(1);
    const [claim] = cluster.list<PersistentVolumeClaim>(
      'v1',
      'PersistentVolumeClaim',
    );
    expect(claim.metadata.name).toBe('data-demo-postgresql-0');
    expect(claim.status).toMatchObject({
      phase: 'Bound',
      capacity: { storage: '20Gi' },
    });
  });

  it('should report a wrong database password as a kubelet reports a crash loop', () => {
    const { cluster, clock, states, controlPlane, apply, pass } =
      createTestCluster();
    apply(serverDeployment(1));
    pass(40);
    states.of('demo').breakages.set('database', { since: clock.now() });
    controlPlane.kubelet.crashServers('demo', clock.now());
    pass(45 * 60);

    const [pod] = cluster.list<Pod>('v1', 'Pod');
    const [status] = pod.status?.containerStatuses ?? [];
    expect(status.restartCount).toBeGreaterThan(9);
    expect(status.ready).toBe(false);
    expect(status.state.waiting).toEqual({
      reason: 'CrashLoopBackOff',
      message: `back-off 5m0s restarting failed container=server pod=${pod.metadata.name}_demo(${pod.metadata.uid})`,
    });
    expect(status.lastState.terminated).toMatchObject({
      exitCode: 1,
      reason: 'Error',
    });
    const log = cluster.pods
      .logs(pod, 'server', true)
      ?.map(line => line.text)
      .join('\n');
    expect(log).toContain(
      '28P01: password authentication failed for user "elsa"',
    );
    const backOff = cluster
      .list<KubernetesEvent>('v1', 'Event', 'demo')
      .find(event => event.reason === 'BackOff');
    expect(backOff).toMatchObject({ type: 'Warning' });
    expect(backOff?.count).toBeGreaterThan(5);
  });

  it('should roll to a new image without dropping below what is allowed', () => {
    const { cluster, apply, pass } = createTestCluster();
    apply(serverDeployment(4));
    pass(40);
    const before = cluster.list<Deployment>('apps/v1', 'Deployment')[0];
    apply({
      ...before,
      spec: serverDeployment(4, '3.9.1').spec,
    } as Deployment);
    const seen: number[] = [];
    for (let second = 0; second < 120; second += 1) {
      pass(1);
      const [deployment] = cluster.list<Deployment>('apps/v1', 'Deployment');
      seen.push(deployment.status?.availableReplicas ?? 0);
    }
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(3);
    expect(
      cluster.list<Pod>('v1', 'Pod').map(pod => pod.spec.containers[0].image),
    ).toEqual(Array(4).fill('registry.example.com/elsa-server:3.9.1'));
  });

  it('should tell the same story for the same seed', () => {
    const tell = () => {
      const { cluster, apply, pass } = createTestCluster();
      apply(serverDeployment(), databaseStatefulSet());
      pass(60);
      return JSON.stringify(cluster.store.all());
    };
    expect(tell()).toBe(tell());
  });
});
