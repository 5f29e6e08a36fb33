import type { DatabaseProfile } from '../../profiles';
import type { ParsedEnvironmentSpec } from '../schema';

export function completeBackup(
  { backup }: ParsedEnvironmentSpec,
  { backupMethods: [fitting = 'dump'] }: DatabaseProfile,
) {
  return {
    ...backup,
    method: backup.method ?? fitting,
    objectStore: backup.objectStore && {
      ...backup.objectStore,
      useWorkloadIdentity: backup.objectStore.useWorkloadIdentity ?? true,
    },
  };
}
