import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { serverObjects } from '../__testUtils__/objects';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

const MINUTE = 60_000;
/** The same name and namespace in two clusters. */
const eu = catalogEnvironment({ name: 'payments', cluster: 'production-eu' });
const us = {
  ...catalogEnvironment({ name: 'payments', cluster: 'production-us' }),
  entityRef: 'component:us/payments',
};

function application(
  name: string,
  destination: Record<string, string>,
  sync = 'Synced',
  namespace = 'argocd',
): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace,
      labels: {
        'app.kubernetes.io/part-of': 'elsa-workflows',
        'app.kubernetes.io/instance': 'payments',
      },
    },
    spec: { destination: { namespace: eu.namespace, ...destination } },
    status: { sync: { status: sync }, health: { status: 'Healthy' } },
  };
}

jest.setTimeout(60_000);

describe('Collector finding Argo CD Applications', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const fakes: FakeCluster[] = [];
  let hub: FakeCluster;
  let collector: TestCollector;

  beforeEach(async () => {
    const start = async () => {
      const fake = await FakeCluster.start();
      fakes.push(fake);
      return fake;
    };
    hub = await start();
    hub.extraGroups = [['argoproj.io', 'v1alpha1']];
    const [first, second] = [await start(), await start()];
    first.objects = serverObjects(eu);
    second.objects = serverObjects(us);
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: {
        'production-eu': first.server.url,
        'production-us': second.server.url,
        'z-hub': hub.server.url,
      },
      environments: [eu, us],
      elsa: {
        argoCd: {
          destinations: [
            { name: 'europe', cluster: 'production-eu' },
            { server: 'https://10.0.0.2:6443/', cluster: 'production-us' },
          ],
        },
      },
    });
  });

  afterEach(async () => {
    await collector.close();
    for (const fake of fakes.splice(0)) {
      await fake.server.close();
    }
  });

  /** The hub's turn may come after those of the others. */
  async function collectTwice(): Promise<void> {
    await collector.cycle();
    await collector.cycle();
  }

  async function argoCdOf(environment: typeof eu) {
    return (await collector.status(environment.entityRef)).argoCd;
  }

  it.each([
    ['the name of the cluster', { name: 'production-eu' }],
    ['a name that is mapped', { name: 'europe' }],
  ])('should match by %s', async (_, destination) => {
    hub.objects = [application('payments-eu', destination)];
    await collectTwice();
    await expect(argoCdOf(eu)).resolves.toMatchObject({
      application: 'payments-eu',
      cluster: 'z-hub',
      sync: { status: 'Synced' },
    });
    await expect(argoCdOf(us)).resolves.toBeUndefined();
  });

  it('should match by an address that is mapped', async () => {
    hub.objects = [
      application('payments-us', { server: 'https://10.0.0.2:6443' }),
    ];
    await collectTwice();
    await expect(argoCdOf(us)).resolves.toMatchObject({
      application: 'payments-us',
    });
    await expect(argoCdOf(eu)).resolves.toBeUndefined();
  });

  it.each([
    ['in-cluster', { name: 'in-cluster' }],
    ['its own address', { server: 'https://kubernetes.default.svc' }],
    ['a cluster that nobody knows', { name: 'elsewhere' }],
    ['an address that is not mapped', { server: 'https://10.0.0.9' }],
  ])(
    'should give nobody an Application for %s although the names are equal',
    async (_, destination) => {
      hub.objects = [application('payments', destination)];
      await collectTwice();
      await expect(argoCdOf(eu)).resolves.toBeUndefined();
      await expect(argoCdOf(us)).resolves.toBeUndefined();
    },
  );

  it('should name destinations that are no cluster, and no environment', async () => {
    hub.objects = [
      application('payments-eu', { name: 'europe' }),
      application('payments-own', { name: 'in-cluster' }),
      application('payments-a', { name: 'elsewhere' }),
      application('payments-b', { server: 'https://user:secret@10.0.0.9/' }),
    ];
    await collector.cycle();
    const source = await collector.source('kubernetes:z-hub');
    expect(source).toMatchObject({
      state: 'ok',
      note: "Argo CD in cluster 'z-hub' deploys to destination name 'elsewhere', destination server 'https://10.0.0.9', which is not a cluster of the Kubernetes plugin; add its cluster to elsa.argoCd.destinations.",
    });
    expect(JSON.stringify(source)).not.toMatch(/payments|secret/);

    hub.objects = [application('payments-eu', { name: 'europe' })];
    await collector.cycle();
    await expect(collector.source('kubernetes:z-hub')).resolves.toMatchObject({
      state: 'ok',
      note: undefined,
    });
  });

  it('should ask once more when the connection is lost, and no more than once', async () => {
    hub.objects = [application('payments-eu', { name: 'europe' })];
    let losses = 1;
    let asked = 0;
    hub.server.fault = ({ path }, response) => {
      if (!path.endsWith('/applications')) return false;
      asked += 1;
      losses -= 1;
      if (losses < 0) return false;
      response.socket?.destroy();
      return true;
    };
    await collectTwice();
    expect(asked).toBe(3);
    await expect(argoCdOf(eu)).resolves.toMatchObject({
      sync: { status: 'Synced' },
    });
    losses = 1000;
    asked = 0;
    await collector.cycle();
    expect(asked).toBe(2);
    await expect(collector.source('kubernetes:z-hub')).resolves.toMatchObject({
      state: 'unreachable',
    });
  });

  describe('when somebody else says that theirs delivers it', () => {
    const destination = { name: 'in-cluster' };
    const forged = (name: string) =>
      application(name, destination, 'Synced', 'aaa-evil');

    async function show(
      applications: KubernetesObject[],
      tracking?: string,
    ): Promise<void> {
      const [, own] = fakes;
      own.extraGroups = [['argoproj.io', 'v1alpha1']];
      const objects = serverObjects(eu);
      for (const { kind, metadata } of objects) {
        // As the Deployment's controller copies them into a ReplicaSet.
        metadata.annotations = {
          ...metadata.annotations,
          ...(tracking && {
            'argocd.argoproj.io/tracking-id': `${tracking}:apps/Deployment:${metadata.namespace}/${
              kind === 'Deployment' ? metadata.name : 'elsewhere'
            }`,
          }),
        };
      }
      own.objects = [...objects, ...applications];
      await collectTwice();
    }

    it.each(['payments', 'aaa'])(
      'should show the one that runs, not the forged %s, wherever each of them is',
      async name => {
        await show(
          [
            forged(name),
            application('payments', destination, 'OutOfSync', 'team'),
          ],
          'team_payments',
        );
        await expect(argoCdOf(eu)).resolves.toMatchObject({
          namespace: 'team',
          sync: { status: 'OutOfSync' },
        });
      },
    );

    it('should show the one that runs, held by the Argo CD of another cluster', async () => {
      hub.objects = [application('eu', { name: 'europe' }, 'OutOfSync')];
      await show([forged('payments')], 'eu');
      const shown = { cluster: 'z-hub', sync: { status: 'OutOfSync' } };
      await expect(argoCdOf(eu)).resolves.toMatchObject(shown);
      await collector.refresh(eu);
      await expect(argoCdOf(eu)).resolves.toMatchObject(shown);
    });

    it('should show none when the one that runs is not known', async () => {
      await show([forged('payments')], 'other');
      await expect(argoCdOf(eu)).resolves.toBeUndefined();
    });

    it.each(['payments', 'aaa'])(
      "should show the one in Argo CD's namespace, not the forged %s, when nothing says which one runs",
      async name => {
        await show([
          forged(name),
          application('payments-eu', destination, 'OutOfSync'),
        ]);
        await expect(argoCdOf(eu)).resolves.toMatchObject({
          application: 'payments-eu',
          sync: { status: 'OutOfSync' },
        });
      },
    );

    it('should say so, and show neither, when nothing tells them apart', async () => {
      hub.objects = [
        application('eu', { name: 'europe' }, 'OutOfSync', 'team'),
      ];
      await show([forged('payments')]);
      const refreshed = async () => collector.refresh(eu);
      const restarted = async () => {
        collector.restart();
        hub.server.fault = () => {};
        collector.clock.now += 3 * MINUTE;
        await collector.cycle();
      };
      for (const next of [refreshed, restarted, restarted]) {
        const argoCd = await argoCdOf(eu);
        expect(argoCd).not.toHaveProperty('sync');
        expect(argoCd).not.toHaveProperty('health');
        expect(argoCd?.conditions).toMatchObject([
          {
            type: 'Ambiguous',
            message: expect.stringContaining(
              '(aaa-evil/payments, team/eu), and nothing says which one',
            ),
          },
        ]);
        await next();
      }
    });
  });

  it('should ask no cluster more often for it', async () => {
    hub.objects = [application('payments-eu', { name: 'europe' })];
    await collectTwice();
    fakes.forEach(fake => fake.takeListedPaths());
    await collector.cycle();
    const paths = fakes.flatMap(fake => fake.takeListedPaths());
    expect(paths.filter(path => path.includes('applications'))).toHaveLength(1);
  });

  it('should keep it on refresh and over a change of the collecting backend', async () => {
    hub.objects = [application('payments-eu', { name: 'europe' })];
    await collectTwice();
    await collector.refresh(eu);
    await expect(argoCdOf(eu)).resolves.toMatchObject({ cluster: 'z-hub' });
    collector.restart();
    hub.server.fault = () => {};
    await collector.cycle();
    await expect(argoCdOf(eu)).resolves.toMatchObject({
      sync: { status: 'Synced' },
    });
  });

  it('should not call it Synced any longer when its cluster is silent', async () => {
    hub.objects = [application('payments-eu', { name: 'europe' })];
    await collectTwice();
    hub.server.fault = () => {};
    collector.clock.now += 3 * MINUTE;
    await collector.cycle();
    const argoCd = await argoCdOf(eu);
    expect(argoCd).not.toHaveProperty('sync');
    expect(argoCd).not.toHaveProperty('health');
    expect(argoCd?.conditions).toMatchObject([{ type: 'NotRead' }]);
  });

  it('should find the one of its own cluster on refresh, in another namespace', async () => {
    const [, own] = fakes;
    own.extraGroups = [['argoproj.io', 'v1alpha1']];
    own.objects = [
      ...serverObjects(eu),
      application('payments', { name: 'in-cluster' }, 'OutOfSync'),
    ];
    await collector.cycle();
    await collector.refresh(eu);
    await expect(argoCdOf(eu)).resolves.toMatchObject({
      application: 'payments',
      sync: { status: 'OutOfSync' },
    });
    await expect(argoCdOf(eu)).resolves.not.toHaveProperty('cluster');
  });
});
