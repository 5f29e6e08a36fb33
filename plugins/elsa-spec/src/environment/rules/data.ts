import { connectionPools } from '../connectionPools';
import { serverPods } from '../serverPods';
import { Rule } from './types';

export const databaseIsSupported: Rule = (spec, profile) => [
  !(spec.database.provider in profile.server.databaseProviders) && {
    path: 'database.provider',
    value: spec.database.provider,
    message: `The images of host profile ${profile.id} do not contain this provider.`,
    remedy: `Use one of: ${Object.keys(profile.server.databaseProviders).join(
      ', ',
    )}.`,
  },
];

export const sqliteIsForDevelopment: Rule = spec =>
  spec.database.provider !== 'sqlite'
    ? []
    : [
        spec.preset !== 'development' && {
          path: 'database.provider',
          value: 'sqlite',
          message: `A SQLite file is no database for preset ${spec.preset}.`,
          remedy: 'Use postgresql, or preset: development.',
        },
        spec.database.mode !== 'embedded' && {
          path: 'database.mode',
          value: spec.database.mode,
          message: "SQLite is a file in the server's volume.",
          remedy: 'Use mode: embedded.',
        },
        spec.backup.enabled && {
          path: 'backup.enabled',
          value: true,
          message: 'Nothing outside of the server can dump its SQLite file.',
          remedy: 'Switch backup off, or use postgresql.',
        },
        serverPods(spec).maximum > 1 && {
          path: 'database.provider',
          value: 'sqlite',
          message: 'Several server replicas cannot share a SQLite file.',
          remedy: 'Use postgresql, or one replica.',
        },
      ];

export const modeFitsProvider: Rule = spec => [
  spec.database.mode === 'cloudnativepg' &&
    spec.database.provider !== 'postgresql' && {
      path: 'database.mode',
      value: 'cloudnativepg',
      message: `CloudNativePG runs PostgreSQL, and the provider is ${spec.database.provider}.`,
      remedy: 'Use mode embedded or external, or provider: postgresql.',
    },
  spec.database.mode !== 'cloudnativepg' &&
    spec.database.instances > 1 && {
      path: 'database.instances',
      value: spec.database.instances,
      message:
        'Only CloudNativePG replicates; several plain instances are several databases.',
      remedy: 'Use mode: cloudnativepg, or one instance.',
    },
];

const EXTERNAL = ['database', 'redis', 'rabbitmq'] as const;

export const externalServicesAreNamed: Rule = spec =>
  EXTERNAL.flatMap(part => {
    const { mode, external } = spec[part];
    const isUsed = part === 'database' || spec[part].enabled;
    return [
      isUsed &&
        mode === 'external' &&
        external === undefined && {
          path: `${part}.external.host`,
          message: `${part}.mode is external, and no server is named.`,
          remedy: `State ${part}.external.host.`,
        },
      mode !== 'external' &&
        external !== undefined && {
          path: `${part}.external`,
          message: `A server is named, and ${part}.mode is ${mode}.`,
          remedy: `Set ${part}.mode: external, or remove ${part}.external.`,
        },
    ];
  });

const DATABASE_VERSIONS: Record<string, string[]> = {
  postgresql: ['14', '15', '16', '17', '18'],
  sqlserver: ['2019', '2022', '2025'],
  mysql: ['8.4', '9'],
};

export const databaseVersionIsKnown: Rule = spec => {
  const known = DATABASE_VERSIONS[spec.database.provider];
  const { version, mode } = spec.database;
  return [
    known !== undefined &&
      version !== undefined &&
      mode !== 'external' &&
      !known.some(
        item => version === item || version.startsWith(`${item}.`),
      ) && {
        path: 'database.version',
        value: version,
        message: `This is not a supported release of ${spec.database.provider}.`,
        remedy: `Use one of: ${known.join(', ')}.`,
      },
  ];
};

export const pgbouncerFits: Rule = (spec, profile) =>
  !spec.pgbouncer.enabled
    ? []
    : [
        spec.database.provider !== 'postgresql' && {
          path: 'pgbouncer.enabled',
          value: true,
          message: `PgBouncer pools PostgreSQL, and the provider is ${spec.database.provider}.`,
          remedy: 'Switch pgbouncer off, or use provider: postgresql.',
        },
        spec.pgbouncer.poolMode === 'transaction' &&
          !profile.server.environment.directConnectionString && {
            path: 'pgbouncer.poolMode',
            value: 'transaction',
            message: `Transaction pooling breaks the advisory locks and migrations of host profile ${profile.id}, whose image has one connection string for all.`,
            remedy: 'Use poolMode: session.',
          },
      ];

/** A server needs a few connections for requests, timers and locks at the same time. */
const SMALLEST_POOL = 3;

export const poolsFitTheDatabase: Rule = (spec, profile) => {
  if (spec.database.provider === 'sqlite') return [];
  const { maxConnections } = spec.database;
  const pools = connectionPools(spec, profile);
  if (pools.used > pools.budget) {
    const path = spec.pgbouncer.enabled
      ? 'pgbouncer.poolSize'
      : 'database.maxPoolSize';
    return [
      {
        path,
        value: spec.pgbouncer.enabled
          ? spec.pgbouncer.poolSize
          : spec.database.maxPoolSize,
        message: `Up to ${pools.pods} server pods would open ${pools.used} connections, and ${pools.budget} of ${maxConnections} are free for them.`,
        remedy: `Leave ${path} out to have it computed, or raise database.maxConnections.`,
      },
    ];
  }
  return [
    Math.min(pools.mainSize, pools.directSize ?? pools.mainSize) <
      SMALLEST_POOL && {
      path: 'database.maxConnections',
      value: maxConnections,
      message: `Up to ${pools.pods} server pods share ${pools.budget} connections: fewer than ${SMALLEST_POOL} for each pool.`,
      remedy: 'Raise database.maxConnections, or run fewer replicas.',
    },
  ];
};

export const rabbitmqReplicatesByOperator: Rule = spec =>
  !spec.rabbitmq.enabled
    ? []
    : [
        spec.rabbitmq.mode === 'embedded' &&
          spec.rabbitmq.replicas > 1 && {
            path: 'rabbitmq.replicas',
            value: spec.rabbitmq.replicas,
            message: 'Several plain RabbitMQ pods do not form a cluster.',
            remedy: 'Use mode: operator, or one replica.',
          },
        spec.rabbitmq.replicas > 1 &&
          spec.rabbitmq.replicas % 2 === 0 && {
            path: 'rabbitmq.replicas',
            value: spec.rabbitmq.replicas,
            message: 'An even number of nodes has no majority after a split.',
            remedy: 'Use an odd number.',
          },
      ];

/** Its schedules have no time zone, and the operator's clock is UTC. */
export const operatorSchedulesInUtc: Rule = ({ backup }) => [
  backup.enabled &&
    backup.method !== 'dump' &&
    !/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal)$/i.test(backup.timeZone) && {
      path: 'backup.timeZone',
      value: backup.timeZone,
      message: 'CloudNativePG schedules backups in UTC only.',
      remedy: 'State backup.schedule in UTC and remove the time zone.',
    },
];

export const backupMethodFits: Rule = spec => {
  const { backup, database } = spec;
  if (!backup.enabled || database.provider === 'sqlite') return [];
  const byOperator = backup.method !== 'dump';
  return [
    byOperator &&
      database.mode !== 'cloudnativepg' && {
        path: 'backup.method',
        value: backup.method,
        message: 'Only CloudNativePG takes backups this way.',
        remedy: 'Use method: dump, or database.mode: cloudnativepg.',
      },
    !byOperator &&
      database.mode === 'cloudnativepg' && {
        path: 'backup.method',
        value: backup.method,
        message: 'CloudNativePG takes its own backups.',
        remedy: 'Use method: volume-snapshot or object-store.',
      },
    backup.method === 'object-store' &&
      (backup.objectStore?.existing === undefined) ===
        (backup.objectStore?.destinationPath === undefined) && {
        path: 'backup.objectStore',
        message: 'The backup needs exactly one place to go to.',
        remedy:
          'State either existing (the name of an ObjectStore) or destinationPath.',
      },
    database.provider === 'sqlserver' &&
      database.mode === 'external' && {
        path: 'backup.enabled',
        value: true,
        message:
          'SQL Server writes its backups to its own disk, which an external server does not share.',
        remedy: "Use the server's own backups and switch backup off.",
      },
  ];
};

/** MySQL's image carries the public authorities, PostgreSQL's has none. */
export const dumpVerifiesItsServer: Rule = ({ backup, database }) => [
  backup.enabled &&
    backup.method === 'dump' &&
    database.provider === 'postgresql' &&
    database.external?.tls === 'verify-full' &&
    database.external.caSecret === undefined && {
      path: 'database.external.caSecret',
      message:
        "The backup's image knows no authorities and could not verify the database server.",
      remedy:
        "State the Secret and key that hold the certificate of the server's authority, or switch backup off.",
    },
];

export const createdClassesHaveACloud: Rule = spec =>
  (['createStorageClass', 'createVolumeSnapshotClass'] as const).map(
    field =>
      spec.storage[field] &&
      spec.target.cloud === 'generic' && {
        path: `storage.${field}`,
        value: true,
        message: 'Each cloud has its own storage driver.',
        remedy: 'State target.cloud: aws, azure or gcp, or switch it off.',
      },
  );

/** Microsoft's image does not start without it. */
export const sqlServerIsLicensed: Rule = spec =>
  spec.database.provider !== 'sqlserver' || spec.database.mode !== 'embedded'
    ? []
    : [
        !spec.database.sqlserver.acceptEula && {
          path: 'database.sqlserver.acceptEula',
          value: false,
          message:
            "SQL Server does not start before somebody accepts Microsoft's licence terms.",
          remedy:
            'Read them and set acceptEula: true, or use another provider.',
        },
        spec.preset === 'production' &&
          spec.database.sqlserver.edition === 'Developer' && {
            path: 'database.sqlserver.edition',
            value: 'Developer',
            message: 'The Developer edition may not be used in production.',
            remedy: 'Use Express, or an edition that you have a licence for.',
          },
      ];
