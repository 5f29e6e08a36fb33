/*
 * backup, velero           from
 * ----------------------------------------------------------------------
 * backup.*                 backup.* (dumps; CloudNativePG's are in its database's values)
 * backup.maxAgeHours       backup.schedule, backup.timeZone
 * velero.*                 backup.velero
 */
import { maximumBackupAgeSeconds } from '@elsa-portal/backstage-plugin-elsa-common/schedule';
import { persistence } from '../storage/persistence';
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';

/** Where CloudNativePG puts backups. */
export function objectStoreValues(backup: Spec['backup']): Values {
  const { existing, destinationPath, endpoint, useWorkloadIdentity } =
    backup.objectStore ?? {};
  return {
    existing: existing ?? '',
    destinationPath: destinationPath ?? '',
    endpointURL: endpoint ?? '',
    ...(destinationPath && { provider: storeProvider(destinationPath) }),
    inheritIdentity: useWorkloadIdentity ?? true,
  };
}

function storeProvider(destinationPath: string): string {
  if (destinationPath.startsWith('gs:')) return 'google';
  return destinationPath.startsWith('https:') ? 'azure' : 's3';
}

/** Hours without a good backup after which an alert fires. */
function maximumAgeHours({ schedule, timeZone }: Spec['backup']) {
  const seconds = maximumBackupAgeSeconds(schedule, timeZone);
  return seconds === undefined ? undefined : Math.ceil(seconds / 3600);
}

/** Dumps by a CronJob, and how old any kind of backup may become. */
export function backupValues({ spec: { backup } }: Environment): Values {
  const isDump = backup.enabled && backup.method === 'dump';
  const maxAgeHours = backup.enabled ? maximumAgeHours(backup) : undefined;
  return {
    enabled: isDump,
    ...(maxAgeHours !== undefined && { maxAgeHours }),
    ...(isDump && {
      schedule: backup.schedule,
      timeZone: backup.timeZone,
      retentionDays: backup.retentionDays,
      persistence: persistence(backup.storage),
    }),
  };
}

export function veleroValues({
  spec: {
    backup: { velero },
  },
}: Environment): Values {
  return {
    enabled: velero.enabled,
    ...(velero.enabled && {
      namespace: velero.namespace,
      schedule: velero.schedule,
      ttl: `${velero.retentionHours}h`,
      storageLocation: velero.storageLocation,
    }),
  };
}
