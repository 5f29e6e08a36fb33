import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
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
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

const MINUTE = 60_000;
const payments = catalogEnvironment({ name: 'payments-production' });
const place = {
  elsa_environment: 'payments-production',
  namespace: 'payments-production',
};

interface FakeAlert {
  labels: Record<string, string>;
  state?: 'firing' | 'pending';
  activeAt?: string;
}

/** A Prometheus whose figures tests replace while it runs. */
class FakePrometheus {
  alerts: unknown[] = [toAlert({ labels: { alertname: 'ElsaServerDown' } })];
  objective: string | undefined = '0.999';
  /** Sent with every answer. */
  extra: JsonObject = {};
  isEmpty = false;
  readonly server: FaultServer;

  private constructor(server: FaultServer) {
    this.server = server;
  }

  static async start(): Promise<FakePrometheus> {
    const server = await FaultServer.start(() => {});
    const prometheus = new FakePrometheus(server);
    server.handler = (request, response) =>
      sendJson(response, {
        status: 'success',
        data: prometheus.answer(request.path, request.body),
        ...prometheus.extra,
      });
    return prometheus;
  }

  answer(path: string, body: string) {
    if (path.endsWith('/alerts')) {
      return { alerts: this.isEmpty ? [] : this.alerts };
    }
    const query = new URLSearchParams(body).get('query') ?? '';
    return {
      resultType: 'vector',
      result: this.isEmpty ? [] : this.samples(query),
    };
  }

  samples(query: string) {
    const sample = (metric: JsonObject, value: string) => ({
      metric: { ...place, sloth_slo: 'success', ...metric },
      value: [1_763_640_000, value],
    });
    if (query.includes('slo:sli_error')) {
      return ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'].map(window =>
        sample({ sloth_window: window }, '0.0005'),
      );
    }
    return query.includes('slo:objective')
      ? [
          ...(this.objective === undefined
            ? []
            : [sample({ __name__: 'slo:objective:ratio' }, this.objective)]),
          sample({ __name__: 'slo:time_period:days' }, '30'),
        ]
      : [];
  }
}

function toAlert({ labels, ...alert }: FakeAlert) {
  return {
    labels: { severity: 'critical', ...place, ...labels },
    annotations: {},
    state: 'firing',
    activeAt: '2026-11-20T11:00:00Z',
    ...alert,
  };
}

/** A claim that the database of the environment has. */
function databaseClaim(storage: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: 'data-postgresql-0',
      namespace: payments.namespace,
      labels: {
        'app.kubernetes.io/part-of': 'elsa-workflows',
        'app.kubernetes.io/instance': payments.name,
        'app.kubernetes.io/component': 'database',
      },
    },
    spec: { resources: { requests: { storage } } },
    status: { phase: 'Bound', capacity: { storage } },
  };
}

jest.setTimeout(60_000);

describe('Collector reading a Prometheus that does not tell all', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let cluster: FakeCluster;
  let prometheus: FakePrometheus;
  let alertmanager: FaultServer;
  const opened: FaultServer[] = [];
  let collector: TestCollector;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.objects = serverObjects(payments);
    prometheus = await FakePrometheus.start();
    alertmanager = await FaultServer.start((_request, response) =>
      sendJson(response, []),
    );
    opened.push(cluster.server, prometheus.server, alertmanager);
  });

  afterEach(async () => {
    await collector.close();
    for (const server of opened.splice(0)) {
      await server.close();
    }
  });

  async function start(
    servers: JsonObject[] = [{ name: 'eu', url: prometheus.server.url }],
  ): Promise<void> {
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: { 'production-eu': cluster.server.url },
      environments: [payments],
      elsa: {
        prometheus: servers.map(server => ({
          clusters: ['production-eu'],
          timeout: { seconds: 1 },
          ...server,
        })),
        alertmanager: [{ name: 'eu', url: alertmanager.url }],
      },
    });
    await collector.cycle();
  }

  async function next(): Promise<void> {
    collector.clock.now += MINUTE;
    await collector.cycle();
  }

  const status = () => collector.status(payments.entityRef);
  const source = (id = 'prometheus:eu') => collector.source(id);

  describe('with a partial answer', () => {
    const partial = { warnings: ['No StoreAPIs matched for this query'] };

    it('should keep the last figures and say so', async () => {
      await start();
      prometheus.extra = partial;
      prometheus.isEmpty = true;
      for (let round = 0; round < 3; round++) {
        await next();
        await expect(source()).resolves.toMatchObject({
          state: 'partial',
          message: expect.stringContaining('No StoreAPIs matched'),
          remedy: expect.any(String),
          lastSuccessAt: '2026-11-20T12:00:00.000Z',
        });
        await expect(status()).resolves.toMatchObject({
          alerts: [{ name: 'ElsaServerDown', state: 'firing' }],
          slos: [{ name: 'success', remaining: expect.closeTo(0.5) }],
        });
      }
      prometheus.extra = {};
      await next();
      await expect(source()).resolves.toMatchObject({ state: 'ok' });
      await expect(status()).resolves.toMatchObject({ alerts: [], slos: [] });
    });

    it('should show what begins to fire in it', async () => {
      await start();
      prometheus.extra = partial;
      prometheus.alerts = [toAlert({ labels: { alertname: 'Other' } })];
      await next();
      const { alerts } = await status();
      expect(alerts.map(({ name }) => name).sort()).toEqual([
        'ElsaServerDown',
        'Other',
      ]);
    });

    it.each([
      { infos: ['PromQL info: metric might not be a counter'] },
      { warnings: ['PromQL info: metric might not be a counter'] },
      { warnings: ['PromQL warning: encountered a mix of histograms'] },
      { warnings: [] },
      { warnings: null },
    ])('should take %j for a whole answer', async extra => {
      await start();
      prometheus.extra = extra;
      prometheus.isEmpty = true;
      await next();
      await expect(source()).resolves.toMatchObject({ state: 'ok' });
      await expect(status()).resolves.toMatchObject({ alerts: [], slos: [] });
    });
  });

  describe('that runs twice', () => {
    it.each(['prometheus_replica', 'replica', '__replica__'])(
      'should take alerts that differ in %s alone for one',
      async label => {
        prometheus.alerts = ['0', '1'].map(replica =>
          toAlert({
            labels: { alertname: 'ElsaServerDown', [label]: replica },
            state: replica === '0' ? 'pending' : 'firing',
          }),
        );
        alertmanager.handler = (_request, response) =>
          sendJson(response, [
            {
              labels: toAlert({ labels: { alertname: 'ElsaServerDown' } })
                .labels,
              status: { silencedBy: ['1'], inhibitedBy: [] },
            },
          ]);
        await start();
        const { alerts } = await status();
        expect(alerts).toMatchObject([{ state: 'firing', isSilenced: true }]);
        expect(alerts[0].labels).not.toHaveProperty(label);
      },
    );

    it('should go by the labels that are configured', async () => {
      prometheus.alerts = ['a', 'b'].map(zone =>
        toAlert({ labels: { alertname: 'ElsaServerDown', zone } }),
      );
      await start();
      await expect(status()).resolves.toHaveProperty('alerts.length', 2);
      await collector.close();
      await start([
        {
          name: 'eu',
          url: prometheus.server.url,
          replicaLabels: ['zone'],
        },
      ]);
      await expect(status()).resolves.toHaveProperty('alerts.length', 1);
    });

    it('should take the same alert of two servers for one, silenced as one', async () => {
      const second = await FakePrometheus.start();
      opened.push(second.server);
      alertmanager.handler = (_request, response) =>
        sendJson(response, [
          {
            labels: toAlert({ labels: { alertname: 'ElsaServerDown' } }).labels,
            status: { silencedBy: ['1'] },
          },
        ]);
      await start([
        { name: 'a', url: prometheus.server.url },
        { name: 'b', url: second.server.url },
      ]);
      await expect(status()).resolves.toMatchObject({
        alerts: [{ name: 'ElsaServerDown', isSilenced: true }],
        slos: [{ name: 'success' }],
      });
      expect((await status()).alerts).toHaveLength(1);
    });
  });

  describe('with what Alertmanager says', () => {
    const suppress =
      (alertStatus: JsonObject): Handler =>
      (_request, response) =>
        sendJson(response, [
          {
            labels: toAlert({ labels: { alertname: 'ElsaServerDown' } }).labels,
            status: { state: 'suppressed', ...alertStatus },
          },
        ]);

    it.each([
      ['silenced', { silencedBy: ['a'], inhibitedBy: [] }, true, undefined],
      ['inhibited', { silencedBy: [], inhibitedBy: ['b'] }, false, true],
      ['both', { silencedBy: ['a'], inhibitedBy: ['b'] }, true, true],
      [
        'muted by a time interval',
        { silencedBy: [], inhibitedBy: [], mutedBy: ['c'] },
        false,
        undefined,
      ],
    ])(
      'should tell apart what is %s',
      async (_, alertStatus, isSilenced, isInhibited) => {
        alertmanager.handler = suppress(alertStatus);
        await start();
        const [alert] = (await status()).alerts;
        expect(alert.isSilenced).toBe(isSilenced);
        expect(alert.isInhibited).toBe(isInhibited);
      },
    );

    it('should keep what it said last while it does not answer, and say so', async () => {
      alertmanager.handler = suppress({
        silencedBy: ['a'],
        inhibitedBy: ['b'],
      });
      await start();
      alertmanager.fault = (_request, response) =>
        sendJson(response, 'out of order', 500);
      for (const restarts of [false, true]) {
        if (restarts) {
          collector.restart();
        }
        await next();
        await expect(status()).resolves.toMatchObject({
          alerts: [{ isSilenced: true, isInhibited: true }],
        });
        await expect(source('alertmanager:eu')).resolves.toMatchObject({
          state: 'server-error',
          message: expect.stringContaining('still count as silenced'),
        });
      }
      alertmanager.fault = undefined;
      alertmanager.handler = (_request, response) => sendJson(response, []);
      await next();
      const [alert] = (await status()).alerts;
      expect(alert).toMatchObject({ isSilenced: false });
      expect(alert).not.toHaveProperty('isInhibited');
    });

    it('should leave out an odd entry of it and no other', async () => {
      alertmanager.handler = (_request, response) =>
        sendJson(response, [
          null,
          { labels: { alertname: 7 } },
          {
            labels: toAlert({ labels: { alertname: 'ElsaServerDown' } }).labels,
            status: { silencedBy: ['a'] },
          },
        ]);
      await start();
      await expect(status()).resolves.toMatchObject({
        alerts: [{ isSilenced: true }],
      });
    });
  });

  it.each([
    ['null', null],
    ['labels that are no texts', { labels: { alertname: 7 }, state: 'firing' }],
    ['no state', { labels: {} }],
  ])(
    'should leave out an alert that is odd (%s), and say so',
    async (_, odd) => {
      prometheus.alerts.push(odd);
      await start();
      await expect(source()).resolves.toMatchObject({
        state: 'invalid-response',
        message: expect.stringContaining('1 of its alerts'),
      });
      await expect(status()).resolves.toMatchObject({
        alerts: [{ name: 'ElsaServerDown' }],
        slos: [{ name: 'success', state: 'ok' }],
      });
      prometheus.alerts = [];
      await next();
      await expect(source()).resolves.toMatchObject({ state: 'ok' });
    },
  );

  it.each([
    [undefined, 'record no objective'],
    ['1', 'record 1 as objective'],
    ['99.9', 'record 99.9 as objective'],
    ['NaN', 'record no objective'],
  ])(
    'should show an SLO whose objective is %s as such',
    async (value, words) => {
      prometheus.objective = value;
      await start();
      await expect(status()).resolves.toMatchObject({
        slos: [
          {
            name: 'success',
            state: 'no-data',
            remaining: null,
            problem: expect.stringContaining(words),
          },
        ],
      });
    },
  );

  it.each([
    ['alerts', 404, 'not-found'],
    ['query', 404, 'not-found'],
    ['alerts', 500, 'server-error'],
    ['query', 500, 'server-error'],
  ] as const)(
    'should read the rest as often as ever while %s answers %d',
    async (endpoint, code, state) => {
      await start();
      prometheus.server.fault = ({ path }, response) =>
        path.endsWith(`/${endpoint}`)
          ? sendJson(response, { status: 'error', error: 'no page' }, code)
          : false;
      const asked = { alerts: 0, query: 0 };
      for (let round = 0; round < 10; round++) {
        prometheus.server.requests.length = 0;
        collector.clock.now += MINUTE / 2;
        await collector.cycle();
        for (const name of ['alerts', 'query'] as const) {
          const isAsked = prometheus.server.requests.some(({ path }) =>
            path.endsWith(`/${name}`),
          );
          asked[name] += Number(isAsked);
        }
        await expect(source()).resolves.toMatchObject({
          state,
          message: `Prometheus 'eu' answered ${code}: no page`,
        });
      }
      expect(asked[endpoint === 'alerts' ? 'query' : 'alerts']).toBe(10);
      // What costs the server something is asked less often.
      expect(asked[endpoint] < 10).toBe(code === 500);
    },
  );

  it('should ask at once on refresh what failed a moment ago', async () => {
    await start();
    prometheus.server.fault = (_request, response) =>
      sendJson(response, { status: 'error', error: 'no' }, 403);
    await next();
    await next();
    prometheus.server.fault = undefined;
    prometheus.alerts = [toAlert({ labels: { alertname: 'Newer' } })];
    await collector.refresh(payments);
    await expect(status()).resolves.toMatchObject({
      alerts: [{ name: 'Newer' }],
    });
  });

  describe('that compresses', () => {
    const zip =
      (encoding: string, change = (bytes: Buffer) => bytes): Handler =>
      ({ path, body }, response) => {
        const answer = {
          status: 'success',
          data: prometheus.answer(path, body),
        };
        response.writeHead(200, { 'content-encoding': encoding });
        response.end(change(gzipSync(JSON.stringify(answer))));
      };

    it.each(['gzip', 'GZIP', 'GZip', 'x-gzip', ' gzip '])(
      'should read an answer in %j',
      async encoding => {
        prometheus.server.fault = zip(encoding);
        await start();
        await expect(source()).resolves.toMatchObject({ state: 'ok' });
      },
    );

    it.each([
      ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 12)],
      ['not compressed', () => Buffer.from('{"status":"success"}')],
      ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(7, 12, 30)],
    ])('should not call it unreachable when it is %s', async (_, change) => {
      prometheus.server.fault = zip('gzip', change);
      await start();
      const found = await source();
      expect(found).toMatchObject({
        state: 'invalid-response',
        message:
          "Prometheus 'eu' answered with something that is not whole gzip",
      });
    });
  });

  it.each([
    // open-bank-oss#1486: 9.9 of 10 GiB.
    ['is 99 % full', 10_630_044_057, 10_737_418_240, '10Gi'],
    ['is 90 % full', 9_000, 10_000, '1Gi'],
    [undefined, 8_999, 10_000, '1Gi'],
    // A folder of a disk that is larger than the claim.
    [undefined, 50 * 2 ** 30, 100 * 2 ** 30, '10Gi'],
  ])(
    'should remark that a volume %s',
    async (words, used, capacity, claimed) => {
      cluster.objects.push(databaseClaim(claimed));
      const answer = prometheus.samples.bind(prometheus);
      prometheus.samples = query => {
        const bytes = query.includes('kubelet_volume_stats_used_bytes')
          ? used
          : capacity;
        return query.includes('kubelet_volume_stats')
          ? [
              {
                metric: {
                  namespace: payments.namespace,
                  persistentvolumeclaim: 'data-postgresql-0',
                },
                value: [1_763_640_000, String(bytes)],
              } as never,
            ]
          : answer(query);
      };
      await start();
      const { health, storage } = await status();
      expect(storage).toMatchObject([{ usedBytes: used }]);
      expect(health.status).toBe('Healthy');
      const remark = {
        code: 'VolumeNearlyFull',
        health: 'Healthy',
        component: 'database',
        message: `PersistentVolumeClaim data-postgresql-0 ${words}.`,
        runbook: 'volume-full',
      };
      const expected = words === undefined ? [] : [remark];
      expect(health.reasons).toMatchObject(expected);
    },
  );

  it('should name the refusal of a connection once', async () => {
    await start();
    await prometheus.server.close();
    opened.splice(opened.indexOf(prometheus.server), 1);
    await next();
    const { message = '' } = (await source()) ?? {};
    expect(message).toContain('ECONNREFUSED');
    expect(message.match(/ECONNREFUSED/g)).toHaveLength(1);
  });
});
