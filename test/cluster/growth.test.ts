import { join } from 'node:path';
import { findBinaries } from './lib/binaries.mjs';
import { startControlPlane } from './lib/controlPlane.mjs';
import { chart, earlierChart, run } from './lib/release';

const values = join(__dirname, 'values.yaml');
const claims = [
  'data-env-postgresql-0',
  'data-env-rabbitmq-0',
  'data-env-redis-0',
];
const larger = 'postgresql.persistence.size=30Gi';
const autoscaled =
  'elsaServer.autoscaling.enabled=true,elsaServer.autoscaling.minReplicas';

let cluster: Awaited<ReturnType<typeof startControlPlane>>;

beforeAll(async () => {
  const cache = join(__dirname, '..', '..', '.cache', 'tools');
  cluster = await startControlPlane(findBinaries(cache));
}, 3_600_000);
afterAll(() => cluster?.stop());

describe.each(['HELM3', 'HELM4'])('a release of %s', helm => {
  const namespace = helm.toLowerCase();
  const upgrade = (set: string, ...options: string[]) =>
    run(cluster.kubeconfig, process.env[helm] ?? '', [
      ...['upgrade', 'env', chart, '--values', values, '--set', set],
      ...['--namespace', namespace, ...options],
    ]);
  const claim = (name: string) =>
    cluster.client.get(
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`,
    );
  const uids = () =>
    Promise.all(claims.map(async name => (await claim(name)).metadata.uid));
  const serverPods = async () =>
    (
      await cluster.client.get(
        `/apis/apps/v1/namespaces/${namespace}/deployments/env-server`,
      )
    ).spec.replicas;
  /** Runs the commands that a refusal names. */
  const obey = async (refusal: string) => {
    const commands = refusal.match(/kubectl --namespace=.*/g) ?? [];
    expect(commands).not.toEqual([]);
    for (const command of commands) {
      await run(cluster.kubeconfig, 'bash', ['-ec', command]);
    }
  };
  const refusalOf = (promise: Promise<string>) =>
    promise.then(
      () => 'not refused',
      (error: Error) => error.message,
    );

  it('should keep the claims of an earlier chart and grow them', async () => {
    await run(cluster.kubeconfig, process.env[helm] ?? '', [
      ...['install', 'env', earlierChart(), '--values', values],
      ...['--namespace', namespace, '--create-namespace'],
      ...['--wait', '--timeout', '90s'],
    ]);
    const before = await uids();
    const refusal = await refusalOf(upgrade(larger));
    expect(refusal).toContain('env-redis is from an earlier chart');
    expect(await serverPods()).toBe(4);

    await obey(refusal);
    await upgrade('redis.enabled=true', '--wait', '--timeout', '90s');
    await upgrade(larger, '--wait', '--timeout', '90s');
    expect(await uids()).toEqual(before);
    const { spec } = await claim('data-env-postgresql-0');
    expect(spec.resources.requests.storage).toBe('30Gi');
  });

  it('should refuse a smaller volume and another class before anything changes', async () => {
    expect(
      await refusalOf(upgrade('postgresql.persistence.size=25Gi')),
    ).toContain('25Gi is less than the 30Gi');
    expect(
      await refusalOf(upgrade(`${larger},global.storageClass=fixed`)),
    ).toContain("a claim's class cannot change");
  });

  it('should return from --wait although the dumps wait for their first backup', async () => {
    await upgrade(
      `${larger},backup.enabled=true`,
      ...['--wait', '--timeout', '90s'],
    );
    expect((await claim('env-backup')).status.phase).toBe('Bound');
    await upgrade(`${larger},backup.enabled=true,backup.persistence.size=60Gi`);
  });

  it('should keep the number of pods when the autoscaler comes, works and goes', async () => {
    await upgrade(`${larger},${autoscaled}=2`);
    expect(await serverPods()).toBe(4);
    await upgrade(`${larger},${autoscaled}=2`);
    expect(await serverPods()).toBe(4);
    await upgrade(`${larger},${autoscaled}=6`);
    while ((await serverPods()) !== 6) {
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    await upgrade(`${larger},${autoscaled}=6`);
    expect(await serverPods()).toBe(6);
    await upgrade(larger);
    expect(await serverPods()).toBe(6);
    // What an autoscaler has set is no conflict for Helm 3.
    const refusal = await refusalOf(upgrade(larger));
    expect(refusal).toContain(
      helm === 'HELM4'
        ? '6 pods of Deployment env-server were set by'
        : 'not refused',
    );
    if (helm === 'HELM4') {
      await obey(refusal);
      await upgrade(larger);
    }
    expect(await serverPods()).toBe(4);
  });
});
