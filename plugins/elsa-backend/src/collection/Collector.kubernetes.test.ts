import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf } from '@elsa-portal/backstage-plugin-elsa-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { FAULTS, sentMebibytes } from '../__testUtils__/faults';
import { sendJson } from '../__testUtils__/FaultServer';
import { serverObjects } from '../__testUtils__/objects';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

const MINUTE = 60_000;
const payments = catalogEnvironment({ name: 'payments-production' });
const orders = catalogEnvironment({
  name: 'orders-staging',
  cluster: 'staging-eu',
});

jest.setTimeout(60_000);

describe('Collector reading clusters', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const unhandled: unknown[] = [];
  let broken: FakeCluster;
  let healthy: FakeCluster;
  let collector: TestCollector;

  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  beforeAll(() => process.on('unhandledRejection', onUnhandled));
  afterAll(() => {
    process.off('unhandledRejection', onUnhandled);
  });

  beforeEach(async () => {
    unhandled.length = 0;
    broken = await FakeCluster.start();
    healthy = await FakeCluster.start();
    broken.objects = serverObjects(payments);
    healthy.objects = serverObjects(orders);
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: {
        'production-eu': broken.server.url,
        'staging-eu': healthy.server.url,
      },
      environments: [payments, orders],
      kubernetes: { clusters: [{ serviceAccountToken: 'secret-token' }] },
      elsa: {
        collector: {
          interval: { seconds: 30 },
          requestTimeout: { seconds: 2 },
          clusterTimeout: { seconds: 6 },
          maxResponseBytes: 1024 * 1024,
          notReadyAfter: { minutes: 20 },
        },
      },
    });
    await collector.cycle();
  });

  afterEach(async () => {
    await collector.close();
    await broken.server.close();
    await healthy.server.close();
    if (unhandled.length > 0) {
      throw new AggregateError(unhandled, 'Rejections that nobody handled');
    }
  });

  it('should never say ok of a source whose answer it could not write down', async () => {
    const { environments } = collector.stores;
    const fail = async () => {
      throw new Error('insert into elsa_environments: value too long');
    };
    const catalog = jest
      .spyOn(environments, 'writeCatalog')
      .mockImplementation(fail);
    const cluster = jest
      .spyOn(environments, 'writePrepared')
      .mockImplementation(fail);
    for (let round = 0; round < 3; round++) {
      collector.clock.now += MINUTE;
      await collector.cycle();
      for (const id of ['catalog:catalog', 'kubernetes:staging-eu']) {
        const source = await collector.source(id);
        expect(source?.state).not.toBe('ok');
        expect(source?.lastSuccessAt).toBe('2026-11-20T12:00:00.000Z');
        expect(source?.lastDataAt).toBe('2026-11-20T12:00:00.000Z');
        expect(source?.message).not.toMatch(/insert|too long/);
      }
    }
    catalog.mockRestore();
    cluster.mockRestore();
    collector.clock.now += 5 * MINUTE;
    await collector.cycle();
    await expect(collector.source('catalog:catalog')).resolves.toMatchObject({
      state: 'ok',
    });
  });

  it.each(FAULTS)(
    'should keep the last good data and leave other clusters alone on $name',
    async ({ handler, state }) => {
      broken.server.fault = handler;
      collector.restart();
      collector.clock.now += MINUTE;
      await collector.cycle();

      await expect(
        collector.source('kubernetes:production-eu'),
      ).resolves.toMatchObject({
        state,
        lastSuccessAt: '2026-11-20T12:00:00.000Z',
        lastAttemptAt: '2026-11-20T12:01:00.000Z',
        message: expect.stringContaining("'production-eu'"),
      });
      await expect(collector.status(payments.entityRef)).resolves.toMatchObject(
        {
          health: { status: 'Healthy' },
          isStale: false,
          collectedAt: '2026-11-20T12:00:00.000Z',
        },
      );
      await expect(
        collector.source('kubernetes:staging-eu'),
      ).resolves.toMatchObject({
        state: 'ok',
        lastSuccessAt: '2026-11-20T12:01:00.000Z',
      });

      collector.restart();
      collector.clock.now += 2 * MINUTE;
      await collector.cycle();

      const status = await collector.status(payments.entityRef);
      expect(status).toMatchObject({
        health: { status: 'Unknown' },
        isStale: true,
      });
      expect(status.health.reasons[0].code).toBe('StaleData');
      expect(status.components[0].replicas).toMatchObject({ ready: 1 });
      await expect(collector.status(orders.entityRef)).resolves.toMatchObject({
        health: { status: 'Healthy' },
        isStale: false,
      });
      const history = await collector.stores.transitions.list(
        payments.entityRef,
        { limit: 10 },
      );
      expect(history.items.map(({ to }) => to)).toEqual(['Unknown', 'Healthy']);

      broken.server.fault = undefined;
      collector.restart();
      // What a server asked for outlives a restart.
      collector.clock.now += 2 * MINUTE;
      await collector.cycle();
      await expect(collector.status(payments.entityRef)).resolves.toMatchObject(
        { health: { status: 'Healthy' }, isStale: false },
      );
    },
  );

  it.each(FAULTS)(
    'should not take $name on every list for an empty cluster',
    async ({ handler, state }) => {
      broken.server.fault = (request, response) =>
        request.path === '/apis' ? false : handler(request, response);
      collector.restart();
      collector.clock.now += 3 * MINUTE;
      await collector.cycle();
      await expect(
        collector.source('kubernetes:production-eu'),
      ).resolves.toMatchObject({ state });
      await expect(collector.status(payments.entityRef)).resolves.toMatchObject(
        { health: { status: 'Unknown' }, isStale: true },
      );
    },
  );

  describe('with a cluster that repeats the credential it was sent', () => {
    // What the double of the Kubernetes plugin sends to every cluster.
    const token = 'secret-token';

    it.each([
      ['as it is', (header: string) => header],
      ['without its scheme', (header: string) => header.split(' ')[1]],
      ['in base64', (header: string) => Buffer.from(header).toString('base64')],
      // The message is cut in the middle of it.
      [
        'at the end of a long text',
        (header: string) => 'x'.repeat(285) + header,
      ],
    ])('should mask it in the message of an error, %s', async (_, repeat) => {
      broken.server.fault = ({ headers }, response) => {
        const message = repeat(`${headers.authorization}`);
        sendJson(response, { kind: 'Status', message }, 401);
      };
      collector.restart();
      await collector.cycle();
      const source = await collector.source('kubernetes:production-eu');
      expect(source?.message).toContain('answered 401');
      expect(source?.message).toContain('***');
      expect(source?.message).not.toMatch(/secret-|c2VjcmV0/);
    });

    it('should mask it in what an object says', async () => {
      const objects = serverObjects(payments, { isCrashing: true });
      const said = JSON.stringify(objects).replaceAll(
        /"message":"[^"]*"/g,
        `"message":"sent Bearer ${token} and https://elsa:hunter2@git"`,
      );
      expect(said).toContain(token);
      broken.objects = JSON.parse(said);
      await collector.cycle();
      const status = await collector.status(payments.entityRef);
      const { items } = await collector.stores.transitions.list(
        payments.entityRef,
        { limit: 10 },
      );
      const shown = JSON.stringify([status, items]);
      expect(status.health.status).toBe('Degraded');
      expect(shown).toContain('***');
      expect(shown).not.toContain(token);
      expect(shown).not.toContain('hunter2');
    });
  });

  it('should stop reading an answer that is too long', async () => {
    const huge = FAULTS.find(({ name }) => name === '50 MB');
    broken.server.fault = huge?.handler;
    collector.restart();
    await collector.cycle();
    // What kernel buffers hold may exceed what was read.
    expect(sentMebibytes.count).toBeLessThan(20);
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({
      message: expect.stringContaining('more than 1048576 bytes'),
    });
  });

  it('should report a certificate that is not trusted', async () => {
    const file = (name: string) =>
      readFileSync(join(__dirname, '../__testUtils__/tls', name), 'utf8');
    const secured = await FakeCluster.start({
      key: file('key.pem'),
      cert: file('cert.pem'),
    });
    try {
      collector.clusters.set('production-eu', {
        name: 'production-eu',
        url: secured.server.url,
      });
      collector.restart();
      await collector.cycle();
      await expect(
        collector.source('kubernetes:production-eu'),
      ).resolves.toMatchObject({
        state: 'tls-error',
        remedy: expect.stringContaining('caData'),
      });
    } finally {
      await secured.server.close();
    }
  });

  it('should report a cluster that nobody listens for', async () => {
    await broken.server.close();
    collector.restart();
    await collector.cycle();
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({ state: 'unreachable' });
    broken = await FakeCluster.start();
  });

  it('should lose one kind and not the cluster when that kind is forbidden', async () => {
    broken.server.fault = ({ path }, response) => {
      if (!path.endsWith('/deployments')) {
        return false;
      }
      sendJson(
        response,
        { kind: 'Status', message: 'deployments.apps is forbidden' },
        403,
      );
      return true;
    };
    collector.restart();
    collector.clock.now += MINUTE;
    await collector.cycle();
    const status = await collector.status(payments.entityRef);
    expect(status).toMatchObject({
      health: { status: 'Unknown' },
      isStale: false,
    });
    expect(status.health.reasons).toContainEqual(
      expect.objectContaining({ health: 'Unknown', component: 'server' }),
    );
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({
      state: 'forbidden',
      message: expect.stringContaining('deployments.apps is forbidden'),
      lastSuccessAt: '2026-11-20T12:00:00.000Z',
      lastDataAt: '2026-11-20T12:01:00.000Z',
    });
  });

  describe('with a kind that cannot be read', () => {
    const broker = {
      apiVersion: 'rabbitmq.com/v1beta1',
      kind: 'RabbitmqCluster',
      metadata: {
        name: 'broker',
        namespace: payments.namespace,
        labels: {
          'app.kubernetes.io/part-of': 'elsa-workflows',
          'app.kubernetes.io/instance': payments.name,
          'app.kubernetes.io/component': 'rabbitmq',
        },
      },
      status: {
        conditions: [
          { type: 'AllReplicasReady', status: 'True' },
          { type: 'ClusterAvailable', status: 'True' },
        ],
      },
    };
    const neighbour = catalogEnvironment({ name: 'neighbour' });

    beforeEach(async () => {
      broken.extraGroups = [['rabbitmq.com', 'v1beta1']];
      broken.objects = [
        ...serverObjects(payments),
        broker,
        ...serverObjects(neighbour),
      ];
      collector.setCatalog(async () => [payments, neighbour, orders]);
      collector.restart();
      await collector.cycle();
    });

    function failList(plural: string, status: number) {
      broken.server.fault = ({ path }, response) => {
        if (!path.endsWith(`/${plural}`)) {
          return false;
        }
        sendJson(response, { kind: 'Status', message: `no ${plural}` }, status);
        return true;
      };
    }

    it.each([
      [403, 'forbidden'],
      [500, 'server-error'],
    ])(
      'should on %d only not know the environment that uses it, also after a take-over',
      async (status, state) => {
        failList('rabbitmqclusters', status);
        for (const takesOver of [false, true, false]) {
          if (takesOver) {
            collector.restart();
          }
          collector.clock.now += MINUTE;
          await collector.cycle();
          await expect(
            collector.status(payments.entityRef),
          ).resolves.toMatchObject({
            health: { status: 'Unknown', isPartial: true },
            isStale: false,
          });
          await expect(
            collector.status(neighbour.entityRef),
          ).resolves.toMatchObject({
            health: { status: 'Healthy', reasons: [] },
            components: [{ name: 'server', health: 'Healthy' }],
          });
        }
        await expect(
          collector.source('kubernetes:production-eu'),
        ).resolves.toMatchObject({
          state,
          message: expect.stringContaining('rabbitmqclusters'),
          lastDataAt: '2026-11-20T12:03:00.000Z',
        });
        const { items } = await collector.stores.transitions.list(
          payments.entityRef,
          { limit: 10 },
        );
        expect(items.map(({ to }) => to)).toEqual(['Unknown', 'Healthy']);
      },
    );

    it('should not know on refresh what the last reading had', async () => {
      failList('rabbitmqclusters', 403);
      await collector.refresh(payments);
      await expect(collector.status(payments.entityRef)).resolves.toMatchObject(
        { health: { status: 'Unknown', isPartial: true } },
      );
    });

    it.each(['deployments', 'pods', 'statefulsets', 'replicasets'])(
      'should not have read the cluster when it answers 500 to %s',
      async plural => {
        failList(plural, 500);
        collector.clock.now += MINUTE;
        await collector.cycle();
        await expect(
          collector.source('kubernetes:production-eu'),
        ).resolves.toMatchObject({
          state: 'server-error',
          lastDataAt: '2026-11-20T12:00:00.000Z',
        });
        await expect(
          collector.status(neighbour.entityRef),
        ).resolves.toMatchObject({ health: { status: 'Healthy' } });
      },
    );

    it.each(['statefulsets', 'cronjobs', 'ingresses'])(
      'should leave environments alone that have none of the forbidden %s',
      async plural => {
        failList(plural, 403);
        await collector.cycle();
        await expect(
          collector.status(neighbour.entityRef),
        ).resolves.toMatchObject({ health: { status: 'Healthy' } });
      },
    );

    it('should not call an environment Healthy whose database the catalog names and nobody may see', async () => {
      const fresh = catalogEnvironment({
        name: 'fresh',
        expectedComponents: ['database'],
      });
      broken.objects = serverObjects(fresh);
      collector.setCatalog(async () => [fresh]);
      collector.restart();
      failList('statefulsets', 403);
      await collector.cycle();
      await expect(collector.status(fresh.entityRef)).resolves.toMatchObject({
        health: { status: 'Unknown', isPartial: false },
      });
    });
  });

  it('should miss a database that is gone, until the catalog gives it up', async () => {
    const own = catalogEnvironment({
      name: 'fresh',
      describedParts: ['server', 'database'],
    });
    const database: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        ...serverObjects(own)[0].metadata,
        name: 'fresh-postgresql',
        uid: 'fresh-postgresql',
        labels: {
          ...serverObjects(own)[0].metadata.labels,
          'app.kubernetes.io/component': 'database',
        },
      },
      spec: { replicas: 1 },
      status: { observedGeneration: 1, replicas: 1, readyReplicas: 1 },
    };
    const statusAfter = async (
      objects: KubernetesObject[],
      environment: typeof own,
    ) => {
      broken.objects = objects;
      collector.setCatalog(async () => [environment]);
      collector.clock.now += 2 * MINUTE;
      await collector.cycle();
      const { health } = await collector.status(own.entityRef);
      return health;
    };
    const server = serverObjects(own);
    const { describedParts: _, ...unspoken } = own;

    expect(await statusAfter([...server, database], unspoken)).toMatchObject({
      status: 'Healthy',
    });
    // Also by another backend, which has only what is stored.
    collector.restart();
    expect(await statusAfter(server, unspoken)).toMatchObject({
      status: 'Missing',
      reasons: [{ code: 'Missing', component: 'database' }],
    });
    expect(await statusAfter(server, own)).toMatchObject({ status: 'Missing' });
    expect(
      await statusAfter(server, { ...own, describedParts: ['server'] }),
    ).toMatchObject({ status: 'Healthy', reasons: [] });
  });

  it('should wait for a pod for as long as the configuration says', async () => {
    const own = catalogEnvironment({ name: 'fresh' });
    const [deployment, replicaSet, pod] = serverObjects(own);
    broken.objects = [
      {
        ...deployment,
        status: { ...fieldsOf(deployment.status), availableReplicas: 0 },
      },
      replicaSet,
      {
        ...pod,
        metadata: {
          ...pod.metadata,
          creationTimestamp: new Date(
            collector.clock.now - 15 * MINUTE,
          ).toISOString(),
        },
        status: { phase: 'Pending' },
      },
    ];
    collector.setCatalog(async () => [own]);
    collector.restart();
    await collector.cycle();
    await expect(collector.status(own.entityRef)).resolves.toMatchObject({
      health: { status: 'Progressing' },
    });
    collector.clock.now += 6 * MINUTE;
    await collector.cycle();
    await expect(collector.status(own.entityRef)).resolves.toMatchObject({
      health: { status: 'Degraded', reasons: [{ code: 'NotScheduled' }] },
    });
  });

  it('should begin a list anew when its continue token has expired', async () => {
    broken.objects = [
      ...serverObjects(payments),
      ...Array.from({ length: 600 }, (_, index) => ({
        ...serverObjects(payments)[2],
        metadata: {
          ...serverObjects(payments)[2].metadata,
          name: `extra-${index}`,
        },
      })),
    ];
    let expiries = 0;
    broken.server.fault = ({ path, query }, response) => {
      if (!path.endsWith('/pods') || !query.has('continue') || expiries > 0) {
        return false;
      }
      expiries += 1;
      sendJson(response, { kind: 'Status', message: 'too old' }, 410);
      return true;
    };
    collector.restart();
    await collector.cycle();
    expect(expiries).toBe(1);
    const { components } = await collector.status(payments.entityRef);
    expect(components.flatMap(({ pods }) => pods)).toHaveLength(601);
  });

  it('should not ask a cluster again before the time that it asked for', async () => {
    const fault = FAULTS.find(({ name }) => name.startsWith('429'));
    broken.server.fault = fault?.handler;
    collector.restart();
    await collector.cycle();
    broken.server.requests.length = 0;
    broken.server.fault = undefined;
    collector.clock.now += 119_000;
    await collector.cycle();
    expect(broken.server.requests).toHaveLength(0);
    collector.clock.now += 2_000;
    await collector.cycle();
    expect(broken.server.requests.length).toBeGreaterThan(0);
  });

  describe('with a cluster that answers 429', () => {
    /** Answers 429 to all after the first so many requests. */
    function limitAfter(count: number, header?: string): void {
      let seen = 0;
      broken.server.requests.length = 0;
      broken.server.fault = (_request, response) => {
        seen += 1;
        if (seen <= count) return false;
        if (header) response.setHeader('retry-after', header);
        sendJson(response, { kind: 'Status', message: 'slow down' }, 429);
        return true;
      };
    }

    it('should ask for no other kind and no other page', async () => {
      collector.restart();
      limitAfter(1, '60');
      await collector.cycle();
      // What was under way at that moment: four at a time.
      expect(broken.server.requests.length).toBeLessThanOrEqual(1 + 4);
      await expect(
        collector.source('kubernetes:production-eu'),
      ).resolves.toMatchObject({ state: 'rate-limited' });
    });

    it.each([
      ['seconds', () => '60', 60],
      ['a time', () => new Date(Date.now() + 60_000).toUTCString(), 59],
      ['nonsense', () => '99999999999', 24 * 3600],
    ])(
      'should not ask it for a refresh either before Retry-After of %s has passed',
      async (_, header, seconds) => {
        limitAfter(0, header());
        await collector.refresh(payments);
        // Those that were sent before the first answer came.
        const asked = broken.server.requests.length;
        expect(asked).toBeLessThanOrEqual(4);
        collector.clock.now += (seconds - 2) * 1000;
        await collector.refresh(payments);
        await collector.cycle();
        expect(broken.server.requests).toHaveLength(asked);
        broken.server.fault = undefined;
        collector.clock.now += 4000;
        await collector.refresh(payments);
        expect(broken.server.requests.length).toBeGreaterThan(asked);
      },
    );
  });

  it('should ask once more when the connection is lost, and no more than once', async () => {
    let losses = 1;
    broken.server.fault = (_request, response) => {
      losses -= 1;
      if (losses < 0) return false;
      response.socket?.destroy();
      return true;
    };
    collector.restart();
    await collector.cycle();
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({ state: 'ok' });
    losses = 1000;
    collector.restart();
    broken.server.requests.length = 0;
    await collector.cycle();
    expect(broken.server.requests).toHaveLength(2);
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({ state: 'unreachable' });
  });

  it('should say that a cluster needs the sign-in of a user', async () => {
    collector.clusters.set('production-eu', {
      name: 'production-eu',
      url: broken.server.url,
      authProvider: 'oidc',
    });
    broken.server.requests.length = 0;
    await collector.cycle();
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({
      state: 'needs-sign-in',
      remedy: expect.stringContaining('serviceAccount'),
    });
    expect(broken.server.requests).toHaveLength(0);
  });

  it('should say that a cluster is not configured', async () => {
    collector.clusters.delete('production-eu');
    await collector.cycle();
    await expect(
      collector.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({ state: 'not-configured' });
    collector.clock.now += 3 * MINUTE;
    await collector.cycle();
    const { items } = await collector.stores.transitions.list(
      payments.entityRef,
      { limit: 1 },
    );
    expect(items).toMatchObject([{ to: 'Unknown' }]);
  });

  it('should call an environment without any object missing', async () => {
    broken.objects = [];
    await collector.cycle();
    await expect(collector.status(payments.entityRef)).resolves.toMatchObject({
      health: { status: 'Missing' },
    });
  });

  it('should write and push nothing when nothing has changed', async () => {
    collector.written.length = 0;
    collector.clock.now += 10_000;
    await collector.cycle();
    expect(collector.written.flatMap(({ changeKeys }) => changeKeys)).toEqual(
      [],
    );
    await expect(collector.status(payments.entityRef)).resolves.toMatchObject({
      collectedAt: '2026-11-20T12:00:10.000Z',
    });
  });

  it('should make only the environment Unknown whose objects are malformed', async () => {
    const [deployment, ...others] = serverObjects(payments);
    broken.objects = [
      { ...deployment, spec: 'nonsense', status: [7] },
      ...others,
    ];
    await collector.cycle();
    const status = await collector.status(payments.entityRef);
    expect(status.health.status).not.toBe('Healthy');
    await expect(collector.status(orders.entityRef)).resolves.toMatchObject({
      health: { status: 'Healthy' },
    });
  });

  it('should read one environment alone on refresh', async () => {
    broken.takeListedPaths();
    broken.objects = serverObjects(payments, { isCrashing: true });
    await collector.refresh(payments);
    expect(
      broken.server.requests.every(
        ({ path, query }) =>
          path.includes('/namespaces/payments-production/') &&
          query.get('labelSelector') ===
            'app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance=payments-production',
      ),
    ).toBe(true);
    await expect(collector.status(payments.entityRef)).resolves.toMatchObject({
      health: { status: 'Degraded' },
    });
  });
});
