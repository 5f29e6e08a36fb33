import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/databases';
import { startElsaBackend } from '../__testUtils__/startElsaBackend';
import { migrate } from '.';

const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
const RELEASES = join(__dirname, 'releases');
const PAYMENTS = 'component/default/payments-production';
const releases = readdirSync(RELEASES);

type Rows = Record<string, Array<Record<string, unknown>>>;

const read = (release: string, file: string) =>
  readFileSync(join(RELEASES, release, file), 'utf8');

const migrationsOf = (release: string): Record<string, string> =>
  JSON.parse(read(release, 'migrations.json'));

/** What a portal of that release has left behind. */
async function restore(knex: Knex, release: string): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw(read(release, 'postgres.sql').replace(/\?/g, '\\?'));
    return;
  }
  // Knex' driver takes one statement at a time.
  const connection = await knex.client.acquireConnection();
  connection.exec(read(release, 'sqlite.sql'));
  await knex.client.releaseConnection(connection);
}

/** All rows of the tables that the release had, with the columns it had. */
async function rowsOf(
  knex: Knex,
  release: string,
  columns?: Rows,
): Promise<Rows> {
  const tables = [
    ...read(release, 'sqlite.sql').matchAll(/TABLE `(elsa_\w+)`/g),
  ]
    .map(([, table]) => table)
    .sort();
  const rows: Rows = {};
  for (const table of tables) {
    const names = Object.keys(columns?.[table][0] ?? {});
    rows[table] = (await knex(table).select(names)).sort((one, other) =>
      JSON.stringify(one).localeCompare(JSON.stringify(other)),
    );
  }
  return rows;
}

const { databases, ids } = createTestDatabases();

jest.setTimeout(120_000);

describe.each(releases)('the database of release %s', release => {
  it('should have been made by migrations that nobody has edited since', () => {
    for (const [file, hash] of Object.entries(migrationsOf(release))) {
      const path = join(MIGRATIONS, file);
      const now = existsSync(path)
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : 'removed';
      // Portals have run it: write a new migration instead.
      expect({ file, hash: now }).toEqual({ file, hash });
    }
  });

  it('should be older than all migrations that came later', () => {
    const released = Object.keys(migrationsOf(release));
    const later = readdirSync(MIGRATIONS).filter(
      file => !released.includes(file),
    );
    // Knex runs them in the order of their names.
    expect([...released, ...later].sort()).toEqual([...released, ...later]);
  });

  describe.each(ids.map(id => [id]))('on %s', (id: TestDatabaseId) => {
    let knex: Knex;
    let before: Rows;

    beforeEach(async () => {
      knex = await databases.init(id);
      await restore(knex, release);
      before = await rowsOf(knex, release);
    });

    it('should have been recorded with rows in every table', () => {
      const empty = Object.keys(before).filter(
        table => before[table].length === 0,
      );
      expect(Object.keys(before).length).toBeGreaterThan(0);
      expect(empty).toEqual([]);
    });

    it('should keep every figure when it is brought up to date', async () => {
      await migrate(knex);
      const [done, open] = await knex.migrate.list({ directory: MIGRATIONS });
      expect(done).toHaveLength(readdirSync(MIGRATIONS).length);
      expect(open).toEqual([]);
      expect(await rowsOf(knex, release, before)).toEqual(before);
    });

    it('should be what the release knows again after a rollback', async () => {
      await migrate(knex);
      const released = Object.keys(migrationsOf(release)).length;
      for (let at = readdirSync(MIGRATIONS).length; at > released; at -= 1) {
        await knex.migrate.down({ directory: MIGRATIONS });
      }
      expect(await rowsOf(knex, release)).toEqual(before);
    });

    it('should be read by the API of today, with its history', async () => {
      await migrate(knex);
      // The first reading of a cluster decides whose an environment is; until
      // then nobody is shown its history.
      await knex('elsa_environments').update({ claim_state: 'granted' });
      const { backend } = await startElsaBackend({
        clusters: {},
        features: [mockServices.database.factory({ knex })],
      });
      const get = async (path: string) => {
        const port = backend.server.port();
        const answer = await fetch(
          `http://localhost:${port}/api/elsa/${path}`,
          { headers: { authorization: mockCredentials.user.header() } },
        );
        expect(answer.status).toBe(200);
        return answer.json();
      };
      try {
        const { items } = await get('environments');
        expect(
          items.map(({ entityRef }: { entityRef: string }) => entityRef),
        ).toEqual([
          'component:default/orders-staging',
          'component:default/payments-production',
        ]);
        expect(await get(`environments/${PAYMENTS}`)).toMatchObject({
          ownership: { owner: 'group:default/payments' },
        });
        expect(await get(`environments/${PAYMENTS}/transitions`)).toMatchObject(
          {
            items: [
              {
                from: 'Healthy',
                to: 'Degraded',
                reason: {
                  message: `O'Brien's pod "Zürich" is Degraded: 東京`,
                },
              },
              { to: 'Healthy' },
            ],
          },
        );
      } finally {
        await backend.stop();
      }
    });
  });
});
