import type { Rule } from '../sections/Rule';

export const backupMethodFits: Rule<'backup' | 'database'> = spec => {
  const { backup, database } = spec;
  if (!backup.enabled || database.provider === 'sqlite') return [];
  const byOperator = backup.method !== 'dump';
  return [
    byOperator &&
      database.mode !== 'cloudnativepg' && {
        path: 'backup.method',
        value: backup.method,
        message: 'Only CloudNativePG supports this backup method.',
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
        message: 'The backup needs exactly one destination.',
        remedy:
          'Set either existing (the name of an ObjectStore) or destinationPath.',
      },
    database.provider === 'sqlserver' &&
      database.mode === 'external' && {
        path: 'backup.enabled',
        value: true,
        message:
          'SQL Server writes its backups to its own disk, which an external server does not share.',
        remedy: "Use the server's own backups and disable backup.",
      },
  ];
};
