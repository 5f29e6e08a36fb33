import {
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';
import express from 'express';
import request from 'supertest';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { serverObjects } from '../__testUtils__/objects';
import { routerServices } from '../__testUtils__/routerServices';
import { EnvironmentAccess } from '../access/EnvironmentAccess';
import { EnvironmentIndex } from '../status/EnvironmentIndex';
import { RefreshService } from '../status/RefreshService';
import { StatusService } from '../status/StatusService';
import type { CatalogEnvironment } from '../model';
import { createRouter } from './createRouter';

const payments = catalogEnvironment({
  name: 'payments-production',
  aliases: ['component:default/payments-production-server'],
  links: [{ kind: 'studio', title: 'Studio', url: 'https://elsa.example.com' }],
});
const orders = catalogEnvironment({
  name: 'orders-staging',
  cluster: 'staging-eu',
  owner: 'group:default/orders',
  title: 'Orders (staging)',
});

const PAYMENTS = '/environments/component/default/payments-production';
const ORDERS = '/environments/component/default/orders-staging';

const LEGACY_IMAGE = 'elsaworkflows/elsa-server-v3-5@sha256:5a';

jest.setTimeout(60_000);

describe('status API', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let production: FakeCluster;
  let staging: FakeCluster;
  let collector: TestCollector;
  let app: express.Express;
  /** What the policy allows this test's user. */
  let readable: 'all' | Set<string>;
  let mayRefresh: boolean;
  let maySeeUnregistered: boolean;
  let metricsIds: string[];
  /** What the catalog has got since it was last read as a whole. */
  let newcomers: CatalogEnvironment[];
  const asked: string[] = [];

  function decide(permission: Permission, entityRef: string): boolean {
    if (isPermission(permission, elsaUnregisteredReadPermission)) {
      return maySeeUnregistered;
    }
    if (isPermission(permission, elsaEnvironmentRefreshPermission)) {
      return mayRefresh;
    }
    return readable === 'all' || readable.has(entityRef);
  }

  const permissions = mockServices.permissions.mock({
    authorizeConditional: async questions =>
      questions.map(({ permission }) =>
        readable === 'all' ||
        !isPermission(permission, elsaEnvironmentReadPermission)
          ? { result: AuthorizeResult.ALLOW }
          : {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: [] },
              },
            },
      ),
    authorize: async questions =>
      questions.map(({ permission, resourceRef }) => {
        asked.push(`${resourceRef}`);
        const isAllowed = decide(permission, `${resourceRef}`);
        return {
          result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        };
      }),
  });

  beforeEach(async () => {
    readable = 'all';
    mayRefresh = true;
    maySeeUnregistered = true;
    metricsIds = [];
    newcomers = [];
    asked.length = 0;
    production = await FakeCluster.start();
    staging = await FakeCluster.start();
    production.objects = [
      ...serverObjects(payments),
      ...serverObjects({ name: 'legacy-workflows' }, { image: LEGACY_IMAGE }),
    ];
    staging.objects = serverObjects(orders, {
      isCrashing: true,
      image: 'elsaworkflows/elsa-server-app:3.6.1',
    });
    collector = await createTestCollector({
      knex: await databases.init('SQLITE_3'),
      clusters: {
        'production-eu': production.server.url,
        'staging-eu': staging.server.url,
      },
      environments: [payments, orders],
    });
    await collector.cycle();
    app = createApp();
  });

  afterEach(async () => {
    await collector.close();
    await production.server.close();
    await staging.server.close();
  });

  function createApp(): express.Express {
    const { stores } = collector;
    const now = () => collector.clock.now;
    const common = {
      stores,
      now,
      staleAfterMs: 120_000,
      metricsSourceIds: () => metricsIds,
    };
    const index = new EnvironmentIndex({ ...common, refreshIntervalMs: 0 });
    const access = new EnvironmentAccess({
      auth: mockServices.auth(),
      permissions,
      decisionTtlMs: 15_000,
      now,
    });
    const status = new StatusService({
      ...common,
      index,
      access,
      cache: mockServices.cache.mock({
        get: async () => undefined,
        set: async () => {},
      }),
      readEntity: async ref =>
        newcomers.find(({ entityRef }) => entityRef === ref),
    });
    const refresh = new RefreshService({
      ...common,
      config: {
        refresh: { minIntervalMs: 10_000, perCallerPerMinute: 3 },
        collector: { clusterTimeoutMs: 3000 } as never,
      },
      index,
      access,
      status,
      collector: { refresh: environment => collector.refresh(environment) },
      metrics: { refreshed: () => {} },
    });
    return express()
      .use(
        createRouter({
          ...routerServices(),
          permissions,
          status,
          refresh,
          readers: { watch: () => 'a-key-of-some-length' },
          sloSeries: collector.prometheus.sloSeries,
          validatesResponses: true,
        }),
      )
      .use(mockErrorHandler());
  }

  describe('for an entity that is newer than the last look at the catalog', () => {
    const fresh = catalogEnvironment({ name: 'fresh' });
    const FRESH = '/environments/component/default/Fresh';

    beforeEach(() => {
      newcomers = [fresh];
    });

    it.each(['get', 'refresh'])('should say so on %s', async how => {
      const response = await (how === 'get'
        ? request(app).get(FRESH)
        : request(app).post(`${FRESH}/refresh`));
      expect(response.status).toBe(200);
      expect(response.body).toMatchObject({
        entityRef: fresh.entityRef,
        health: { status: 'Unknown', reasons: [{ code: 'NotCollected' }] },
        components: [],
      });
      // Not a word of a cluster that it only names.
      expect(JSON.stringify(response.body.sources)).not.toContain('kubernetes');
    });

    it('should have no history', async () => {
      const response = await request(app).get(`${FRESH}/transitions`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual({ items: [] });
    });

    it.each([FRESH, '/environments/component/default/none'])(
      'should not tell %s from what does not exist when it may not be read',
      async path => {
        readable = new Set();
        const response = await request(app).get(path);
        expect(response.status).toBe(404);
        expect(response.body.error.message).toMatch(
          /^No environment for entity 'component:default\//,
        );
      },
    );

    it('should collect it with the next look', async () => {
      production.objects.push(...serverObjects(fresh));
      collector.setCatalog(async () => [payments, orders, fresh]);
      collector.clock.now += 61_000;
      await collector.cycle();
      const response = await request(app).get(FRESH);
      expect(response.body).toMatchObject({ health: { status: 'Healthy' } });
    });
  });

  it('should describe itself', async () => {
    const response = await request(app).get('/openapi.json');
    expect(Object.keys(response.body.paths)).toContain('/environments');
  });

  it.each([
    ['', ['orders-staging', 'payments-production'], 2],
    ['?order=desc', ['payments-production', 'orders-staging'], 2],
    ['?sort=health&order=desc', ['orders-staging', 'payments-production'], 2],
    ['?owner=group:default/orders', ['orders-staging'], 1],
    [
      '?owner=group:default/orders&owner=group:default/payments&limit=1',
      ['orders-staging'],
      2,
    ],
    ['?health=Healthy', ['payments-production'], 1],
    [
      '?health=Healthy&health=Degraded&cluster=staging-eu',
      ['orders-staging'],
      1,
    ],
    ['?text=%20(STAGING', ['orders-staging'], 1],
    ['?text=%25', [], 0],
    ['?sloState=ok', [], 0],
    ['?system=system:default/none', [], 0],
  ])('should list with %s', async (query, names, totalItems) => {
    const response = await request(app).get(`/environments${query}`);
    expect(response.status).toBe(200);
    expect(
      response.body.items.map((item: { name: string }) => item.name),
    ).toEqual(names);
    expect(response.body.totalItems).toBe(totalItems);
  });

  describe('alerts', () => {
    const unknown = { firing: null, pending: null, silenced: null };

    async function listed(): Promise<object> {
      const { body } = await request(app).get(
        '/environments?text=payments-production',
      );
      return body.items[0].alerts;
    }

    it('should not be 0 where there is no Prometheus', async () => {
      await expect(listed()).resolves.toEqual({
        readability: 'not-configured',
        ...unknown,
      });
    });

    it('should not be 0 while Prometheus is silent, and be marked when it was read long ago', async () => {
      metricsIds = ['prometheus:eu'];
      await expect(listed()).resolves.toEqual({
        readability: 'unavailable',
        ...unknown,
      });
      const source = { kind: 'prometheus', name: 'eu' } as const;
      const record = (state: 'ok' | 'timeout') =>
        collector.stores.sources.record({
          ...source,
          state,
          at: new Date(collector.clock.now).toISOString(),
        });
      await record('timeout');
      await expect(listed()).resolves.toMatchObject({
        readability: 'unavailable',
      });
      await record('ok');
      await record('timeout');
      const none = { firing: 0, critical: 0, pending: 0, silenced: 0 };
      // A single request that failed makes nothing old.
      await expect(listed()).resolves.toEqual({
        readability: 'readable',
        ...none,
      });
      collector.clock.now += 121_000;
      await expect(listed()).resolves.toEqual({
        readability: 'stale',
        ...none,
      });
    });
  });

  it('should page through a list that changes', async () => {
    const first = await request(app).get('/environments?limit=1');
    expect(first.body.items[0].name).toBe('orders-staging');
    collector.setCatalog(async () => [
      payments,
      orders,
      catalogEnvironment({ name: 'aaa' }),
    ]);
    collector.restart();
    await collector.cycle();
    const second = await request(app)
      .get('/environments')
      .query({ limit: 1, cursor: first.body.nextCursor });
    expect(second.body.items[0].name).toBe('payments-production');
    expect(second.body).not.toHaveProperty('nextCursor');
  });

  it.each([
    ['/environments?limit=0', 'limit'],
    ['/environments?limit=501', 'limit'],
    ['/environments?health=Great', 'health'],
    ['/environments?sort=colour', 'sort'],
    ['/environments?hasSecurityFindings=perhaps', 'hasSecurityFindings'],
    ['/environments?nonsense=1', 'nonsense'],
    ['/environments?cursor=bm90IGEgY3Vyc29y', 'cursor'],
    [`${PAYMENTS}/transitions?cursor=-1`, 'cursor'],
    [`${PAYMENTS}/transitions?cursor=1%3BDROP`, 'cursor'],
    [`${PAYMENTS}/slos/success/series?width=1`, 'width'],
  ])('should refuse %s and name the parameter', async (path, name) => {
    const response = await request(app).get(path);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(name);
  });

  it('should list, count and page only what the policy lets the user see', async () => {
    readable = new Set([payments.entityRef]);
    const { body } = await request(app).get('/environments');
    expect(body).toMatchObject({
      items: [{ name: 'payments-production' }],
      totalItems: 1,
      totals: { Healthy: 1, Degraded: 0 },
      withSecurityFindings: 0,
    });
  });

  it('should find what accepts published credentials, among what the user may see alone', async () => {
    const find = async (query: string) =>
      (await request(app).get(`/environments?${query}`)).body;
    expect(await find('hasSecurityFindings=true')).toMatchObject({
      items: [{ name: 'orders-staging', securityFindings: 1 }],
      totalItems: 1,
      withSecurityFindings: 1,
    });
    expect(await find('hasSecurityFindings=false')).toMatchObject({
      items: [{ name: 'payments-production' }],
      totalItems: 1,
      withSecurityFindings: 0,
    });
    readable = new Set([payments.entityRef]);
    collector.clock.now += 15_000;
    expect(await find('hasSecurityFindings=true')).toMatchObject({
      items: [],
      totalItems: 0,
      withSecurityFindings: 0,
    });
  });

  it('should ask the permission framework once for many readers, and again after a while', async () => {
    readable = new Set([payments.entityRef]);
    await Promise.all(
      Array.from({ length: 20 }, () => request(app).get('/environments')),
    );
    expect(asked).toHaveLength(2);
    readable = new Set([orders.entityRef]);
    collector.clock.now += 15_000;
    const { body } = await request(app).get('/environments');
    expect(body.items).toMatchObject([{ name: 'orders-staging' }]);
  });

  it.each(['', '/transitions', '/slos/success/series'])(
    'should answer the same for an environment that is hidden and one that does not exist: %s',
    async path => {
      readable = new Set([payments.entityRef]);
      const hidden = await request(app).get(`${ORDERS}${path}`);
      const missing = await request(app).get(
        `/environments/component/default/no-such-name${path}`,
      );
      expect(hidden.status).toBe(404);
      expect(missing.status).toBe(404);
      expect(hidden.body.error.message.replace('orders-staging', '')).toBe(
        missing.body.error.message.replace('no-such-name', ''),
      );
    },
  );

  describe('who may not read an environment', () => {
    const MISSING = '/environments/component/default/no-such-name';
    const path = ['', '/transitions', '/slos/success/series', '/refresh'];

    /** What the permission framework is asked while a request is answered. */
    async function questions(url: string): Promise<string[]> {
      asked.length = 0;
      const method = url.endsWith('/refresh') ? 'post' : 'get';
      await request(app)[method](url).expect(404);
      return asked.map(ref => ref.replace(/.*\//, 'component:default/'));
    }

    it.each(
      path.flatMap(end => [
        [end, 'at first', async () => {}] as const,
        [end, 'after a list', () => request(app).get('/environments')] as const,
      ]),
    )(
      'should cause the same work as for one that does not exist: %s, %s',
      async (end, _when, before) => {
        readable = new Set([payments.entityRef]);
        await before();
        for (const round of [1, 0]) {
          const hidden = await questions(`${ORDERS}${end}`);
          const missing = await questions(`${MISSING}${end}`);
          expect(hidden).toHaveLength(round);
          expect(missing).toHaveLength(round);
        }
      },
    );

    it('should cause the same work behind another reference of it', async () => {
      readable = new Set([orders.entityRef]);
      await expect(questions(PAYMENTS)).resolves.toHaveLength(1);
      await expect(questions(`${PAYMENTS}-server`)).resolves.toHaveLength(1);
      await expect(questions(`${MISSING}-server`)).resolves.toHaveLength(1);
    });
  });

  it('should hide an environment behind its server too', async () => {
    readable = new Set([orders.entityRef]);
    const response = await request(app).get(`${PAYMENTS}-server`);
    expect(response.status).toBe(404);
    readable = 'all';
    collector.clock.now += 15_000;
    await request(app).get(`${PAYMENTS}-server`).expect(200);
  });

  it.each([
    '%27%3B%20DROP%20TABLE%20elsa_environments%3B--',
    '..%2F..%2Fetc',
    '%00',
    '%F0%9F%98%80',
    'a'.repeat(63),
  ])('should find nothing under the name %s', async name => {
    const response = await request(app).get(
      `/environments/component/default/${name}`,
    );
    expect(response.status).toBe(404);
  });

  it('should show history newest first', async () => {
    staging.objects = serverObjects(orders);
    collector.clock.now += 1000;
    await collector.cycle();
    const first = await request(app).get(`${ORDERS}/transitions?limit=1`);
    expect(first.body.items).toMatchObject([
      { from: 'Degraded', to: 'Healthy' },
    ]);
    const second = await request(app)
      .get(`${ORDERS}/transitions`)
      .query({ cursor: first.body.nextCursor });
    expect(second.body).toMatchObject({
      items: [{ to: 'Degraded', reason: { code: 'CrashLoopBackOff' } }],
    });
    expect(second.body.items).toHaveLength(1);
  });

  it('should collect once for all who refresh at the same moment', async () => {
    staging.objects = serverObjects(orders);
    staging.takeListedPaths();
    const responses = await Promise.all(
      [1, 2, 3].map(() => request(app).post(`${ORDERS}/refresh`)),
    );
    for (const response of responses) {
      expect(response.body.health.status).toBe('Healthy');
    }
    const pods = staging
      .takeListedPaths()
      .filter(path => path.endsWith('/pods'));
    expect(pods).toHaveLength(1);
  });

  it('should refuse refreshes beyond the limit of the caller and say when to try again', async () => {
    for (let count = 0; count < 3; count++) {
      await request(app).post(`${ORDERS}/refresh`).expect(200);
    }
    const response = await request(app).post(`${ORDERS}/refresh`);
    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('20');
    collector.clock.now += 20_000;
    await request(app).post(`${ORDERS}/refresh`).expect(200);
  });

  it('should let nobody refresh what he may only read, and nothing be learnt of what he may not', async () => {
    mayRefresh = false;
    const readOnly = await request(app).post(`${ORDERS}/refresh`);
    expect(readOnly.status).toBe(403);
    readable = new Set();
    collector.clock.now += 15_000;
    const hidden = await request(app).post(`${ORDERS}/refresh`);
    expect(hidden.status).toBe(404);
  });

  it('should show sources of visible environments, and all to those who see what is unregistered', async () => {
    const all = await request(app).get('/sources');
    expect(all.body.items).toHaveLength(3);
    maySeeUnregistered = false;
    readable = new Set([payments.entityRef]);
    collector.clock.now += 15_000;
    const own = await request(app).get('/sources');
    expect(own.body.items.map((item: { id: string }) => item.id)).toEqual([
      'catalog:catalog',
      'kubernetes:production-eu',
    ]);
  });

  it('should show unregistered environments with their permission alone', async () => {
    const response = await request(app).get('/unregistered');
    expect(response.body.items).toMatchObject([
      {
        name: 'legacy-workflows',
        securityFindings: [
          {
            id: 'public-credentials-3.5',
            version: '3.5',
            image: LEGACY_IMAGE,
            pods: 1,
          },
        ],
      },
    ]);
    maySeeUnregistered = false;
    await request(app).get('/unregistered').expect(403);
  });

  it('should turn Unknown at reading when no collector runs any more', async () => {
    collector.clock.now += 121_000;
    const list = await request(app).get('/environments?health=Unknown');
    expect(list.body.items).toHaveLength(2);
    expect(list.body.items[1]).toMatchObject({
      isStale: true,
      reason: { code: 'StaleData' },
    });
    const { body } = await request(app).get(PAYMENTS);
    expect(body).toMatchObject({
      health: { status: 'Unknown' },
      sources: expect.arrayContaining([
        expect.objectContaining({
          id: 'kubernetes:production-eu',
          state: 'stale',
        }),
      ]),
    });
  });
});
