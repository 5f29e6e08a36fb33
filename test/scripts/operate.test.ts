import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const elsa = join(root, 'plugins', 'elsa-backend');
const releases = join(elsa, 'src', 'store', 'releases');
const program = process.env.POSTGRES;

if (!program && process.env.CI) {
  throw new Error(
    'Set POSTGRES to the path of postgres (on Debian: apt-get install postgresql)',
  );
}
const describeWithPostgres = program ? describe : describe.skip;

jest.setTimeout(120_000);

/** Commands of a section, as whoever reads the page finds them. */
function blocksOf(heading: string): string[] {
  const page = readFileSync(join(root, 'docs', 'operate.md'), 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  return [
    ...section.split(/^## /m)[0].matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ].map(([, block]) => block);
}

/**
 * Does what the containers would: the new release migrates when it starts, and
 * what is run in one is run here. Its first release is the old one.
 */
const DOCKER = `#!/bin/sh
echo "$*" >> "$LOG"
[ "$1" = run ] || exit 0
while [ "\${1#elsa-portal:}" = "$1" ]; do shift; done
image=\${1#elsa-portal:}
shift
cd "$ROOT" || exit 1
case "$image $*" in
  "0.1.0 ls "*) cat "$KNOWN" ;;
  "0.2.0 ") node_modules/.bin/knex migrate:latest --client pg --connection "$ELSA_DATABASE_URL" --migrations-directory plugins/elsa-backend/migrations ;;
  "0.1.0 ") ;;
  *) exec "$@" ;;
esac
`;

/** The same for kubectl: what a pod or a Job would run is run here. */
const KUBECTL = `#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { ROOT, LOG, KNOWN } = process.env;
const { parse } = require(require.resolve('yaml', { paths: [ROOT] }));
const args = process.argv.slice(2);
fs.appendFileSync(LOG, 'kubectl ' + args.join(' ') + '\\n');
const run = (command, env = {}) => {
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env },
  });
  process.exit(status ?? 1);
};
if (args[0] === 'run') {
  const isOld = args.includes('--image=elsa-portal:0.1.0');
  run(isOld ? ['cat', KNOWN] : args.slice(args.indexOf('--') + 1));
}
if (args[1] === 'secret') {
  const [name, value] = args.at(-1).replace('--from-literal=', '').split(/=(.*)/s);
  fs.writeFileSync(LOG + '.' + args[3], JSON.stringify({ [name]: value }));
}
if (args.join(' ') === 'create --filename=-') {
  const { spec } = parse(fs.readFileSync(0, 'utf8')).spec.template;
  const [container] = spec.containers;
  if (container.image !== 'elsa-portal:0.2.0') throw new Error(container.image);
  const env = Object.fromEntries(container.env.map(({ name, valueFrom }) => {
    const { name: secret, key } = valueFrom.secretKeyRef;
    return [name, JSON.parse(fs.readFileSync(LOG + '.' + secret, 'utf8'))[key]];
  }));
  run([...container.command, ...container.args], env);
}
`;

describeWithPostgres('the commands that keep the portal’s database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'elsa-portal-operate-'));
  const [first] = readdirSync(releases);
  const known = Object.keys(
    JSON.parse(readFileSync(join(releases, first, 'migrations.json'), 'utf8')),
  ).sort();
  let postgres: { connectionString: string; stop: () => Promise<void> };
  let environment: NodeJS.ProcessEnv;

  const run = (file: string, ...args: string[]) =>
    promisify(execFile)(file, args, { cwd: folder, env: environment });
  const sh = (...blocks: string[]) =>
    run('bash', '-euo', 'pipefail', '-c', blocks.join('\n'));
  const psql = async (database: string, ...args: string[]) =>
    (
      await run(
        'psql',
        ...['--no-psqlrc', '--set=ON_ERROR_STOP=1', '-qAt', '-d', database],
        ...args,
      )
    ).stdout.trim();
  const ELSA = 'backstage_plugin_elsa';
  const CATALOG = 'backstage_plugin_catalog';
  const migrations = async () =>
    (await psql(ELSA, '-c', 'SELECT name FROM knex_migrations ORDER BY name'))
      .split('\n')
      .filter(Boolean);
  const countRows = () =>
    psql(ELSA, '-c', 'SELECT count(*) FROM elsa_environments');

  beforeAll(async () => {
    const { startPostgres } = await import('../../scripts/lib/postgres.mjs');
    postgres = await startPostgres(program as string);
    const url = new URL(postgres.connectionString);
    for (const [name, script] of [
      ['docker', DOCKER],
      ['kubectl', KUBECTL],
      ['curl', '#!/bin/sh\necho "curl $*" >> "$LOG"\n'],
    ]) {
      writeFileSync(join(folder, name), script);
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, 'known'), `${known.join('\n')}\n`);
    environment = {
      ...process.env,
      PATH: [folder, dirname(program as string), process.env.PATH].join(':'),
      PGHOST: url.hostname,
      PGPORT: url.port,
      PGUSER: url.username,
      LOG: join(folder, 'log'),
      KNOWN: join(folder, 'known'),
      ROOT: root,
      ELSA_DATABASE_URL: new URL(`/${ELSA}`, url).href,
    };
    await psql(
      'postgres',
      ...['-c', `CREATE DATABASE ${ELSA}`, '-c', `CREATE DATABASE ${CATALOG}`],
      ...['-c', 'CREATE DATABASE of_somebody_else'],
    );
    await psql(ELSA, '-f', join(releases, first, 'postgres.sql'));
    await psql(
      CATALOG,
      ...['-c', 'CREATE TABLE locations (target text)'],
      ...['-c', "INSERT INTO locations VALUES ('https://git.example.com/a')"],
    );
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true });
  });

  const [names, upgrade, rollBack, rollBackOnKubernetes] = blocksOf(
    'Upgrade and roll back',
  );
  const [backUp, restore] = blocksOf('Back up and restore');

  it('should back up, upgrade, roll back and restore', async () => {
    const rows = await countRows();
    expect(Number(rows)).toBeGreaterThan(0);
    await sh(backUp);
    expect(readdirSync(folder).filter(name => /\.dump$/.test(name))).toEqual([
      `${CATALOG}.dump`,
      `${ELSA}.dump`,
    ]);

    const all = readdirSync(join(elsa, 'migrations')).sort();
    expect(all.length).toBeGreaterThan(known.length);
    await sh(names, upgrade);
    expect(await migrations()).toEqual(all);

    await sh(names, rollBack);
    expect(await migrations()).toEqual(known);
    expect(await countRows()).toBe(rows);
    const log = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
    expect(log.at(-2)).toMatch(/^run --detach .*elsa-portal:0\.1\.0$/);
    expect(log.at(-1)).toMatch(/^curl .*readiness$/);

    await sh(names, upgrade);
    expect(await migrations()).toEqual(all);
    await sh(rollBackOnKubernetes);
    expect(await migrations()).toEqual(known);
    expect(await countRows()).toBe(rows);
    const steps = readFileSync(join(folder, 'log'), 'utf8');
    expect(steps.slice(steps.indexOf('kubectl run'))).toMatch(
      /scale deployment\/portal --replicas=0[\s\S]*create --filename=-[\s\S]*set image .*=elsa-portal:0\.1\.0[\s\S]*rollout status/,
    );

    await psql(CATALOG, '-c', 'DROP TABLE locations');
    await psql(ELSA, '-c', 'DELETE FROM elsa_environments');
    await sh(names, upgrade);
    await sh(restore);
    expect(await psql(CATALOG, '-c', 'SELECT target FROM locations')).toBe(
      'https://git.example.com/a',
    );
    expect(await countRows()).toBe(rows);
    // The later release reads what the earlier one backed up.
    expect(await migrations()).toEqual(known);
    await sh(names, upgrade);
    expect(await migrations()).toEqual(all);
  });

  it('should restore nothing while somebody is connected', async () => {
    const sleeper = run(
      'psql',
      ...['-d', ELSA, '-c', 'SELECT pg_sleep(120)'],
    ).catch(() => undefined);
    const busy = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${ELSA}'`;
    while ((await psql('postgres', '-c', busy)) === '0');
    await psql(CATALOG, '-c', 'CREATE TABLE IF NOT EXISTS later ()');
    await expect(sh(restore)).rejects.toThrow();
    expect(await psql(CATALOG, '-c', 'SELECT count(*) FROM later')).toBe('0');
    await psql(
      'postgres',
      ...[
        '-c',
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${ELSA}'`,
      ],
    );
    await sleeper;
  });
});
