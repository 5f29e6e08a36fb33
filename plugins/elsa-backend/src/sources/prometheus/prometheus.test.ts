import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogEnvironment } from '../../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../../__testUtils__/createTestCollector';
import { FakeCluster } from '../../__testUtils__/fakeCluster';
import { FAULTS } from '../../__testUtils__/faults';
import {
  FaultServer,
  type Handler,
  sendJson,
} from '../../__testUtils__/FaultServer';
import { serverObjects } from '../../__testUtils__/objects';

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T12:00:00Z');
const payments = catalogEnvironment({ name: 'payments-production' });

const slo = {
  elsa_environment: 'payments-production',
  namespace: 'payments-production',
  sloth_slo: 'success',
};

/** A Prometheus that has recorded one SLO, one alert and one volume. */
const prometheusAnswers: Handler = ({ path, body }, response) => {
  const query = new URLSearchParams(body).get('query') ?? '';
  const sample = (metric: JsonObject, value: string) => ({
    metric,
    value: [1_763_640_000, value],
  });
  const vector = (result: unknown[]) =>
    sendJson(response, {
      status: 'success',
      data: { resultType: 'vector', result },
    });
  if (path.endsWith('/api/v1/alerts')) {
    sendJson(response, {
      status: 'success',
      data: {
        alerts: [
          {
            labels: {
              alertname: 'ElsaServerDown',
              severity: 'critical',
              elsa_environment: 'payments-production',
              namespace: 'payments-production',
            },
            annotations: {
              summary: 'Down',
              runbook_url: 'data:text/html,x',
            },
            state: 'firing',
            activeAt: '2026-11-20T11:00:00Z',
            value: '1e+00',
          },
          {
            labels: { alertname: 'Watchdog' },
            annotations: {},
            state: 'firing',
          },
        ],
      },
    });
  } else if (path.endsWith('/query_range')) {
    sendJson(response, {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: {},
            values: [
              [60, '0.5'],
              [120, 'NaN'],
              [180, '1'],
            ],
          },
        ],
      },
    });
  } else if (query.includes('slo:sli_error')) {
    vector(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'].map(window =>
        sample({ ...slo, sloth_window: window }, '0.0005'),
      ),
    );
  } else if (query.includes('slo:objective')) {
    vector([
      sample({ ...slo, __name__: 'slo:objective:ratio' }, '0.999'),
      sample({ ...slo, __name__: 'slo:time_period:days' }, '30'),
    ]);
  } else {
    vector([]);
  }
};

function pem(name: string): string {
  return readFileSync(join(__dirname, '../../__testUtils__/tls', name), 'utf8');
}

jest.setTimeout(60_000);

describe('Collector reading Prometheus', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let cluster: FakeCluster;
  let prometheus: FaultServer;
  let collector: TestCollector | undefined;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.objects = serverObjects(payments);
    prometheus = await FaultServer.start(prometheusAnswers);
  });

  afterEach(async () => {
    await collector?.close();
    await cluster.server.close();
    await prometheus.close();
  });

  async function start(
    server: JsonObject = {},
    elsa: JsonObject = {},
    environments = [payments],
  ): Promise<TestCollector> {
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: { 'production-eu': cluster.server.url },
      environments,
      elsa: {
        prometheus: [
          {
            name: 'eu',
            url: prometheus.url,
            clusters: ['production-eu'],
            timeout: { seconds: 1 },
            maxResponseBytes: 1024 * 1024,
            ...server,
          },
        ],
        ...elsa,
      },
    });
    await collector.cycle();
    return collector;
  }

  it('should evaluate recorded SLOs and show alerts of the environment alone', async () => {
    const { status } = await start();
    const result = await status(payments.entityRef);
    expect(result.slos).toMatchObject([
      {
        name: 'success',
        title: 'Success',
        state: 'ok',
        remaining: expect.closeTo(0.5),
        from: 'recorded',
        source: 'prometheus:eu',
      },
    ]);
    expect(result.alerts).toEqual([
      expect.objectContaining({
        name: 'ElsaServerDown',
        state: 'firing',
        isSilenced: false,
        severity: 'critical',
        activeSince: '2026-11-20T11:00:00Z',
        value: 1,
      }),
    ]);
    expect(result.alerts[0]).not.toHaveProperty('runbookUrl');
  });

  it('should ask as many questions for a hundred environments as for one', async () => {
    await start();
    const asked = prometheus.requests.length;
    const hundred = Array.from({ length: 100 }, (_, index) =>
      catalogEnvironment({ name: `environment-${index}` }),
    );
    collector?.setCatalog(async () => hundred);
    cluster.objects = hundred.flatMap(item => serverObjects(item));
    prometheus.requests.length = 0;
    collector?.restart();
    await collector?.cycle();
    expect(prometheus.requests).toHaveLength(asked);
  });

  it.each(FAULTS)(
    'should keep the figures on $name, then stop vouching for them',
    async ({ handler, state }) => {
      const running = await start();
      prometheus.fault = handler;
      running.restart();
      running.clock.now += MINUTE;
      await running.cycle();
      await expect(running.source('prometheus:eu')).resolves.toMatchObject({
        state,
        lastSuccessAt: '2026-11-20T12:00:00.000Z',
      });
      await expect(running.status(payments.entityRef)).resolves.toMatchObject({
        health: { status: 'Healthy' },
        slos: [{ name: 'success', state: 'ok' }],
        alerts: [{ name: 'ElsaServerDown' }],
      });

      running.restart();
      running.clock.now += 2 * MINUTE;
      await running.cycle();
      await expect(running.status(payments.entityRef)).resolves.toMatchObject({
        health: { status: 'Healthy' },
        slos: [
          { name: 'success', state: 'no-data', remaining: expect.closeTo(0.5) },
        ],
      });
    },
  );

  it('should keep SLOs when only the alerts fail', async () => {
    const running = await start();
    prometheus.fault = ({ path }, response) => {
      if (!path.endsWith('/alerts')) {
        return false;
      }
      sendJson(response, { status: 'error', error: 'out of order' }, 500);
      return true;
    };
    running.restart();
    running.clock.now += 3 * MINUTE;
    await running.cycle();
    await expect(running.source('prometheus:eu')).resolves.toMatchObject({
      state: 'server-error',
      message: "Prometheus 'eu' answered 500: out of order",
    });
    await expect(running.status(payments.entityRef)).resolves.toMatchObject({
      slos: [{ state: 'ok' }],
      alerts: [{ name: 'ElsaServerDown' }],
    });
  });

  it.each([
    [
      { type: 'bearer', token: 'top-secret-token' },
      'Bearer top-secret-token',
      'top-secret-token',
    ],
    [
      { type: 'basic', username: 'elsa', password: 'pa:ss wörd' },
      `Basic ${Buffer.from('elsa:pa:ss wörd').toString('base64')}`,
      'pa:ss wörd',
    ],
  ])(
    'should authenticate with %j and never repeat the credential',
    async (auth, header, secret) => {
      prometheus.fault = ({ headers }, response) => {
        sendJson(
          response,
          {
            status: 'error',
            error: `unknown credential ${headers.authorization} ${secret}`,
          },
          401,
        );
        return true;
      };
      const running = await start({
        auth,
        tenant: { value: 'payments|orders' },
      });
      expect(prometheus.requests[0].headers).toMatchObject({
        authorization: header,
        'x-scope-orgid': 'payments|orders',
      });
      const source = await running.source('prometheus:eu');
      expect(source).toMatchObject({ state: 'unauthorized' });
      expect(source?.message).not.toContain(secret);
      expect(source?.message).not.toContain(header.split(' ')[1]);
    },
  );

  it('should mask a credential that comes back among the alerts', async () => {
    const token = 'a-token-that-nobody-may-see';
    prometheus.fault = ({ path, headers }, response) =>
      path === '/api/v1/alerts' &&
      void sendJson(response, {
        status: 'success',
        data: {
          alerts: [
            {
              state: 'firing',
              labels: {
                alertname: 'Echo',
                elsa_environment: 'payments-production',
                namespace: 'payments-production',
              },
              annotations: {
                summary: `asked with ${headers.authorization}`,
                description: Buffer.from(token).toString('base64'),
              },
            },
          ],
        },
      });
    const running = await start({ auth: { type: 'bearer', token } });
    const { alerts } = await running.status(
      'component:default/payments-production',
    );
    expect(alerts).toHaveLength(1);
    expect(JSON.stringify(alerts)).toContain('***');
    expect(JSON.stringify(alerts)).not.toContain(token);
    expect(JSON.stringify(alerts)).not.toContain(
      Buffer.from(token).toString('base64'),
    );
  });

  it('should report a certificate that is not trusted, and accept a configured CA', async () => {
    await prometheus.close();
    prometheus = await FaultServer.start(prometheusAnswers, {
      key: pem('key.pem'),
      cert: pem('cert.pem'),
    });
    const refused = await start();
    await expect(refused.source('prometheus:eu')).resolves.toMatchObject({
      state: 'tls-error',
    });
    await refused.close();
    const trusted = await start({ tls: { ca: pem('cert.pem') } });
    await expect(trusted.source('prometheus:eu')).resolves.toMatchObject({
      state: 'ok',
    });
  });

  it('should send hostile names as values alone', async () => {
    const hostile = catalogEnvironment({
      name: 'a"} or vector(1) #',
      namespace: 'x"}) or up{a="',
      placementProblem: 'not a name',
    });
    const running = await start({
      clusterLabel: 'cluster',
      matchers: { tenant: 'a",b=~".*' },
    });
    running.setCatalog(async () => [hostile]);
    running.restart();
    prometheus.requests.length = 0;
    running.clock.now += MINUTE;
    await running.cycle();
    const queries = prometheus.requests.map(
      ({ body }) => new URLSearchParams(body).get('query') ?? '',
    );
    for (const query of queries.filter(Boolean)) {
      expect(query).toContain('tenant="a\\",b=~\\".*"');
      expect(query).not.toContain('x"})');
    }
  });

  it('should mark the alerts that Alertmanager has silenced', async () => {
    const alertmanager = await FaultServer.start((_request, response) =>
      sendJson(response, [
        {
          labels: {
            alertname: 'ElsaServerDown',
            severity: 'critical',
            elsa_environment: 'payments-production',
            namespace: 'payments-production',
            prometheus: 'monitoring/k8s',
          },
        },
      ]),
    );
    try {
      const running = await start(
        {},
        { alertmanager: [{ name: 'eu', url: alertmanager.url }] },
      );
      await expect(running.status(payments.entityRef)).resolves.toMatchObject({
        alerts: [{ name: 'ElsaServerDown', isSilenced: true }],
      });
      expect(alertmanager.requests[0].query.get('filter')).toBe(
        'elsa_environment!=""',
      );
      await expect(running.source('alertmanager:eu')).resolves.toMatchObject({
        state: 'ok',
      });
    } finally {
      await alertmanager.close();
    }
  });

  it.each([
    ['one of two that look alike is silenced', 1, [false, false]],
    ['both that look alike are silenced', 2, [true, true]],
  ])(
    'should not guess whose alert is silenced when %s',
    async (_, count, expected) => {
      const other = {
        ...catalogEnvironment({
          name: 'payments-production',
          cluster: 'production-us',
        }),
        entityRef: 'component:us/payments-production',
      };
      const alertmanager = await FaultServer.start((_request, response) =>
        sendJson(
          response,
          ['eu', 'us'].slice(0, count).map(region => ({
            labels: {
              alertname: 'ElsaServerDown',
              severity: 'critical',
              elsa_environment: 'payments-production',
              namespace: 'payments-production',
              region,
            },
          })),
        ),
      );
      const us = await FaultServer.start(prometheusAnswers);
      try {
        collector = await createTestCollector({
          knex: await databases.init('SQLITE_3'),
          clusters: {
            'production-eu': cluster.server.url,
            'production-us': cluster.server.url,
          },
          environments: [payments, other],
          elsa: {
            prometheus: [
              { name: 'eu', url: prometheus.url, clusters: ['production-eu'] },
              { name: 'us', url: us.url, clusters: ['production-us'] },
            ],
            alertmanager: [{ name: 'all', url: alertmanager.url }],
          },
        });
        await collector.cycle();
        const found = [];
        for (const { entityRef } of [payments, other]) {
          const { alerts } = await collector.status(entityRef);
          found.push(...alerts.map(({ isSilenced }) => isSilenced));
        }
        expect(found).toEqual(expected);
      } finally {
        await alertmanager.close();
        await us.close();
      }
    },
  );

  it('should not take the silence of one cluster for that of another that the label names', async () => {
    const alertmanager = await FaultServer.start((_request, response) =>
      sendJson(response, [
        {
          labels: {
            alertname: 'ElsaServerDown',
            severity: 'critical',
            elsa_environment: 'payments-production',
            namespace: 'payments-production',
            cluster: 'production-us',
          },
        },
      ]),
    );
    try {
      const running = await start(
        { clusterLabel: 'cluster' },
        { alertmanager: [{ name: 'eu', url: alertmanager.url }] },
      );
      await expect(running.status(payments.entityRef)).resolves.toMatchObject({
        alerts: [{ isSilenced: false }],
      });
    } finally {
      await alertmanager.close();
    }
  });

  it('should not call SLOs new because alerts could be read', async () => {
    const running = await start();
    let count = 0;
    prometheus.fault = ({ path, body }, response) => {
      if (body.includes('slo%3A')) {
        sendJson(response, { status: 'error', error: 'overloaded' }, 503);
        return true;
      }
      if (!path.endsWith('/alerts')) {
        return false;
      }
      count += 1;
      const labels = {
        alertname: `Other${count}`,
        elsa_environment: 'payments-production',
        namespace: 'payments-production',
      };
      sendJson(response, {
        status: 'success',
        data: { alerts: [{ labels, annotations: {}, state: 'firing' }] },
      });
      return true;
    };
    for (let minute = 0; minute < 3; minute++) {
      running.restart();
      running.clock.now += MINUTE;
      await running.cycle();
    }
    await expect(running.status(payments.entityRef)).resolves.toMatchObject({
      alerts: [{ name: 'Other3' }],
      slos: [{ state: 'no-data', evaluatedAt: '2026-11-20T12:00:00.000Z' }],
    });
  });

  describe('with client certificates', () => {
    const own = { cert: pem('cert.pem'), key: pem('key.pem') };
    let secured: FaultServer;

    beforeEach(async () => {
      secured = await FaultServer.start(prometheusAnswers, {
        ...own,
        ca: own.cert,
        requestCert: true,
        rejectUnauthorized: true,
      });
    });

    afterEach(() => secured.close());

    it('should present its own to Prometheus and Alertmanager', async () => {
      const tls = { ca: own.cert };
      const auth = { type: 'mtls', ...own };
      const running = await start(
        { url: secured.url, auth, tls },
        { alertmanager: [{ name: 'eu', url: secured.url, auth, tls }] },
      );
      await expect(running.source('prometheus:eu')).resolves.toMatchObject({
        state: 'ok',
      });
      // It answers what no Alertmanager would: it did let us in.
      await expect(running.source('alertmanager:eu')).resolves.toMatchObject({
        state: 'invalid-response',
      });
      const { slos } = await running.status(payments.entityRef);
      expect(slos).toMatchObject([{ name: 'success' }]);
    });

    it('should report a server that asks for one in vain', async () => {
      const running = await start({
        url: secured.url,
        tls: { ca: own.cert },
      });
      const source = await running.source('prometheus:eu');
      // TLS 1.3 just closes the connection, so the remedy has to name it.
      expect(source).toMatchObject({
        state: expect.stringMatching(/^(unreachable|tls-error)$/),
        remedy: expect.stringContaining('mtls'),
      });
    });
  });

  it('should read the course of an SLO with gaps left out, once for equal charts', async () => {
    const running = await start();
    const status = await running.status(payments.entityRef);
    prometheus.requests.length = 0;
    const options = { fromSeconds: 0, toSeconds: 86_400, width: 100 };
    const [first, second] = await Promise.all([
      running.prometheus.sloSeries.read(status, 'success', options),
      running.prometheus.sloSeries.read(status, 'success', options),
    ]);
    expect(first.sli).toEqual([
      [60, 0.5],
      [180, 1],
    ]);
    expect(first.stepSeconds).toBe(900);
    expect(second).toBe(first);
    expect(prometheus.requests).toHaveLength(5);
    await expect(
      running.prometheus.sloSeries.read(status, 'other', options),
    ).rejects.toThrow("has no SLO 'other'");
  });

  it('should end a course up to now with what was evaluated, at no later time', async () => {
    const running = await start();
    const status = await running.status(payments.entityRef);
    const [{ remaining, burnRates, evaluatedAt }] = status.slos;
    running.clock.now += MINUTE;
    const nowSeconds = START / 1000 + 60;
    const ends: number[] = [];
    prometheus.fault = ({ path, body }, response) => {
      if (!path.endsWith('/query_range')) return false;
      const parameters = new URLSearchParams(body);
      const query = parameters.get('query') ?? '';
      const end = Number(parameters.get('end'));
      ends.push(end);
      const metric = query.includes('ALERTS')
        ? { alertname: 'ElsaServerDown', severity: 'critical' }
        : {};
      const step = Number(parameters.get('step'));
      const values = [end - 4 * step, end - step, end].map(time => [time, '1']);
      const data = { resultType: 'matrix', result: [{ metric, values }] };
      sendJson(response, { status: 'success', data });
      return true;
    };
    const series = await running.prometheus.sloSeries.read(status, 'success', {
      rangeSeconds: 7 * 86_400,
      width: 480,
    });
    // Steps end at round times, the last one after now.
    expect(Math.min(...ends)).toBeGreaterThan(nowSeconds);
    expect(series).toMatchObject({ stepSeconds: 1800, toSeconds: nowSeconds });
    expect(series.fromSeconds).toBeLessThanOrEqual(nowSeconds - 7 * 86_400);
    const evaluated = Date.parse(evaluatedAt!) / 1000;
    expect(series.remaining.at(-1)).toEqual([evaluated, remaining]);
    expect(series.burnRate.at(-1)).toEqual([evaluated, burnRates['1h']]);
    expect(series.sli.at(-1)).toEqual([nowSeconds, 1]);
    expect(series.traffic.at(-1)).toEqual([nowSeconds, 1]);
    expect(series.incidents).toEqual([
      expect.objectContaining({ name: 'ElsaServerDown', severity: 'critical' }),
      expect.objectContaining({ toSeconds: nowSeconds }),
    ]);
    for (const points of [series.sli, series.remaining, series.burnRate]) {
      for (const [seconds] of points) {
        expect(seconds).toBeLessThanOrEqual(nowSeconds);
      }
    }
  });

  it('should read what is recorded, and alerts, beside a raw query that fails, and keep what it gave', async () => {
    const other = catalogEnvironment({ name: 'orders-production' });
    cluster.objects.push(...serverObjects(other));
    let isBroken = false;
    let rawQueries = 0;
    const raw = {
      metric: { namespace: 'orders-production', elsa_environment: other.name },
      value: [1, '0.02'],
    };
    prometheus.fault = ({ body }, response) => {
      const query = new URLSearchParams(body).get('query') ?? '';
      if (!query.includes('probe_success')) return false;
      rawQueries += 1;
      if (isBroken) {
        const error = 'query processing would load too many samples';
        sendJson(response, { status: 'error', error }, 422);
      } else {
        const data = { resultType: 'vector', result: [raw] };
        sendJson(response, { status: 'success', data });
      }
      return true;
    };
    const running = await start(
      {},
      {
        slos: [
          { name: 'reachable', indicator: 'availability', objective: 0.99 },
        ],
      },
      [payments, other],
    );
    const slosOf = async (entityRef: string) =>
      (await running.status(entityRef)).slos;
    await expect(slosOf(other.entityRef)).resolves.toMatchObject([
      { name: 'reachable', from: 'raw' },
    ]);

    isBroken = true;
    rawQueries = 0;
    for (let minute = 1; minute <= 7; minute++) {
      running.clock.now += MINUTE;
      await running.cycle();
    }
    const now = new Date(START + 7 * MINUTE).toISOString();
    const { alerts, slos } = await running.status(payments.entityRef);
    expect(alerts).toMatchObject([{ name: 'ElsaServerDown' }]);
    expect(slos).toMatchObject([
      { name: 'success', state: 'ok', evaluatedAt: now },
    ]);
    await expect(slosOf(other.entityRef)).resolves.toMatchObject([
      { name: 'reachable', evaluatedAt: new Date(START).toISOString() },
    ]);
    await expect(running.source('prometheus:eu')).resolves.toMatchObject({
      state: 'invalid-response',
      message: expect.stringMatching(
        /SLO 'reachable' cannot be evaluated from raw metrics: .*too many samples/,
      ),
    });
    // One query for each window at the fifth minute, and no more since.
    expect(rawQueries).toBeLessThanOrEqual(8);

    isBroken = false;
    running.clock.now += 4 * MINUTE;
    await running.cycle();
    await expect(running.source('prometheus:eu')).resolves.toMatchObject({
      state: 'ok',
    });
  });

  it('should evaluate configured SLOs from raw metrics where none is recorded, and say when', async () => {
    prometheus.handler = ({ path, body }, response) => {
      const query = new URLSearchParams(body).get('query') ?? '';
      const isRaw = query.includes('http_server_request_duration_seconds');
      sendJson(response, {
        status: 'success',
        data: path.endsWith('/alerts')
          ? { alerts: [] }
          : {
              resultType: 'vector',
              result: isRaw
                ? [
                    {
                      metric: {
                        namespace: 'payments-production',
                        service: 'payments-production-server',
                        job: 'payments-production-server',
                      },
                      value: [1, '0.02'],
                    },
                  ]
                : [],
            },
      });
    };
    const running = await start(
      {},
      { slos: [{ name: 'success', indicator: 'success', objective: 0.999 }] },
    );
    const evaluated = (minute: number, state = 'exhausted') => ({
      slos: [
        {
          name: 'success',
          state,
          evaluatedAt: new Date(START + minute * MINUTE).toISOString(),
        },
      ],
    });
    await expect(running.status(payments.entityRef)).resolves.toMatchObject({
      slos: [{ from: 'raw' }],
    });
    // The source is read every minute; these figures are not, and say so.
    for (let minute = 1; minute < 5; minute++) {
      running.clock.now += MINUTE;
      await running.cycle();
      await expect(running.status(payments.entityRef)).resolves.toMatchObject(
        evaluated(0),
      );
    }
    running.clock.now += MINUTE;
    await running.cycle();
    await expect(running.status(payments.entityRef)).resolves.toMatchObject(
      evaluated(5),
    );
    // Nothing answers any more: an old budget is not a good one.
    running.clock.now += 3 * MINUTE;
    await expect(running.status(payments.entityRef)).resolves.toMatchObject(
      evaluated(5, 'no-data'),
    );
  });
});
