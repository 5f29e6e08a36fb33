import { SECOND } from '../clock';
import type { LogLine } from '../kubernetes/cluster';
import { hash32 } from '../random';
import type { Behaviour } from './behaviour';

/** A program's first words, with the seconds after its start. */
type Script = Array<[seconds: number, text: string]>;

const DOTNET_START: Script = [
  [1, 'info: Elsa.Hosting[0]'],
  [1, '      Applying database migrations'],
];

const SCRIPTS: Record<string, Script> = {
  server: [
    ...DOTNET_START,
    [4, 'info: Microsoft.Hosting.Lifetime[14]'],
    [4, '      Now listening on: http://[::]:8080'],
    [5, 'info: Microsoft.Hosting.Lifetime[0]'],
    [5, '      Application started. Press Ctrl+C to shut down.'],
  ],
  studio: [
    [1, 'info: Microsoft.Hosting.Lifetime[14]'],
    [1, '      Now listening on: http://[::]:8080'],
  ],
  database: [
    [0, 'PostgreSQL Database directory appears to contain a database'],
    [1, 'LOG:  listening on IPv4 address "0.0.0.0", port 5432'],
    [2, 'LOG:  database system is ready to accept connections'],
  ],
  redis: [[0, '* Ready to accept connections tcp']],
};

/** What Npgsql writes when PostgreSQL refuses the password. */
const WRONG_PASSWORD: Script = [
  ...DOTNET_START,
  [5, 'fail: Microsoft.EntityFrameworkCore.Database.Connection[20004]'],
  [5, "      An error occurred using the connection to database 'elsa'."],
  [
    6,
    'Unhandled exception. Npgsql.PostgresException (0x80004005): 28P01: password authentication failed for user "elsa"',
  ],
  [
    6,
    '   at Npgsql.Internal.NpgsqlConnector.ReadMessageLong(Boolean async, DataRowLoadingMode dataRowLoadingMode, Boolean readingNotifications)',
  ],
  [
    6,
    '   at Npgsql.Internal.NpgsqlConnector.AuthenticateSASL(List`1 mechanisms, String username, Boolean async)',
  ],
  [6, '  Exception data:'],
  [6, '    Severity: FATAL'],
  [6, '    SqlState: 28P01'],
  [6, '    MessageText: password authentication failed for user "elsa"'],
  [6, '    File: auth.c'],
  [6, '    Routine: auth_failed'],
];

const REQUEST_EVERY = 5 * SECOND;
const KEPT_LINES = 500;

function requestLine(key: string, at: number): string {
  const milliseconds = 20 + (hash32(`${key}/${at}`) % 180);
  return `info: Request finished HTTP/1.1 GET /elsa/api/workflow-instances - 200 ${milliseconds}ms`;
}

/** What a run of a container has written until a time; the same each time it is asked. */
export function writtenLines(
  component: string,
  behaviour: Behaviour,
  startedAt: number,
  until: number,
): LogLine[] {
  if (behaviour.kind === 'stuck') return [];
  const isPasswordFault =
    behaviour.kind === 'exits' && behaviour.log === 'wrong-password';
  const script = isPasswordFault ? WRONG_PASSWORD : (SCRIPTS[component] ?? []);
  const lines = script
    .map(([seconds, text]) => ({ at: startedAt + seconds * SECOND, text }))
    .filter(line => line.at <= until);
  if (behaviour.kind === 'exits' && behaviour.log === 'task') {
    return [
      { at: startedAt, text: 'started' },
      ...(until >= startedAt + behaviour.afterSeconds * SECOND
        ? [{ at: until, text: 'done' }]
        : []),
    ];
  }
  if (component !== 'server' || isPasswordFault) return lines;
  const firstRequest = startedAt + 15 * SECOND;
  const from = Math.max(firstRequest, until - KEPT_LINES * REQUEST_EVERY);
  const aligned = Math.ceil(from / REQUEST_EVERY) * REQUEST_EVERY;
  for (let at = aligned; at <= until; at += REQUEST_EVERY) {
    lines.push({ at, text: requestLine(component, at) });
  }
  return lines;
}
