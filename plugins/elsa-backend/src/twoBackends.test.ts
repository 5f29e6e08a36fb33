import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import {
  availablePostgres,
  postgresConnection,
} from './__testUtils__/databases';
import { FakeCluster } from './__testUtils__/fakeCluster';
import { serverObjects } from './__testUtils__/objects';
import {
  type BackendProcess,
  startBackendProcess,
} from './__testUtils__/startBackendProcess';

const INTERVAL_SECONDS = 6;
/** What a busy machine may take for work that takes a moment. */
const PATIENCE_SECONDS = 30;
const PREFIX = `elsa_two_backends_${process.pid}_`;

if (availablePostgres() === undefined && process.env.CI) {
  throw new Error(
    'Two backends need a PostgreSQL: set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING',
  );
}
const describeWithPostgres =
  availablePostgres() === undefined ? describe.skip : describe;

describeWithPostgres('two backends on one PostgreSQL', () => {
  const backends = new Map<string, BackendProcess>();
  let cluster: FakeCluster;
  let knex: Knex;

  jest.setTimeout(240_000);

  beforeAll(async () => {
    cluster = await FakeCluster.start();
    cluster.objects = serverObjects({ name: 'payments-production' });
    for (const token of ['first', 'second']) {
      backends.set(
        token,
        await startBackendProcess({
          token,
          postgres: postgresConnection(),
          databasePrefix: PREFIX,
          clusterUrl: cluster.server.url,
          intervalSeconds: INTERVAL_SECONDS,
        }),
      );
    }
    const url = new URL(postgresConnection());
    url.pathname = `/${PREFIX}elsa`;
    knex = knexFactory({ client: 'pg', connection: url.toString() });
  });

  afterAll(async () => {
    for (const { child } of backends.values()) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise(resolve => {
          child.once('exit', resolve);
        });
        child.kill('SIGKILL');
        await ended;
      }
    }
    await knex?.destroy();
    await cluster?.server.close();
    const admin = knexFactory({
      client: 'pg',
      connection: postgresConnection(),
    });
    const { rows } = await admin.raw(
      'SELECT datname FROM pg_database WHERE starts_with(datname, ?)',
      [PREFIX],
    );
    for (const { datname } of rows) {
      await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [datname]);
    }
    await admin.destroy();
  });

  /** Who asked for deployments, in order: once per cycle. */
  function collectors(): string[] {
    return cluster.server.requests
      .filter(({ path }) => path === '/apis/apps/v1/deployments')
      .map(({ headers }) => `${headers.authorization}`.replace('Bearer ', ''));
  }

  async function cycles(): Promise<number> {
    const row = await knex('elsa_leases').where({ name: 'collect' }).first();
    return Number(row?.token ?? 0);
  }

  async function waitFor(
    what: string,
    isTrue: () => boolean | Promise<boolean>,
    seconds: number,
  ): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!(await isTrue())) {
      if (Date.now() > deadline) {
        const logs = [...backends].map(
          ([name, { log }]) => `${name}:\n${log.slice(-15).join('')}`,
        );
        throw new Error(`Not within ${seconds} s: ${what}\n${logs.join('\n')}`);
      }
      await sleep(50);
    }
  }

  it('should collect once per interval', async () => {
    await waitFor('four cycles', () => collectors().length >= 4, 120);
    // Counted before the cycles, so that one that begins now does not matter.
    const collections = collectors().length;
    expect(collections).toBeLessThanOrEqual(await cycles());
  });

  it('should take over within two intervals when the collecting one is killed', async () => {
    let holder = '';
    cluster.server.fault = ({ path, headers }) => {
      if (path === '/apis/apps/v1/deployments' && holder === '') {
        // No answer: the cycle that asked stays unfinished.
        holder = `${headers.authorization}`.replace('Bearer ', '');
        return true;
      }
      return false;
    };
    await waitFor('a cycle to interrupt', () => holder !== '', 60);
    backends.get(holder)?.child.kill('SIGKILL');
    const cyclesBefore = await cycles();
    // Counted before the next cycle, which may be done before we look.
    const before = collectors().length;
    const others = () =>
      collectors()
        .slice(before)
        .filter(token => token !== holder);
    await waitFor(
      'the other backend to begin a cycle',
      async () => (await cycles()) > cyclesBefore,
      2 * INTERVAL_SECONDS,
    );
    await waitFor(
      'the other backend to collect',
      () => others().length > 0,
      PATIENCE_SECONDS,
    );
    const [successor] = others();
    expect(backends.get(successor)?.child.exitCode).toBeNull();
    await waitFor(
      'what it collected',
      async () => {
        const row = await knex('elsa_sources')
          .where({ id: 'kubernetes:production-eu' })
          .first();
        return row?.state === 'ok';
      },
      PATIENCE_SECONDS,
    );
  });
});
