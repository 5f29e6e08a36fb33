import type { ParsedEnvironmentSpec } from '../schema';

export function completeBackup({ backup, database }: ParsedEnvironmentSpec) {
  return {
    ...backup,
    // CloudNativePG takes its own backups; a dump would read all data each time.
    method:
      backup.method ??
      (database.mode === 'cloudnativepg'
        ? ('volume-snapshot' as const)
        : ('dump' as const)),
    objectStore: backup.objectStore && {
      ...backup.objectStore,
      useWorkloadIdentity: backup.objectStore.useWorkloadIdentity ?? true,
    },
  };
}
