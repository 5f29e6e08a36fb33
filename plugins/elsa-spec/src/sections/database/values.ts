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
import type { DatabaseRelease } from '../../profiles';
import { persistence } from '../storage/persistence';
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';
import { objectStoreValues } from '../backup/values';

/** Values of the database, and of the provider that runs it in the namespace. */
export function databaseValues(environment: Environment): Values {
  const { spec, profiles } = environment;
  return {
    database: connectionValues(environment),
    ...(profiles.database.isOwn && {
      [spec.database.provider]: providerValues(environment),
    }),
  };
}

function connectionValues({
  spec: { database },
  profiles,
}: Environment): Values {
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
    ...(!profiles.database.isOwn &&
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

/** What the chart hands to the operator of a mode. */
const OPERATOR_VALUES: Partial<
  Record<Spec['database']['mode'], (environment: Environment) => Values>
> = {
  cloudnativepg: environment => ({
    cloudnativepg: cloudNativePgValues(environment),
  }),
};

function providerValues(environment: Environment): Values {
  const { database } = environment.spec;
  const profile = environment.profiles.database;
  const version = statedVersion(environment);
  const tag = tagOf(profile.releases, version);
  return {
    persistence: persistence(database.storage),
    ...(profile.isServer && { resources: database.resources }),
    ...profile.settings?.(database),
    ...(version &&
      tag && {
        ...(profile.hasMajorVersion && {
          majorVersion: Number(version.split('.')[0]),
        }),
        image: { tag },
      }),
    ...(profile.operator?.runs.includes(profile.provider) &&
      OPERATOR_VALUES[database.mode]?.(environment)),
  };
}

/** The chart pins the patch of the default release; only another one is written out. */
function statedVersion({
  spec: { database },
  profiles,
}: Environment): string | undefined {
  return database.version === profiles.database.version
    ? undefined
    : database.version;
}

/**
 * The newest patch of a release that was known when its profile was written. A
 * full version such as 17.5 names its own tag. Platform teams pin digests in
 * the chart.
 */
function tagOf(
  releases: readonly DatabaseRelease[],
  version: string | undefined,
): string | undefined {
  if (version === undefined) return undefined;
  const exact = releases.find(({ release }) => release === version);
  if (exact) return exact.tag;
  return releases
    .find(({ release }) => version.startsWith(`${release}.`))
    ?.tag.replace(/^[0-9.]+/, version);
}

function cloudNativePgValues(environment: Environment): Values {
  const { backup, database } = environment.spec;
  const { operatorReleases = [] } = environment.profiles.database;
  const tag = tagOf(operatorReleases, statedVersion(environment));
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
