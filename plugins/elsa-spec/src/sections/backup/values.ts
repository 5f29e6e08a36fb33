/*
 * backup, velero           from
 * ----------------------------------------------------------------------
 * backup.*                 backup.* (dumps; CloudNativePG's are in its database's values)
 * velero.*                 backup.velero
 */
import { persistence } from '../storage/persistence';
import type { Spec, Values } from '../Values';

/** Where CloudNativePG puts backups. */
export function objectStoreValues({ backup }: Spec): Values {
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

/** Dumps by a CronJob. */
export function backupValues({ backup }: Spec): Values {
  const isDump = backup.enabled && backup.method === 'dump';
  return {
    enabled: isDump,
    ...(isDump && {
      schedule: backup.schedule,
      timeZone: backup.timeZone,
      retentionDays: backup.retentionDays,
      persistence: persistence(backup.storage),
    }),
  };
}

export function veleroValues({ backup: { velero } }: Spec): Values {
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
