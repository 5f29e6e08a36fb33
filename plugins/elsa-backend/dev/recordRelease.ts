/*
 * Records the tables of a release, with data, for the test of migrations. Run
 * it once when a version is released, on databases that a portal of that
 * version has filled, and commit what it writes; the same rows in both.
 *
 *   RELEASE=0.1.0 SQLITE=elsa.sqlite POSTGRES=postgresql://postgres@127.0.0.1/backstage_plugin_elsa \
 *     node --require @backstage/cli/config/nodeTransform.cjs \
 *     plugins/elsa-backend/dev/recordRelease.ts
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';

const folder = join(__dirname, '..', 'src', 'database', 'releases');
const migrations = join(__dirname, '..', 'migrations');

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${String(value).replace(/'/g, "''")}'`;
}

async function dumpSqlite(knex: Knex): Promise<string> {
  const objects: Array<{ name: string; type: string; sql: string | null }> =
    await knex('sqlite_master')
      .whereNot('name', 'like', 'sqlite_%')
      .orderBy('type', 'desc')
      .orderBy('name');
  const lines = objects.flatMap(({ sql }) => (sql ? [`${sql};`] : []));
  for (const { name, type } of objects) {
    if (type !== 'table') continue;
    for (const row of await knex(name)) {
      const columns = Object.keys(row)
        .map(column => `"${column}"`)
        .join(', ');
      const values = Object.values(row).map(literal).join(', ');
      lines.push(`INSERT INTO "${name}" (${columns}) VALUES (${values});`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function dumpPostgres(address: string): string {
  const text = execFileSync(
    'pg_dump',
    ['--no-owner', '--no-privileges', '--column-inserts', '--dbname', address],
    { encoding: 'utf8' },
  );
  return text
    .split('\n')
    .filter(
      line =>
        line !== '' &&
        // Commands of psql, comments, and what would stay set in a connection.
        !/^(\\|--|SET |SELECT pg_catalog.set_config)/.test(line),
    )
    .join('\n');
}

async function main(): Promise<void> {
  const { RELEASE, SQLITE, POSTGRES } = process.env;
  if (!RELEASE || !SQLITE || !POSTGRES) {
    throw new Error(
      'Set RELEASE to the version, SQLITE to a file and POSTGRES to an address',
    );
  }
  const target = join(folder, RELEASE);
  mkdirSync(target, { recursive: true });
  const sqlite = knexFactory({
    client: 'better-sqlite3',
    connection: SQLITE,
    useNullAsDefault: true,
  });
  writeFileSync(join(target, 'sqlite.sql'), await dumpSqlite(sqlite));
  writeFileSync(join(target, 'postgres.sql'), `${dumpPostgres(POSTGRES)}\n`);
  const hashes = readdirSync(migrations)
    .sort()
    .map(file => [
      file,
      createHash('sha256')
        .update(readFileSync(join(migrations, file)))
        .digest('hex'),
    ]);
  writeFileSync(
    join(target, 'migrations.json'),
    `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
  );
  await sqlite.destroy();
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
