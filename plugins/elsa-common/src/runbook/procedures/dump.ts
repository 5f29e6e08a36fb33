import type { RunbookStep } from '../types';
import type { ProcedureContext } from './types';
import { file, inDatabase, onPrimary } from './words';

/** Rows of every table and the state of every sequence, whoever's the tables are. */
const COUNTS = `SELECT format('SELECT %L, count(*) FROM %I.%I', schemaname || '.' || tablename, schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY schemaname, tablename
\\gexec
SELECT schemaname, sequencename, last_value FROM pg_sequences ORDER BY 1, 2;
SELECT schemaname, tablename, tableowner FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2;
SELECT extname FROM pg_extension ORDER BY 1;`;

const MYSQL_COUNTS =
  "SELECT CONCAT('SELECT ''', table_name, ''', COUNT(*) FROM `', table_name, '`;') FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name;";

const PSQL =
  'psql --no-psqlrc --tuples-only --no-align --quiet --set=ON_ERROR_STOP=1';
const MYSQL =
  'MYSQL_PWD="$MYSQL_PASSWORD" mysql --host=127.0.0.1 --user="$MYSQL_USER" --batch --skip-column-names "$MYSQL_DATABASE"';
const DUMP = 'pg_dump --format=custom --no-owner --no-privileges';
const RESTORE =
  'pg_restore --clean --if-exists --no-owner --no-privileges --exit-on-error --single-transaction';

const here = (name: string, content: string) =>
  `cat > ${name} <<'SQL'\n${content}\nSQL`;

function count(context: ProcedureContext, into: string): string {
  if (context.provider === 'mysql') {
    return `${inDatabase(context, `${MYSQL} | ${MYSQL}`)} < counts.sql > ${into}`;
  }
  return context.mode === 'cloudnativepg'
    ? `${onPrimary(context, ...PSQL.split(' '), `--dbname=${context.database}`)} < counts.sql > ${into}`
    : `${inDatabase(context, `${PSQL} --username="$POSTGRES_USER" --dbname="$POSTGRES_DB"`)} < counts.sql > ${into}`;
}

/** The commands of each kind of database. */
function commandsOf(context: ProcedureContext) {
  const dump = file(context, '.dump');
  const { database, username } = context;
  if (context.provider === 'mysql') {
    return {
      counts: MYSQL_COUNTS,
      dump: `${inDatabase(context, 'MYSQL_PWD="$MYSQL_PASSWORD" mysqldump --host=127.0.0.1 --user="$MYSQL_USER" --single-transaction --routines --events --triggers --no-tablespaces "$MYSQL_DATABASE"')} > ${dump}`,
      check: `tail -n 1 ${dump} | grep -- '-- Dump completed'`,
      load: `${inDatabase(context, MYSQL)} < ${dump}`,
    };
  }
  if (context.mode === 'cloudnativepg') {
    return {
      counts: COUNTS,
      dump: `${onPrimary(context, ...DUMP.split(' '), `--dbname=${database}`)} > ${dump}`,
      check: `${onPrimary(context, 'pg_restore', '--list')} < ${dump} | grep -c 'TABLE DATA'`,
      load: `${onPrimary(context, ...RESTORE.split(' '), `--role=${username}`, `--dbname=${database}`)} < ${dump}`,
    };
  }
  return {
    counts: COUNTS,
    dump: `${inDatabase(context, `${DUMP} --username="$POSTGRES_USER" "$POSTGRES_DB"`)} > ${dump}`,
    check: `${inDatabase(context, 'pg_restore --list')} < ${dump} | grep -c 'TABLE DATA'`,
    load: `${inDatabase(context, `${RESTORE} --username="$POSTGRES_USER" --dbname="$POSTGRES_DB"`)} < ${dump}`,
  };
}

/** Copies the database into a file beside whoever runs the commands. */
export function dumpSteps(context: ProcedureContext): RunbookStep[] {
  const { counts, dump, check } = commandsOf(context);
  return [
    {
      text: 'Write down what to count, in an empty folder with room for the dump.',
      command: here('counts.sql', counts),
    },
    { text: 'Count before.', command: count(context, 'before.txt') },
    { text: 'Dump the database.', command: dump },
    {
      text: 'Check that the dump is complete. An error, or no line at all, means that it is not: stop here.',
      command: check,
    },
  ];
}

/** Loads the file and compares the counts. `context` is the database that it goes to. */
export function loadSteps(context: ProcedureContext): RunbookStep[] {
  return [
    {
      text: 'Load the dump. It replaces the empty tables; the user of the environment owns everything.',
      command: commandsOf(context).load,
    },
    { text: 'Count after.', command: count(context, 'after.txt') },
    {
      text: 'Compare the counts. There must be no output; otherwise, do not start the server, and load the dump again.',
      command: 'diff before.txt after.txt',
    },
  ];
}

/** The same for a server elsewhere, with the client programs of one's own machine. */
export function loadExternalSteps(context: ProcedureContext): RunbookStep[] {
  const dump = file(context, '.dump');
  if (context.provider === 'mysql') {
    const mysql = `mysql --host="$DATABASE_HOST" --user=${context.username} --password --batch --skip-column-names ${context.database}`;
    return [
      {
        text: 'Set the server, on a machine that can reach it and has its client programs. They ask for the password.',
        command: 'DATABASE_HOST=db.example.com',
      },
      { text: 'Load the dump.', command: `${mysql} < ${dump}` },
      {
        text: 'Count after.',
        command: `${mysql} < counts.sql > after.sql && ${mysql} < after.sql > after.txt`,
      },
      {
        text: 'Compare the counts. There must be no output.',
        command: 'diff before.txt after.txt',
      },
    ];
  }
  const to = `--host="$DATABASE_HOST" --username=${context.username} --dbname=${context.database}`;
  return [
    {
      text: 'Set the server, on a machine that can reach it and has the client programs of its release or a later one. They ask for the password.',
      command: 'DATABASE_HOST=db.example.com',
    },
    { text: 'Load the dump.', command: `${RESTORE} ${to} ${dump}` },
    {
      text: 'Count after.',
      command: `${PSQL} ${to} < counts.sql > after.txt`,
    },
    {
      text: 'Compare the counts. There must be no output.',
      command: 'diff before.txt after.txt',
    },
  ];
}
