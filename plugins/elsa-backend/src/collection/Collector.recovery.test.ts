import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { type Handler, sendJson } from '../__testUtils__/FaultServer';
import { serverObjects } from '../__testUtils__/objects';

const SECOND = 1000;
const payments = catalogEnvironment({ name: 'payments-production' });
const orders = catalogEnvironment({ name: 'orders-production' });

const refuse =
  (status: number): Handler =>
  (_request, response) =>
    sendJson(response, { kind: 'Status', message: 'no' }, status);

jest.setTimeout(60_000);

describe('Collector when a cluster is well again', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let cluster: FakeCluster;
  let collector: TestCollector;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.objects = [...serverObjects(payments), ...serverObjects(orders)];
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: { 'production-eu': cluster.server.url },
      environments: [payments, orders],
    });
    // The longest that a pause can be.
    jest.spyOn(Math, 'random').mockReturnValue(0.999);
    await collector.cycle();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await collector.close();
    await cluster.server.close();
  });

  const source = () => collector.source('kubernetes:production-eu');
  const healthOf = async (entityRef: string) =>
    (await collector.status(entityRef)).health.status;

  async function pass(seconds: number): Promise<void> {
    for (let at = 0; at < seconds; at += 10) {
      collector.clock.now += 10 * SECOND;
      await collector.cycle();
    }
  }

  it.each([
    ['a 403', refuse(403)],
    ['a 401', refuse(401)],
    [
      'a connection that fails',
      ((_request, response) => {
        response.socket?.destroy();
      }) as Handler,
    ],
  ])(
    'should notice it within half a minute after minutes of %s',
    async (_, fault) => {
      cluster.server.fault = fault;
      await pass(600);
      expect(await healthOf(payments.entityRef)).toBe('Unknown');
      cluster.server.fault = undefined;
      await pass(30);
      expect(await healthOf(payments.entityRef)).toBe('Healthy');
      const found = await source();
      expect(found).toMatchObject({ state: 'ok' });
      expect(found?.nextAttemptAt).toBeUndefined();
    },
  );

  describe('after minutes of a 503', () => {
    beforeEach(async () => {
      cluster.server.fault = refuse(503);
      await pass(600);
      // Just after an attempt.
      do {
        cluster.server.requests.length = 0;
        await pass(10);
      } while (cluster.server.requests.length === 0);
      cluster.server.fault = undefined;
      cluster.server.requests.length = 0;
    });

    it('should say when it asks again, and do so', async () => {
      const { nextAttemptAt = '' } = (await source()) ?? {};
      const waitSeconds =
        (Date.parse(nextAttemptAt) - collector.clock.now) / SECOND;
      expect(waitSeconds).toBeGreaterThan(60);
      expect(waitSeconds).toBeLessThanOrEqual(120);
      const { health, sources } = await collector.status(payments.entityRef);
      expect(health.reasons[0].message).toMatch(
        /answered 503: no\. It is asked again at 2026-11-20T12:.*Z; a refresh asks it now\.$/,
      );
      expect(sources).toContainEqual(
        expect.objectContaining({ nextAttemptAt }),
      );
      await pass(60);
      expect(cluster.server.requests).toHaveLength(0);
      await pass(70);
      expect(await healthOf(payments.entityRef)).toBe('Healthy');
    });

    it('should read all of it once a refresh has found it well', async () => {
      await collector.refresh(payments);
      expect(await healthOf(payments.entityRef)).toBe('Healthy');
      expect(await healthOf(orders.entityRef)).toBe('Unknown');
      await pass(10);
      expect(await healthOf(orders.entityRef)).toBe('Healthy');
      await expect(source()).resolves.toMatchObject({ state: 'ok' });
    });

    it('should wait on when a refresh finds it as it was', async () => {
      cluster.server.fault = refuse(503);
      await collector.refresh(payments);
      cluster.server.requests.length = 0;
      await pass(60);
      expect(cluster.server.requests).toHaveLength(0);
    });
  });
});
