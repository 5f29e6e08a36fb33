/*
 * database, <provider>     from
 * ----------------------------------------------------------------------
 * database.*               database.* (mode, names, external server, TLS)
 * database.pool            database.maxPoolSize; 0 lets the chart compute it
 * <provider>.image         database.version, where the spec states one
 * <provider>.persistence   database.storage
 * postgresql.cloudnativepg database.instances, backup for that mode
 */
import { POOLS_PER_POD } from './connectionPools';
import { persistence } from '../storage/persistence';
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';
import { objectStoreValues } from '../backup/values';
import { DEFAULT_DATABASE_VERSIONS } from './defaults';

/** Values of the database, and of the provider that runs it in the namespace. */
export function databaseValues({ spec }: Environment): Values {
  return {
    database: connectionValues(spec),
    ...(spec.database.mode !== 'external' && {
      [spec.database.provider]: providerValues(spec),
    }),
  };
}

function connectionValues({ database }: Spec): Values {
  return {
    provider: database.provider,
    mode: database.mode,
    name: database.name,
    username: database.username,
    maxConnections: database.maxConnections,
    pool: {
      maxSize: database.maxPoolSize ?? 0,
      poolsPerPod: POOLS_PER_POD,
    },
    ...(database.mode === 'external' &&
      database.external && {
        external: {
          host: database.external.host,
          port: database.external.port ?? 0,
        },
        tls: {
          mode: database.external.tls,
          ...(database.external.caSecret && {
            caSecret: database.external.caSecret,
          }),
        },
      }),
  };
}

function providerValues(spec: Spec): Values {
  const { database } = spec;
  const version = statedVersion(spec);
  const common = {
    persistence: persistence(database.storage),
    resources: database.resources,
  };
  switch (database.provider) {
    case 'sqlite':
      return { persistence: persistence(database.storage) };
    case 'sqlserver':
      return {
        ...common,
        acceptEula: database.sqlserver.acceptEula,
        edition: database.sqlserver.edition,
        ...imageOf('sqlserver', version),
      };
    case 'mysql':
      return { ...common, ...imageOf('mysql', version) };
    default:
      return {
        ...common,
        ...postgresqlVersion(version),
        ...(database.mode === 'cloudnativepg' && {
          cloudnativepg: cloudNativePgValues(spec),
        }),
      };
  }
}

/** The chart pins the patch of the default release; only another one is written out. */
function statedVersion({ database }: Spec): string | undefined {
  return database.version === DEFAULT_DATABASE_VERSIONS[database.provider]
    ? undefined
    : database.version;
}

/**
 * Tags for releases other than the chart's own: the newest patch of a major
 * that was known when this was written. Platform teams pin digests in the chart.
 */
const TAGS: Record<string, Record<string, string>> = {
  postgresql: {
    '14': '14.19-bookworm',
    '15': '15.14-bookworm',
    '16': '16.10-bookworm',
    '17': '17.6-bookworm',
    '18': '18.0-bookworm',
  },
  cloudnativepg: {
    '14': '14.19-standard-bookworm',
    '15': '15.14-standard-bookworm',
    '16': '16.10-standard-bookworm',
    '17': '17.6-standard-bookworm',
    '18': '18.0-standard-bookworm',
  },
  sqlserver: {
    '2019': '2019-CU32-ubuntu-20.04',
    '2022': '2022-CU20-ubuntu-22.04',
    '2025': '2025-RTM-ubuntu-22.04',
  },
  mysql: { '8.4': '8.4.6', '9': '9.4.0' },
};

/** A full version such as 17.5 names its own tag. */
function tagOf(table: string, version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  const known = TAGS[table];
  if (version in known) return known[version];
  const major = Object.keys(known).find(key => version.startsWith(`${key}.`));
  return major ? known[major].replace(/^[0-9.]+/, version) : undefined;
}

function imageOf(table: string, version: string | undefined): Values {
  const tag = tagOf(table, version);
  return tag ? { image: { tag } } : {};
}

function postgresqlVersion(version: string | undefined): Values {
  const tag = tagOf('postgresql', version);
  return version && tag
    ? { majorVersion: Number(version.split('.')[0]), image: { tag } }
    : {};
}

function cloudNativePgValues(spec: Spec): Values {
  const { backup, database } = spec;
  const tag = tagOf('cloudnativepg', statedVersion(spec));
  return {
    instances: database.instances,
    ...(tag && { image: { tag } }),
    ...(backup.objectStore?.serviceAccountAnnotations && {
      serviceAccountAnnotations: backup.objectStore.serviceAccountAnnotations,
    }),
    backup: {
      enabled: backup.enabled,
      ...(backup.enabled && {
        // The operator's schedule begins with seconds.
        schedule: `0 ${backup.schedule}`,
        method: backup.method === 'object-store' ? 'plugin' : 'volumeSnapshot',
        retention: `${backup.retentionDays}d`,
        ...(backup.volumeSnapshotClass && {
          volumeSnapshotClass: backup.volumeSnapshotClass,
        }),
        ...(backup.objectStore && { objectStore: objectStoreValues(backup) }),
      }),
    },
  };
}
