import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../../__testUtils__/createTestCollector';
import { FakeCluster } from '../../__testUtils__/fakeCluster';
import {
  FaultServer,
  type Handler,
  sendJson,
} from '../../__testUtils__/FaultServer';
import { serverObjects } from '../../__testUtils__/objects';
import { createHttpTarget, Pauses } from '../http';

const MINUTE = 60_000;
const payments = catalogEnvironment({ name: 'payments-production' });

const answerNothing: Handler = ({ path }, response) =>
  sendJson(
    response,
    path === '/api/v2/alerts'
      ? []
      : {
          status: 'success',
          data: path.endsWith('/alerts')
            ? { alerts: [] }
            : { resultType: 'vector', result: [] },
        },
  );

const tooMany =
  (retryAfter?: string): Handler =>
  (_request, response) => {
    if (retryAfter !== undefined) {
      response.setHeader('retry-after', retryAfter);
    }
    sendJson(response, { status: 'error', error: 'slow down' }, 429);
  };

jest.setTimeout(60_000);

/** Both the collector's clock and the one that servers are paused by. */
function stopClock() {
  const clock = { now: Date.parse('2026-11-20T12:00:00Z') };
  jest.spyOn(Date, 'now').mockImplementation(() => clock.now);
  return clock;
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(['prometheus', 'alertmanager'] as const)(
  'a 429 of %s',
  limited => {
    const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
    const servers: FaultServer[] = [];
    let collector: TestCollector | undefined;

    afterEach(async () => {
      await collector?.close();
      for (const server of servers.splice(0)) {
        await server.close();
      }
    });

    it('should keep the collector and everybody who refreshes away until the time is up', async () => {
      const clock = stopClock();
      const cluster = await FakeCluster.start();
      cluster.objects = serverObjects(payments);
      const [prometheus, alertmanager] = [
        await FaultServer.start(answerNothing),
        await FaultServer.start(answerNothing),
      ];
      servers.push(cluster.server, prometheus, alertmanager);
      const server = { prometheus, alertmanager }[limited];
      const running = await createTestCollector({
        knex: await databases.init('SQLITE_3'),
        clusters: { 'production-eu': cluster.server.url },
        environments: [payments],
        elsa: {
          prometheus: [
            { name: 'eu', url: prometheus.url, clusters: ['production-eu'] },
          ],
          alertmanager: [{ name: 'eu', url: alertmanager.url }],
        },
      });
      collector = running;
      const step = async (ms: number) => {
        clock.now += ms;
        running.clock.now = clock.now;
        server.requests.length = 0;
        await running.cycle();
        await running.refresh(payments);
        return server.requests.length;
      };
      expect(await step(0)).toBeGreaterThan(0);
      server.fault = tooMany('600');
      expect(await step(MINUTE)).toBeGreaterThan(0);
      await expect(running.source(`${limited}:eu`)).resolves.toMatchObject({
        state: 'rate-limited',
      });
      server.fault = undefined;
      for (let minute = 1; minute < 10; minute++) {
        expect(await step(MINUTE)).toBe(0);
      }
      expect(await step(MINUTE)).toBeGreaterThan(0);
      await expect(running.source(`${limited}:eu`)).resolves.toMatchObject({
        state: 'ok',
      });
    });
  },
);

describe('a server that answered 429', () => {
  let server: FaultServer;
  let target: ReturnType<typeof createHttpTarget>;
  let clock: { now: number };

  const read = () => target.read({ path: '/api/v1/query', method: 'GET' });
  const isAsked = async () => {
    const before = server.requests.length;
    await read().catch(() => {});
    return server.requests.length > before;
  };

  beforeEach(async () => {
    clock = stopClock();
    server = await FaultServer.start(answerNothing);
    const stored = new Map<string, number>();
    target = createHttpTarget(
      'prometheus',
      {
        name: 'eu',
        url: server.url,
        auth: { type: 'none' },
        tls: { rejectUnauthorized: true },
        timeoutMs: 5_000,
        maxResponseBytes: 1024,
      },
      {
        pauses: new Pauses({
          store: {
            read: async () => stored,
            extend: async (id, untilMs) => void stored.set(id, untilMs),
          },
        }),
      },
    );
  });

  afterEach(async () => {
    await target.close();
    await server.close();
  });

  it.each([
    ['names seconds', '120', 120_000],
    ['names a date', 'Fri, 20 Nov 2026 12:02:00 GMT', 120_000],
    ['names nothing', undefined, 1_000],
    ['wants to be left alone for a day', '86400', 86_400_000],
    ['wants to be left alone for a week', '604800', 86_400_000],
    ['wants to be left alone for ever', '9'.repeat(400), 86_400_000],
  ])(
    'should be left alone as long as it says when it %s',
    async (_, header, ms) => {
      server.fault = tooMany(header);
      await expect(read()).rejects.toMatchObject({ state: 'rate-limited' });
      server.fault = undefined;
      clock.now += ms - 1;
      expect(await isAsked()).toBe(false);
      // What is left of it, not all of it again.
      await expect(read()).rejects.toMatchObject({
        state: 'rate-limited',
        retryAfterMs: 1,
      });
      clock.now += 1;
      expect(await isAsked()).toBe(true);
    },
  );

  it.each([
    ['120', 'it is not asked again until 2026-11-20T12:02:00Z'],
    [
      '604800',
      'it asked to be left alone for longer than 24 hours, and is asked again at 2026-11-21T12:00:00Z',
    ],
  ])('should say what becomes of Retry-After: %s', async (header, words) => {
    server.fault = tooMany(header);
    await expect(read()).rejects.toThrow(
      `Prometheus 'eu' answered 429: slow down; ${words}`,
    );
    await expect(read()).rejects.toThrow(
      /^Prometheus 'eu' answered 429 and is not asked again until 2026-11-2[01]T12:0[02]:00Z$/,
    );
  });

  it('should be left alone for the longest time that any of its answers named', async () => {
    let count = 0;
    let answerSecond = () => {};
    const firstIsAnswered = new Promise<void>(resolve => {
      answerSecond = resolve;
    });
    server.fault = async (request, response) => {
      count += 1;
      const isFirst = count === 1;
      if (!isFirst) {
        await firstIsAnswered;
      }
      return tooMany(isFirst ? '120' : undefined)(request, response);
    };
    const both = [read(), read()].map(reading => reading.catch(() => {}));
    await Promise.race(both);
    answerSecond();
    await Promise.all(both);
    expect(count).toBe(2);
    clock.now += 119_999;
    expect(await isAsked()).toBe(false);
  });
});
