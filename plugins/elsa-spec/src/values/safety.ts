/*
 * backup, storage, velero  from
 * ----------------------------------------------------------------------
 * backup.*                 backup.* (dumps; CloudNativePG's are in values/data)
 * storage.*                storage.*, target.cloud
 * velero.*                 backup.velero
 * migration.enabled        host.migrationArguments
 */
import type { Spec, Values } from './types';

export function safetyValues(spec: Spec): Values {
  const { backup, storage, target } = spec;
  const isDump = backup.enabled && backup.method === 'dump';
  return {
    backup: {
      enabled: isDump,
      ...(isDump && {
        schedule: backup.schedule,
        timeZone: backup.timeZone,
        retentionDays: backup.retentionDays,
        persistence: {
          ...(backup.storage.size && { size: backup.storage.size }),
          ...(backup.storage.storageClass && {
            storageClass: backup.storage.storageClass,
          }),
        },
      }),
    },
    storage: {
      ...(target.cloud !== 'generic' && { cloud: target.cloud }),
      storageClasses: { enabled: storage.createStorageClass },
      volumeSnapshotClass: { enabled: storage.createVolumeSnapshotClass },
    },
    velero: {
      enabled: backup.velero.enabled,
      ...(backup.velero.enabled && {
        namespace: backup.velero.namespace,
        schedule: backup.velero.schedule,
        ttl: `${backup.velero.retentionHours}h`,
        storageLocation: backup.velero.storageLocation,
      }),
    },
    migration: { enabled: spec.host.migrationArguments !== undefined },
  };
}
