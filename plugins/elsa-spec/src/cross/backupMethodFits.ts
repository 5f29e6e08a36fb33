import { operatorsThat } from '../profiles';
import type { Rule } from '../sections/Rule';

export const backupMethodFits: Rule<'backup'> = (
  { backup },
  { database: { backupMethods, isServer, noBackup, operator } },
) => {
  if (!backup.enabled || !isServer) return [];
  const { method } = backup;
  const able = operatorsThat(place => place.backupMethods.includes(method));
  return [
    method !== 'dump' &&
      !backupMethods.includes(method) && {
        path: 'backup.method',
        value: method,
        message: `Only ${able.map(({ title }) => title).join(' and ')} supports this backup method.`,
        remedy: `Use method: dump, or database.mode: ${able.map(({ mode }) => mode).join(' or ')}.`,
      },
    method === 'dump' &&
      operator !== undefined &&
      !backupMethods.includes(method) && {
        path: 'backup.method',
        value: method,
        message: `${operator.title} takes its own backups.`,
        remedy: `Use method: ${backupMethods.join(' or ')}.`,
      },
    method === 'object-store' &&
      (backup.objectStore?.existing === undefined) ===
        (backup.objectStore?.destinationPath === undefined) && {
        path: 'backup.objectStore',
        message: 'The backup needs exactly one destination.',
        remedy:
          'Set either existing (the name of an ObjectStore) or destinationPath.',
      },
    backupMethods.length === 0 &&
      noBackup !== undefined && {
        path: 'backup.enabled',
        value: true,
        ...noBackup,
      },
  ];
};
