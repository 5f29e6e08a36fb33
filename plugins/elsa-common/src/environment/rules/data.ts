import { connectionsFor, poolsPerPod, RESERVED_CONNECTIONS } from '../complete';
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
        spec.pgbouncer.poolSize * spec.pgbouncer.replicas +
          RESERVED_CONNECTIONS >
          spec.database.maxConnections && {
          path: 'pgbouncer.poolSize',
          value: spec.pgbouncer.poolSize,
          message: `${spec.pgbouncer.replicas} PgBouncer pods of ${spec.pgbouncer.poolSize} connections do not fit into ${spec.database.maxConnections} (${RESERVED_CONNECTIONS} are kept for administration).`,
          remedy: `Use at most ${Math.max(
            1,
            Math.floor(
              (spec.database.maxConnections - RESERVED_CONNECTIONS) /
                spec.pgbouncer.replicas,
            ),
          )}, or raise database.maxConnections.`,
        },
      ];

/** A server needs a few connections for requests, timers and locks at the same time. */
const SMALLEST_POOL = 5;

export const poolsFitTheDatabase: Rule = spec => {
  if (spec.database.provider === 'sqlite') return [];
  const pods = Math.max(1, serverPods(spec).maximum);
  const pools = poolsPerPod(spec);
  const available = connectionsFor(spec) - RESERVED_CONNECTIONS;
  const largest = Math.floor(available / (pods * pools));
  const limitField = spec.pgbouncer.enabled
    ? 'pgbouncer.maxClientConnections'
    : 'database.maxConnections';
  const size = spec.database.maxPoolSize ?? largest;
  if (largest < SMALLEST_POOL) {
    return [
      {
        path: limitField,
        value: connectionsFor(spec),
        message: `Up to ${pods} server pods would share ${available} connections.`,
        remedy: `Use at least ${
          SMALLEST_POOL * pods * pools + RESERVED_CONNECTIONS
        }, or fewer replicas.`,
      },
    ];
  }
  return [
    size > largest && {
      path: 'database.maxPoolSize',
      value: size,
      message: `Up to ${pods} server pods with ${pools} pools of ${size} connections need more than the ${available} that are free.`,
      remedy: `Use at most ${largest}, or raise ${limitField}.`,
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
    backup.method === 'object-store' &&
      backup.objectStore === undefined && {
        path: 'backup.objectStore',
        message: 'The backup has nowhere to go.',
        remedy: "Name the Barman Cloud plugin's ObjectStore.",
      },
    backup.method === 'volume-snapshot' &&
      backup.volumeSnapshotClass === undefined &&
      !spec.storage.createVolumeSnapshotClass && {
        path: 'backup.volumeSnapshotClass',
        message: 'Volume snapshots need a class.',
        remedy:
          'Name a class of the cluster, or set storage.createVolumeSnapshotClass: true.',
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
