import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { FaultServer, sendJson } from '../__testUtils__/FaultServer';
import { serverObjects } from '../__testUtils__/objects';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

const payments = catalogEnvironment({ name: 'payments-production' });
const MINUTE = 60_000;

jest.setTimeout(60_000);

const constant = (record: string, value: number) => ({
  record,
  expr: `vector(${value})`,
  labels: { sloth_slo: 'success', elsa_environment: payments.name },
});

const rules: KubernetesObject = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: {
    name: 'payments-production-slos',
    namespace: payments.namespace,
    labels: {
      'app.kubernetes.io/part-of': 'elsa-workflows',
      'app.kubernetes.io/instance': payments.name,
      'app.kubernetes.io/component': 'monitoring',
    },
  },
  spec: {
    groups: [
      {
        name: 'sloth-slo-meta-recordings',
        rules: [
          constant('slo:objective:ratio', 0.999),
          constant('slo:time_period:days', 30),
        ],
      },
    ],
  },
};

describe('Collector reading SLOs that rules define', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let cluster: FakeCluster;
  let prometheus: FaultServer;
  let collector: TestCollector | undefined;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.extraGroups = [['monitoring.coreos.com', 'v1']];
    cluster.objects = [...serverObjects(payments), rules];
    // It answers, and has recorded nothing.
    prometheus = await FaultServer.start(({ path }, response) =>
      sendJson(response, {
        status: 'success',
        data: path.endsWith('/alerts')
          ? { alerts: [] }
          : { resultType: 'vector', result: [] },
      }),
    );
  });

  afterEach(async () => {
    await collector?.close();
    await cluster.server.close();
    await prometheus.close();
  });

  async function start(hasPrometheus: boolean) {
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: { 'production-eu': cluster.server.url },
      environments: [payments],
      elsa: hasPrometheus
        ? {
            prometheus: [
              {
                name: 'eu',
                url: prometheus.url,
                clusters: ['production-eu'],
              },
            ],
          }
        : {},
    });
    await collector.cycle();
    return collector.status(payments.entityRef);
  }

  it('should name them where no Prometheus is configured, and leave health alone', async () => {
    const status = await start(false);
    expect(status.slos).toEqual([
      expect.objectContaining({
        name: 'success',
        title: 'Success',
        objective: 0.999,
        windowSeconds: 30 * 86_400,
        state: 'no-data',
        from: 'none',
        remaining: null,
        unmeasured: 'not-configured',
      }),
    ]);
    expect(status.health.status).toBe('Healthy');
    expect(status.components.map(({ name }) => name)).toEqual(['server']);
  });

  it('should tell a Prometheus without their series from one that cannot be read', async () => {
    await expect(start(true)).resolves.toMatchObject({
      slos: [{ name: 'success', unmeasured: 'no-series' }],
    });
    prometheus.fault = (_, response) => {
      sendJson(response, {}, 503);
      return true;
    };
    for (let minute = 0; minute < 4; minute++) {
      collector!.clock.now += MINUTE;
      await collector!.cycle();
    }
    await expect(collector!.status(payments.entityRef)).resolves.toMatchObject({
      slos: [{ name: 'success', unmeasured: 'not-read' }],
    });
  });

  it('should not blame a cluster whose rules may not be read', async () => {
    cluster.server.fault = ({ path }, response) => {
      if (!path.endsWith('/prometheusrules')) return false;
      sendJson(response, { kind: 'Status', message: 'is forbidden' }, 403);
      return true;
    };
    const status = await start(false);
    expect(status).toMatchObject({ slos: [], health: { status: 'Healthy' } });
    await expect(
      collector!.source('kubernetes:production-eu'),
    ).resolves.toMatchObject({ state: 'ok' });
  });
});
