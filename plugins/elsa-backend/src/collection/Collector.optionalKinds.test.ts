import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { type Handler, sendJson } from '../__testUtils__/FaultServer';
import { serverObjects } from '../__testUtils__/objects';
import { COLLECTED_KINDS } from '../sources/kubernetes/kinds';

const MINUTE = 60_000;
const payments = catalogEnvironment({ name: 'payments-production' });
const orders = catalogEnvironment({ name: 'orders-production' });
const OPTIONAL = COLLECTED_KINDS.filter(({ isEssential }) => !isEssential);

const status =
  (code: number, message: string): Handler =>
  (_request, response) =>
    sendJson(response, { kind: 'Status', message, code }, code);

/** How a kind fails of which all others are served. */
const FAULTS: Array<{ name: string; handler: Handler; state: string }> = [
  // external-secrets#944: what an API server says of a definition that is new.
  {
    name: '429',
    handler: status(429, 'storage is (re)initializing'),
    state: 'rate-limited',
  },
  {
    name: '504',
    handler: status(504, 'the server was unable to return a response in time'),
    state: 'timeout',
  },
  {
    name: '500',
    handler: status(500, 'conversion webhook failed'),
    state: 'server-error',
  },
  {
    name: '401',
    handler: status(401, 'Unauthorized'),
    state: 'unauthorized',
  },
  { name: '403', handler: status(403, 'forbidden'), state: 'forbidden' },
  { name: 'no answer', handler: () => {}, state: 'timeout' },
  {
    name: 'a reset',
    handler: (_request, response) => void response.socket?.destroy(),
    state: 'unreachable',
  },
  {
    name: 'a broken body',
    handler: (_request, response) => void response.end('{"items":['),
    state: 'invalid-response',
  },
];

jest.setTimeout(120_000);

describe('Collector with one kind that fails', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let cluster: FakeCluster;
  let collector: TestCollector;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.extraGroups = COLLECTED_KINDS.map(({ group, versions }) => [
      group,
      versions[0],
    ]).filter(([group]) => group.includes('.'));
    cluster.objects = [...serverObjects(payments), ...serverObjects(orders)];
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: { 'production-eu': cluster.server.url },
      environments: [payments, orders],
      elsa: {
        collector: {
          interval: { seconds: 30 },
          requestTimeout: { milliseconds: 400 },
        },
      },
    });
    await collector.cycle();
  });

  afterEach(async () => {
    await collector.close();
    await cluster.server.close();
  });

  function fail(plurals: readonly string[], handler: Handler): void {
    cluster.server.fault = (request, response) =>
      plurals.some(plural => request.path.endsWith(`/${plural}`))
        ? handler(request, response)
        : false;
  }

  const source = () => collector.source('kubernetes:production-eu');

  async function expectCrashShown(): Promise<void> {
    cluster.objects = [
      ...serverObjects(payments, { isCrashing: true }),
      ...serverObjects(orders),
    ];
    await collector.cycle();
    const { health, isStale } = await collector.status(payments.entityRef);
    expect(isStale).toBe(false);
    expect(health).toMatchObject({
      status: 'Degraded',
      reasons: [{ code: 'CrashLoopBackOff' }],
    });
    await expect(collector.status(orders.entityRef)).resolves.toMatchObject({
      health: { status: 'Healthy', reasons: [] },
      isStale: false,
    });
  }

  it.each(FAULTS)(
    'should show a crash, and name the kind, on $name of any that is not essential',
    async ({ handler, state }) => {
      const named = OPTIONAL.filter(
        // Where rules may not be read nothing is wrong with the cluster.
        kind => !(kind.isInformative && state === 'forbidden'),
      );
      for (const { plural } of named) {
        fail([plural], handler);
        // Longer than figures count as fresh, and than any pause.
        collector.clock.now += 10 * MINUTE;
        await expectCrashShown();
        await expect(source()).resolves.toMatchObject({
          state,
          message: expect.stringContaining(plural),
          lastDataAt: new Date(collector.clock.now).toISOString(),
        });
      }
    },
  );

  it('should show a crash while one kind answers 429 for an hour', async () => {
    fail(['volumesnapshots'], status(429, 'storage is (re)initializing'));
    for (let poll = 0; poll < 30; poll++) {
      if (poll === 15) {
        cluster.objects = serverObjects(payments, { isCrashing: true });
      }
      collector.clock.now += 2 * MINUTE;
      await collector.cycle();
      const { health } = await collector.status(payments.entityRef);
      expect(health.status).toBe(poll < 15 ? 'Healthy' : 'Degraded');
    }
  });

  it.each(['deployments', 'statefulsets', 'replicasets', 'pods'])(
    'should not have read the cluster when it answers 504 to %s',
    async plural => {
      fail([plural], status(504, 'too slow'));
      const before = await source();
      collector.clock.now += 3 * MINUTE;
      await collector.cycle();
      await expect(source()).resolves.toMatchObject({
        state: 'timeout',
        lastDataAt: before?.lastDataAt,
      });
      await expect(collector.status(payments.entityRef)).resolves.toMatchObject(
        { health: { status: 'Unknown' }, isStale: true },
      );
    },
  );

  it('should show nothing to whom a spec alone names while workloads that may name an owner are refused', async () => {
    const legacy = catalogEnvironment({ name: 'legacy' });
    cluster.objects = serverObjects(legacy).map(object => ({
      ...object,
      metadata: { ...object.metadata, annotations: {} },
    }));
    collector.setCatalog(async () => [legacy]);
    collector.setSpecs(async () => true);
    fail(['deployments'], status(403, 'forbidden'));
    const componentsAfter = async (cycles: number) => {
      for (let cycle = 0; cycle < cycles; cycle++) {
        collector.clock.now += MINUTE;
        await collector.cycle();
      }
      return (await collector.status(legacy.entityRef)).components;
    };
    await expect(componentsAfter(3)).resolves.toEqual([]);
    cluster.server.fault = undefined;
    await expect(componentsAfter(1)).resolves.toHaveLength(1);
    // What the cluster said once stands.
    fail(['deployments'], status(403, 'forbidden'));
    await expect(componentsAfter(1)).resolves.toHaveLength(1);
  });

  describe('that asks to be left alone', () => {
    const limit: Handler = (request, response) => {
      response.setHeader('retry-after', '600');
      return status(429, 'slow down')(request, response);
    };
    const askedFor = (plural: string) =>
      cluster.server.requests.filter(({ path }) => path.endsWith(`/${plural}`))
        .length;

    it('should not ask for that kind alone until the time is up, whoever asks', async () => {
      fail(['volumesnapshots'], limit);
      await collector.cycle();
      cluster.server.requests.length = 0;
      cluster.server.fault = undefined;
      for (const restarts of [false, true]) {
        if (restarts) {
          collector.restart();
        }
        collector.clock.now += 4 * MINUTE;
        await collector.cycle();
        await collector.refresh(payments);
        expect(askedFor('volumesnapshots')).toBe(0);
        await expect(source()).resolves.toMatchObject({
          state: 'rate-limited',
          message: expect.stringMatching(
            /volumesnapshots.* is not asked again until 2026-11-20T12:10:00Z/,
          ),
          lastDataAt: new Date(collector.clock.now).toISOString(),
        });
      }
      expect(askedFor('pods')).toBe(4);
      collector.clock.now += 3 * MINUTE;
      await collector.cycle();
      expect(askedFor('volumesnapshots')).toBe(1);
      await expect(source()).resolves.toMatchObject({ state: 'ok' });
    });

    it('should take two kinds of one operator for that operator', async () => {
      fail(['externalsecrets', 'secretstores'], limit);
      await collector.cycle();
      cluster.server.requests.length = 0;
      collector.clock.now += MINUTE;
      await expectCrashShown();
      expect(askedFor('externalsecrets')).toBe(0);
    });

    it.each([
      ['503', 503, ['pods']],
      ['503', 503, ['deployments', 'statefulsets', 'pods']],
      // What it refuses does not keep it from being read.
      ['403', 403, ['pods']],
    ])(
      'should remember that it did although it answers %s to other kinds',
      async (_, code, others) => {
        cluster.server.fault = (request, response) =>
          others.some(plural => request.path.endsWith(`/${plural}`))
            ? status(code, 'not now')(request, response)
            : request.path !== '/apis' && limit(request, response);
        await collector.cycle();
        await expect(source()).resolves.toMatchObject({
          state: 'rate-limited',
          message: expect.stringContaining('429: slow down'),
        });
        cluster.server.requests.length = 0;
        collector.clock.now += 9 * MINUTE;
        await collector.cycle();
        await collector.refresh(payments);
        expect(cluster.server.requests).toHaveLength(0);
      },
    );

    it.each([
      ['an essential kind', ['pods']],
      ['kinds of two API groups', ['volumesnapshots', 'externalsecrets']],
    ])(
      'should leave the cluster alone after a 429 to %s',
      async (_, plurals) => {
        fail(plurals, limit);
        await collector.cycle();
        cluster.server.requests.length = 0;
        collector.clock.now += 9 * MINUTE;
        await collector.cycle();
        await collector.refresh(payments);
        expect(cluster.server.requests).toHaveLength(0);
        cluster.server.fault = undefined;
        collector.clock.now += 2 * MINUTE;
        await collector.cycle();
        await expect(source()).resolves.toMatchObject({ state: 'ok' });
      },
    );
  });

  it.each([
    ['null', null],
    ['a text', 'nonsense'],
    ['an object without a name', { metadata: {} }],
    ['an object in no place', { metadata: { name: 'x', namespace: 7 } }],
  ])(
    'should leave out %s in any list and nothing else',
    async (_, odd: unknown) => {
      cluster.oddItems = [odd];
      collector.clock.now += MINUTE;
      await expectCrashShown();
      await expect(source()).resolves.toMatchObject({
        state: 'invalid-response',
        message: expect.stringMatching(/gave .*1 of its pods/),
        lastDataAt: new Date(collector.clock.now).toISOString(),
      });
    },
  );

  it('should read an object whose labels and annotations are odd', async () => {
    cluster.objects = cluster.objects.map(object => ({
      ...object,
      metadata: {
        ...object.metadata,
        labels: { ...object.metadata.labels, odd: null as never },
        annotations: { ...object.metadata.annotations, odd: 7 as never },
      },
    }));
    collector.clock.now += MINUTE;
    await collector.cycle();
    await expect(source()).resolves.toMatchObject({ state: 'ok' });
    await expect(collector.status(orders.entityRef)).resolves.toMatchObject({
      health: { status: 'Healthy' },
    });
  });
});
