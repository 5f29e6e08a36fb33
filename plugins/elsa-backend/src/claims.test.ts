import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { createTestDatabases } from './__testUtils__/databases';
import { FakeCluster } from './__testUtils__/fakeCluster';
import {
  FaultServer,
  type Handler,
  sendJson,
} from './__testUtils__/FaultServer';
import { environmentEntity, serverObjects } from './__testUtils__/objects';
import { startRealCatalog } from './__testUtils__/startRealCatalog';
import type { KubernetesObject } from './sources/kubernetes/KubernetesObject';

const ANN = 'user:default/ann';
const PAYMENTS = { name: 'payments', owner: ANN };
const LEGACY = { name: 'legacy', owner: ANN };

function entity(
  namespace: string,
  fixture: Parameters<typeof environmentEntity>[0],
  annotations: Record<string, string> = {},
): Entity {
  const made = environmentEntity(fixture);
  return {
    ...made,
    relations: undefined,
    metadata: {
      ...made.metadata,
      namespace,
      annotations: { ...made.metadata.annotations, ...annotations },
    },
  };
}

const real = entity('default', PAYMENTS);
const attacks = [
  entity('evil', { ...PAYMENTS, owner: 'user:default/mallory' }),
  entity('evil', { ...LEGACY, owner: 'user:default/mallory' }),
  // The right owner, and a lifecycle that everybody may see.
  entity('forged', { ...PAYMENTS, lifecycle: 'development' }),
];
const attackRefs = ['evil/payments', 'evil/legacy', 'forged/payments'];

const alert = {
  labels: {
    alertname: 'SecretAlert',
    namespace: 'payments',
    elsa_environment: 'payments',
  },
  annotations: {},
  state: 'firing',
  activeAt: '2026-11-20T11:00:00Z',
  value: '1',
};

/** A Prometheus that knows an alert and an SLO of payments. */
const answerMetrics: Handler = ({ path, body }, response) => {
  const query = new URLSearchParams(body).get('query') ?? '';
  const sample = (labels: JsonObject, value: string) => ({
    metric: {
      elsa_environment: 'payments',
      namespace: 'payments',
      sloth_slo: 'secret-slo',
      ...labels,
    },
    value: [Date.now() / 1000, value],
  });
  const result = query.includes('slo:sli_error')
    ? ['5m', '1h', '30d'].map(window =>
        sample({ sloth_window: window }, '0.0005'),
      )
    : [
        sample({ __name__: 'slo:objective:ratio' }, '0.999'),
        sample({ __name__: 'slo:time_period:days' }, '30'),
      ].filter(() => query.includes('slo:objective'));
  sendJson(response, {
    status: 'success',
    data: path.endsWith('/alerts')
      ? { alerts: [alert] }
      : { resultType: 'vector', result },
  });
};

/** What an Argo CD says of the Application that delivers an environment. */
function application(
  environment: string,
  destination: string,
): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: `secret-app-${environment}`,
      namespace: 'argocd',
      labels: {
        'app.kubernetes.io/part-of': 'elsa-workflows',
        'app.kubernetes.io/instance': environment,
      },
    },
    spec: { destination: { name: destination, namespace: environment } },
    status: { sync: { status: 'OutOfSync' }, health: { status: 'Healthy' } },
  };
}

const { databases, ids } = createTestDatabases();

jest.setTimeout(120_000);

describe.each(ids.map(id => [id]))('claims on %s', (id: TestDatabaseId) => {
  let cluster: FakeCluster;
  /** Holds an Argo CD that deploys to the other cluster. */
  let hub: FakeCluster;
  let prometheus: FaultServer;
  let portal: Awaited<ReturnType<typeof startRealCatalog>>;
  /** The catalog is read again a minute later; a test does not wait for that. */
  let skewMs = 0;
  const path = (ref: string) => `/environments/component/${ref}`;

  beforeEach(async () => {
    jest
      .spyOn(Date, 'now')
      .mockImplementation(
        () => Math.floor(performance.timeOrigin + performance.now()) + skewMs,
      );
    cluster = await FakeCluster.start();
    prometheus = await FaultServer.start(answerMetrics);
    hub = await FakeCluster.start();
    for (const { extraGroups } of [cluster, hub]) {
      extraGroups.push(['argoproj.io', 'v1alpha1']);
    }
    cluster.objects = [
      ...serverObjects(PAYMENTS),
      ...serverObjects(LEGACY),
      application('legacy', 'in-cluster'),
    ];
    hub.objects = [application('payments', 'production-eu')];
    for (const { metadata, kind } of cluster.objects) {
      if (
        kind === 'Deployment' &&
        metadata.labels?.['app.kubernetes.io/instance'] === 'legacy'
      ) {
        // In the short form that people write.
        metadata.annotations = { 'elsa-portal.io/owner': ANN.toUpperCase() };
      }
    }
    portal = await startRealCatalog({
      createDatabase: () => databases.init(id),
      clusters: {
        management: hub.server.url,
        'production-eu': cluster.server.url,
      },
      elsa: {
        prometheus: [
          { name: 'eu', url: prometheus.url, clusters: ['production-eu'] },
        ],
      },
    });
  });

  afterEach(async () => {
    await portal?.stop();
    await cluster.server.close();
    await hub.server.close();
    await prometheus.close();
    jest.restoreAllMocks();
  });

  async function expectJustice(): Promise<void> {
    const own = await portal.elsa('ann', path('default/payments'));
    expect(own.body).toMatchObject({
      health: { status: 'Healthy' },
      components: [expect.objectContaining({ name: 'server' })],
      alerts: [{ name: 'SecretAlert' }],
      slos: [{ name: 'secret-slo' }],
      argoCd: { application: 'secret-app-payments', cluster: 'management' },
    });
    for (const ref of ['evil/payments', 'evil/legacy']) {
      const stolen = await portal.elsa('mallory', path(ref));
      expect(stolen.body).toMatchObject({
        health: {
          status: 'Unknown',
          reasons: [{ message: expect.stringContaining('a different owner') }],
        },
        components: [],
        alerts: [],
        slos: [],
        storage: [],
        sources: [{ id: 'catalog:catalog' }],
      });
      expect(stolen.body).not.toHaveProperty('argoCd');
      expect(stolen.text).not.toMatch(/ann\b|3\.9\.0|Secret|secret|sha256/);
      const series = await portal.elsa(
        'mallory',
        `${path(ref)}/slos/secret-slo/series`,
      );
      expect(series.status).toBe(404);
      const history = await portal.elsa('mallory', `${path(ref)}/transitions`);
      expect(history.body.items).toEqual([]);
    }
    // A copy with the right owner is for those alone who see the real one.
    const forged = await portal.elsa('mallory', path('forged/payments'));
    expect(forged.status).toBe(404);
    const list = await portal.elsa('mallory', '/environments');
    expect(
      list.body.items.map((item: { entityRef: string }) => item.entityRef),
    ).toEqual(['component:evil/legacy', 'component:evil/payments']);
    expect(list.text).not.toMatch(
      /3\.9\.0|"health":"Healthy"|SecretAlert|secret-app/,
    );
    const found = await portal.elsa('platform', '/unregistered');
    expect(found.body.items).toMatchObject([{ name: 'legacy' }]);
  }

  async function expectUselessRefresh(): Promise<void> {
    cluster.takeListedPaths();
    for (const ref of ['evil/payments', 'evil/legacy']) {
      const refreshed = await portal.elsa(
        'mallory',
        `${path(ref)}/refresh`,
        'POST',
      );
      expect(refreshed.body.components).toEqual([]);
    }
    expect(cluster.takeListedPaths()).toEqual([]);
  }

  it('should give an attacker who registers later nothing, and take nothing from anybody', async () => {
    await portal.register([real], ['default/payments']);
    await portal.collect();
    const before = await portal.elsa('ann', path('default/payments'));
    expect(before.body.health.status).toBe('Healthy');
    await portal.register(
      [...attacks, real],
      ['default/payments', ...attackRefs],
    );
    skewMs += 61_000;
    await portal.collect();
    await expectJustice();
    await expectUselessRefresh();
    await portal.collect();
    await expectJustice();
  });

  it('should give an attacker who registers first nothing, and take nothing from anybody', async () => {
    cluster.objects
      .filter(({ metadata }) => metadata.namespace === 'payments')
      .forEach(({ metadata }) => {
        metadata.annotations = {
          ...metadata.annotations,
          'elsa-portal.io/entity': 'component:default/payments',
        };
      });
    await portal.register(attacks, attackRefs);
    await portal.collect();
    const early = await portal.elsa('mallory', path('forged/payments'));
    expect(early.body).toMatchObject({ components: [], alerts: [] });
    expect(early.text).not.toContain('secret-app');
    await expectUselessRefresh();
    const found = await portal.elsa('platform', '/unregistered');
    expect(found.body.items).toMatchObject([
      { name: 'legacy' },
      { name: 'payments' },
    ]);
    await portal.register(
      [...attacks, real],
      ['default/payments', ...attackRefs],
    );
    skewMs += 61_000;
    await portal.collect();
    await expectJustice();
  });

  it('should show a forged entity that registered first only with the real one, where the cluster names an owner and no entity', async () => {
    await portal.register(attacks, attackRefs);
    await portal.collect();
    const thief = await portal.elsa('mallory', path('evil/payments'));
    expect(thief.body.components).toEqual([]);
    await portal.register(
      [...attacks, real],
      ['default/payments', ...attackRefs],
    );
    skewMs += 61_000;
    await portal.collect();
    await expectJustice();
    await expectUselessRefresh();
    await portal.collect();
    await expectJustice();
  });

  it('should not set a forged entity free when the real one leaves the catalog', async () => {
    await portal.register([real], ['default/payments']);
    await portal.collect();
    await portal.register(
      [...attacks, real],
      ['default/payments', ...attackRefs],
    );
    skewMs += 61_000;
    await portal.collect();
    await portal.register(attacks, attackRefs, ['default/payments']);
    for (let round = 0; round < 2; round += 1) {
      skewMs += 61_000;
      await portal.collect();
      const forged = await portal.elsa('mallory', path('forged/payments'));
      expect(forged.body).toMatchObject({
        health: {
          status: 'Unknown',
          reasons: [
            { message: expect.stringContaining('elsa-portal.io/entity') },
          ],
        },
        components: [],
        alerts: [],
        slos: [],
      });
      expect(forged.text).not.toMatch(
        /default\/payments|3\.9\.0|Secret|secret|sha256/,
      );
    }
    // It comes back, and nothing is lost.
    await portal.register(
      [...attacks, real],
      ['default/payments', ...attackRefs],
    );
    skewMs += 61_000;
    await portal.collect();
    await expectJustice();
  });

  it('should show one owner both of two honest entities with one placement', async () => {
    const copy = entity('aaa', PAYMENTS);
    await portal.register([copy, real], ['aaa/payments', 'default/payments']);
    await portal.collect();
    for (const ref of ['aaa/payments', 'default/payments']) {
      const { body } = await portal.elsa('ann', path(ref));
      expect(body).toMatchObject({
        health: { status: 'Healthy' },
        alerts: [{ name: 'SecretAlert' }],
      });
    }
  });

  it('should keep ten malformed entities from harming fifty good ones', async () => {
    const long = 'x'.repeat(300);
    const cluster300 = 'backstage.io/kubernetes-cluster';
    const bad: Array<Record<string, string>> = [
      { [cluster300]: long },
      { [cluster300]: 'a\u0000b' },
      { [cluster300]: '\ud800' },
      { [cluster300]: ' production-eu ' },
      { 'backstage.io/kubernetes-namespace': long },
      { 'backstage.io/kubernetes-namespace': 'a\u0000' },
      { 'elsa-portal.io/environment': long },
      { 'elsa-portal.io/environment': '\u0000' },
      { 'elsa-portal.io/host-profile': `\u0000${'x'.repeat(9_000)}` },
      { [cluster300]: '' },
    ];
    const good = Array.from({ length: 50 }, (_, index) => ({
      name: `good-${index}`,
      owner: ANN,
    }));
    cluster.objects = good.flatMap(item => serverObjects(item));
    await portal.register(
      [
        ...bad.map((annotations, index) =>
          entity('default', { name: `bad-${index}`, owner: ANN }, annotations),
        ),
        ...good.map(item => entity('default', item)),
      ],
      good.map(({ name }) => `default/${name}`),
    );
    await portal.collect();
    const list = await portal.elsa('ann', '/environments?limit=100');
    expect(list.body.totals).toMatchObject({ Healthy: 50 });
    const sources = await portal.elsa('ann', '/sources');
    expect(sources.body.items).toContainEqual(
      expect.objectContaining({ id: 'catalog:catalog', state: 'ok' }),
    );
    const first = await portal.elsa('ann', path('default/bad-0'));
    expect(first.body.health.reasons[0].message).toContain(
      'backstage.io/kubernetes-cluster',
    );
    for (const odd of ['default/%00', `default/${long}`, '%ED%A0%80/a']) {
      const answer = await portal.elsa('ann', path(odd));
      expect(answer.text).not.toMatch(/select|insert|sql|invalid byte/i);
      expect(answer.status).toBeLessThan(500);
    }
    await portal
      .database()
      ?.then(knex => knex.schema.dropTable('elsa_transitions'));
    const broken = await portal.elsa(
      'ann',
      `${path('default/good-0')}/transitions`,
    );
    expect(broken.status).toBe(503);
    expect(broken.text).not.toMatch(/select|elsa_transitions|relation|sql/i);
  });
});
