import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
import { availablePostgres } from './__testUtils__/databases';
import { FakeCluster } from './__testUtils__/fakeCluster';
import { environmentEntity, serverObjects } from './__testUtils__/objects';
import {
  type ElsaBackend,
  startElsaBackend,
} from './__testUtils__/startElsaBackend';
import { StoppablePostgres } from './__testUtils__/StoppablePostgres';
import { loadOpenApi } from './api/loadOpenApi';

jest.setTimeout(120_000);

const describeWithPostgres =
  availablePostgres() === undefined && !process.env.CI
    ? describe.skip
    : describe;

/** Every route, with names that exist. */
const { paths } = loadOpenApi() as {
  paths: Record<string, Record<string, unknown>>;
};
const ROUTES = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method): [string, string] => [
    method,
    path
      .replace('{kind}', 'component')
      .replace('{namespace}', 'default')
      .replace('{name}', 'payments-production')
      .replace('{slo}', 'availability'),
  ]),
);

const ENVIRONMENT = '/environments/component/default/payments-production';

/** Every action, with what it needs. */
const ENTITY = { entityRef: 'component:default/payments-production' };
const ACTIONS: Readonly<Record<string, object>> = {
  'list-elsa-environments': {},
  'get-elsa-environment-status': ENTITY,
  'explain-elsa-environment-health': ENTITY,
};
const TOO_OLD_MS = 5 * 60_000;

describeWithPostgres('the API with PostgreSQL down', () => {
  let postgres: StoppablePostgres;
  let cluster: FakeCluster;
  let elsa: ElsaBackend;
  let knex: Knex;
  let skewMs = 0;

  async function start(): Promise<void> {
    knex = knexFactory({
      client: 'pg',
      connection: `postgresql://postgres@127.0.0.1:${postgres.port}/postgres`,
    });
    elsa = await startElsaBackend({
      clusters: { 'production-eu': cluster.server.url },
      catalog: catalogServiceMock({
        entities: [environmentEntity({ name: 'payments-production' })],
      }),
      features: [
        actionsRegistryServiceFactory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
  }

  beforeAll(async () => {
    jest
      .spyOn(Date, 'now')
      .mockImplementation(
        () => Math.floor(performance.timeOrigin + performance.now()) + skewMs,
      );
    postgres = await StoppablePostgres.create();
    cluster = await FakeCluster.start();
    cluster.objects = serverObjects({ name: 'payments-production' });
    await start();
  });

  afterAll(async () => {
    await elsa?.backend.stop();
    await knex?.destroy();
    await cluster?.server.close();
    await postgres?.remove();
    jest.restoreAllMocks();
  });

  function send(method: string, path: string) {
    const agent = request(elsa.backend.server);
    return (method === 'post' ? agent.post : agent.get)
      .call(agent, `/api/elsa${path}`)
      .set('authorization', mockCredentials.user.header());
  }

  function invoke(action: string) {
    return request(elsa.backend.server)
      .post(`/api/elsa/.backstage/actions/v1/actions/elsa:${action}/invoke`)
      .set('authorization', mockCredentials.user.header())
      .send(ACTIONS[action]);
  }

  async function outputsOfActions(): Promise<unknown[]> {
    const outputs: unknown[] = [];
    for (const action of Object.keys(ACTIONS)) {
      const { status, text, body } = await invoke(action);
      expect({ action, status }).toEqual({ action, status: 200 });
      expectNothingOfTheDriver(text.replaceAll(cluster.server.url, ''));
      outputs.push(body.output);
    }
    return outputs;
  }

  function expectNothingOfTheDriver(text: string): void {
    expect(text).not.toMatch(
      /127\.0\.0\.1|localhost:|ECONN|select |insert |elsa_|knex|postgres|terminat|\.ts:|\.js:|node_modules/i,
    );
    expect(text).not.toContain(String(postgres.port));
  }

  it.each(ROUTES)(
    'should answer %s %s with 503 and no details when nothing is in memory',
    async (method, path) => {
      await postgres.stop();
      try {
        const response = await send(method, path);
        expect(response.status).toBe(503);
        expect(response.body.error.message).toBe(
          "The portal's database does not respond; try again in a minute",
        );
        expectNothingOfTheDriver(response.text);
      } finally {
        await postgres.start();
      }
    },
  );

  it('should know of every action', async () => {
    const { body } = await request(elsa.backend.server)
      .get('/api/elsa/.backstage/actions/v1/actions')
      .set('authorization', mockCredentials.service.header())
      .expect(200);
    expect(body.actions.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(ACTIONS),
    );
  });

  it.each(Object.keys(ACTIONS))(
    'should answer the action %s with 503 and no details when nothing is in memory',
    async action => {
      await postgres.stop();
      try {
        const response = await invoke(action);
        expect(response.status).toBe(503);
        expect(response.body.error.message).toBe(
          "The portal's database does not respond; try again in a minute",
        );
        expectNothingOfTheDriver(response.text);
      } finally {
        await postgres.start();
      }
    },
  );

  it('should answer from memory what it has read, with its age, and recover', async () => {
    await elsa.collect();
    await send('get', '/environments').expect(200);
    const before = await send('get', ENVIRONMENT).expect(200);
    await postgres.stop();
    // Longer than the index is used without a look at the database.
    await new Promise(resolve => {
      setTimeout(resolve, 1100);
    });
    const statuses: Record<string, number> = {};
    for (const [method, path] of ROUTES) {
      const response = await send(method, path);
      statuses[`${method} ${path.replace(ENVIRONMENT, '')}`] = response.status;
      expectNothingOfTheDriver(
        response.text.replaceAll(cluster.server.url, ''),
      );
    }
    expect(statuses).toEqual({
      'get /environments': 200,
      'get ': 200,
      'get /sources': 200,
      'get /transitions': 503,
      'get /slos/availability/series': 404,
      'post /refresh': 503,
      'get /unregistered': 503,
    });
    const during = await send('get', ENVIRONMENT);
    expect(during.body).toMatchObject({
      health: before.body.health,
      collectedAt: before.body.collectedAt,
    });
    const age = { collectedAt: before.body.collectedAt, isStale: false };
    const outputs = await outputsOfActions();
    expect(outputs).toMatchObject([
      { totalItems: 1, environments: [{ health: 'Healthy', ...age }] },
      { health: 'Healthy', ...age, status: age },
      { health: 'Healthy', ...age },
    ]);
    const list = await send('get', '/environments');
    expect(list.body.items).toMatchObject([{ health: 'Healthy', ...age }]);

    skewMs += TOO_OLD_MS;
    const old = { ...age, health: 'Unknown', isStale: true };
    const later = await send('get', '/environments');
    expect(later.body.items).toMatchObject([old]);
    await expect(outputsOfActions()).resolves.toMatchObject([
      { totalItems: 1, environments: [old] },
      old,
      { ...old, reasons: [{ code: 'StaleData' }] },
    ]);
    await postgres.start();
    await send('get', `${ENVIRONMENT}/transitions`).expect(200);
    await send('get', '/unregistered').expect(200);
  });
});
