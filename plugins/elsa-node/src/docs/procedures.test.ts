import { execFile } from 'child_process';
import { promises as fs } from 'fs';
import path from 'path';
import { promisify } from 'util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { generateEnvironment } from '../generate/generateEnvironment';
import { readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';

const execute = promisify(execFile);

/** Runs in place of kubectl what kubectl would run in the container. */
const KUBECTL = `#!/bin/sh
case "$*" in
  *currentPrimary*) echo payments-postgresql-1; exit ;;
  *" exec "*) ;;
  *) echo "$*" >> "$MOVES/log"; exit ;;
esac
if [ -e "$MOVES/moved" ]; then POSTGRES_DB=$NEW; else POSTGRES_DB=$OLD; fi
export POSTGRES_DB POSTGRES_USER=moves_elsa
while [ "$1" != -- ]; do shift; done
shift
exec "$@"
`;

const NAMES = { OLD: 'moves_old', NEW: 'moves_elsa' };
const OWNER = 'moves_elsa';

const spec = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
  database: { version: '16', name: NAMES.NEW, username: OWNER },
};

interface Step {
  text: string;
  command?: string;
}

/** Steps of an entry, as whoever reads the generated runbook finds them. */
function stepsOf(runbook: string, heading: string): Step[] {
  const section = runbook.split(`### ${heading}\n`)[1]?.split(/^#{1,3} /m)[0];
  return [
    ...(section ?? '').matchAll(
      /^\d+\. (.*)\n(?:\n {3}```sh\n([\s\S]*?)\n {3}```\n)?/gm,
    ),
  ].map(([, text, command]) => ({
    text,
    command: command?.replace(/^ {3}/gm, ''),
  }));
}

jest.setTimeout(120_000);

describe('the steps of the generated runbook that move a database', () => {
  const directory = createMockDirectory();
  const url = new URL(process.env.ELSA_TEST_POSTGRES ?? 'postgresql://none');
  const environment = () => ({
    ...process.env,
    ...NAMES,
    PATH: `${directory.path}:${process.env.PATH}`,
    MOVES: directory.path,
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: url.username,
    PGPASSWORD: 'ignored',
  });
  const sh = (script: string) =>
    execute('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: directory.path,
      env: environment(),
    });
  const psql = async (database: string, ...statements: string[]) =>
    (
      await execute(
        'psql',
        [
          ...['--no-psqlrc', '--tuples-only', '--no-align', '--quiet'],
          ...['--set=ON_ERROR_STOP=1', `--dbname=${database}`],
          ...statements.map(statement => `--command=${statement}`),
        ],
        { env: environment() },
      )
    ).stdout;

  let runbook: string;
  beforeAll(async () => {
    const files = generateEnvironment(resolveEnvironment(spec), {
      template: await readTemplate(findTemplateDirectory()),
    });
    runbook = files.find(file => file.path === 'docs/runbook.md')!.content;
  });

  beforeEach(async () => {
    directory.setContent({ kubectl: KUBECTL });
    await fs.chmod(path.join(directory.path, 'kubectl'), 0o755);
    await dropAll();
    await psql(
      'postgres',
      `CREATE ROLE ${OWNER} LOGIN`,
      ...Object.values(NAMES).map(
        name => `CREATE DATABASE ${name} OWNER ${OWNER}`,
      ),
    );
    await psql(
      NAMES.OLD,
      `SET ROLE ${OWNER}`,
      'CREATE EXTENSION pgcrypto',
      'CREATE SCHEMA "Elsa"',
      'CREATE TABLE "Elsa"."WorkflowInstances" ("Id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Data" jsonb NOT NULL)',
      `INSERT INTO "Elsa"."WorkflowInstances" ("Data") SELECT jsonb_build_object('text', 'ä "quoted" line' || chr(10) || i) FROM generate_series(1, 500) i`,
      'DELETE FROM "Elsa"."WorkflowInstances" WHERE "Id" > 490',
      'CREATE TABLE public.empty (id int)',
    );
    // The server made its tables on the new database before it was stopped.
    await psql(
      NAMES.NEW,
      `SET ROLE ${OWNER}`,
      'CREATE SCHEMA "Elsa"',
      'CREATE TABLE "Elsa"."WorkflowInstances" ("Id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Data" jsonb NOT NULL)',
    );
  });

  async function dropAll() {
    await psql(
      'postgres',
      ...Object.values(NAMES).map(
        name => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
      ),
      `DROP ROLE IF EXISTS ${OWNER}`,
    );
  }
  afterAll(dropAll);

  const ELSEWHERE = 'For an external server: ';
  const OPERATOR = 'To CloudNativePG: ';

  /** The commands as one script; the deployment makes the new database the current one. */
  const scriptOf = (entry: string, isMine: (step: Step) => boolean) =>
    stepsOf(runbook, `payments ${entry}`)
      .filter(isMine)
      .map(({ text, command }) =>
        text.startsWith('Change .elsa/')
          ? 'touch "$MOVES/moved"'
          : (command ?? '').replace('db.example.com', url.hostname),
      )
      .join('\n');

  const routes: Array<[string, string, (step: Step) => boolean]> = [
    [
      'from embedded to CloudNativePG',
      'move-database',
      ({ text }) => !text.startsWith(ELSEWHERE),
    ],
    [
      'from embedded to a server elsewhere',
      'move-database',
      ({ text }) => !text.startsWith(OPERATOR),
    ],
    ['to another major release', 'upgrade-database', () => true],
  ];

  it.each(routes)(
    'should carry everything along %s',
    async (_, entry, isMine) => {
      const script = scriptOf(entry, isMine);
      expect(script).toContain('pg_dump');
      expect(script).toContain('pg_restore');
      await sh(script);
      const rows = 'SELECT count(*), max("Id") FROM "Elsa"."WorkflowInstances"';
      expect(await psql(NAMES.NEW, rows)).toBe('490|490\n');
      // The next number is one that nothing had yet.
      expect(
        await psql(
          NAMES.NEW,
          `SET ROLE ${OWNER}`,
          `INSERT INTO "Elsa"."WorkflowInstances" ("Data") VALUES ('{}') RETURNING "Id"`,
        ),
      ).toBe('501\n');
      expect(
        await psql(
          NAMES.NEW,
          `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('Elsa', 'public')`,
          `SELECT extname FROM pg_extension WHERE extname = 'pgcrypto'`,
        ),
      ).toBe(`${OWNER}\npgcrypto\n`);
      expect(
        await fs.readFile(path.join(directory.path, 'log'), 'utf8'),
      ).toMatch(
        /scale deployment\/payments-server --replicas=0[\s\S]*--replicas=1/,
      );
    },
  );

  it.each(routes)(
    'should stop before the server starts %s when a row is missing',
    async (_, entry, isMine) => {
      const script = scriptOf(entry, isMine).replace(
        /^.*> after\.txt$/m,
        `psql --dbname=${NAMES.NEW} --command='DELETE FROM "Elsa"."WorkflowInstances" WHERE "Id" = 7'\n$&`,
      );
      await expect(sh(script)).rejects.toThrow();
      expect(
        await fs.readFile(path.join(directory.path, 'log'), 'utf8'),
      ).not.toContain('--replicas=1');
    },
  );
});
