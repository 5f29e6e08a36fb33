import type { Environment } from '../files/types';

/** One thing that a server image of one's own has to offer. */
export interface ContractRow {
  what: string;
  /** Names, paths or numbers, as code. */
  names: string[];
}

type PossibleRow = { what: string; names: Array<string | undefined> };

/** The profile's contract, with what the spec states in its place. */
function effectiveContract({ spec: { host }, profiles }: Environment) {
  const { server } = profiles.host;
  return {
    server,
    keys: { ...server.environment, ...host.environmentKeys },
    probes: { ...server.probes, ...host.probes },
  };
}

function processRows(environment: Environment): PossibleRow[] {
  const { server, probes } = effectiveContract(environment);
  return [
    { what: 'Listens on port', names: [String(server.port)] },
    { what: 'Is alive when it answers', names: [probes.startup, probes.live] },
    { what: 'Is ready when it answers', names: [probes.ready] },
    { what: 'Runs as user and group', names: [String(server.runAsUser)] },
    { what: 'Writes to no other paths than', names: server.writablePaths },
  ];
}

function databaseRows(environment: Environment): PossibleRow[] {
  const { spec } = environment;
  const { server, keys } = effectiveContract(environment);
  const { provider } = spec.database;
  return [
    {
      what: `Reads the database provider (${server.databaseProviders[provider]}) from`,
      names: [keys.databaseProvider],
    },
    {
      what: spec.pgbouncer.enabled
        ? 'Reads the connection string through PgBouncer from'
        : 'Reads the connection string from',
      names: [
        spec.host.environmentKeys?.connectionString ??
          server.environment.connectionStrings[provider],
      ],
    },
    {
      what: 'Reads the direct connection string, for locks and migrations, from',
      names: [keys.directConnectionString],
    },
  ];
}

function serviceRows(environment: Environment): PossibleRow[] {
  const { spec } = environment;
  const { server, keys } = effectiveContract(environment);
  return [
    ...(spec.server.locks
      ? [
          {
            what: `Reads where its locks are (${server.lockProviders[spec.server.locks]}) from`,
            names: [keys.lockProvider],
          },
        ]
      : []),
    ...(spec.redis.enabled
      ? [{ what: 'Reads the address of Redis from', names: [keys.redis] }]
      : []),
    ...(spec.rabbitmq.enabled
      ? [{ what: 'Reads the address of RabbitMQ from', names: [keys.rabbitmq] }]
      : []),
  ];
}

function operationRows(environment: Environment): PossibleRow[] {
  const { spec } = environment;
  const { keys } = effectiveContract(environment);
  return [
    {
      what: 'Reads the key that signs its tokens from',
      names: [keys.signingKey],
    },
    {
      what: 'Reads name and password of its first administrator from',
      names: [keys.adminUser, keys.adminPassword],
    },
    { what: 'Reads its public address from', names: [keys.publicUrl] },
    ...(spec.monitoring.collection === 'otlp'
      ? [{ what: 'Sends its metrics to', names: [keys.otlpEndpoint] }]
      : []),
    ...(spec.host.migrationArguments
      ? [
          {
            what: 'Migrates the database and ends when it is started with',
            names: [spec.host.migrationArguments.join(' ')],
          },
        ]
      : []),
  ];
}

/**
 * What the user's own server image has to read, serve and leave alone in this
 * environment; nothing for images that are not the user's.
 */
export function hostContract(environment: Environment): ContractRow[] {
  if (!environment.profiles.host.isCustomizable) return [];
  return [
    ...processRows(environment),
    ...databaseRows(environment),
    ...serviceRows(environment),
    ...operationRows(environment),
  ].flatMap(({ what, names }) => {
    const known = [
      ...new Set(names.filter(name => name !== undefined && name !== '')),
    ] as string[];
    return known.length > 0 ? [{ what, names: known }] : [];
  });
}
