import type { Rule } from '../sections/Rule';
import { serverPods } from '../sections/server/serverPods';

export const sqliteIsForDevelopment: Rule<
  'database' | 'preset' | 'backup' | 'server'
> = (spec, { host, database }) =>
  database.isServer
    ? []
    : [
        spec.preset !== 'development' && {
          path: 'database.provider',
          value: 'sqlite',
          message: `SQLite is not supported with preset ${spec.preset}.`,
          remedy: 'Use postgresql, or preset: development.',
        },
        spec.database.mode !== 'embedded' && {
          path: 'database.mode',
          value: spec.database.mode,
          message: "SQLite stores its data in the server's volume.",
          remedy: 'Use mode: embedded.',
        },
        spec.backup.enabled &&
          database.noBackup !== undefined && {
            path: 'backup.enabled',
            value: true,
            ...database.noBackup,
          },
        serverPods(spec, host).maximum > 1 && {
          path: 'database.provider',
          value: 'sqlite',
          message: 'Several server replicas cannot share a SQLite file.',
          remedy: 'Use postgresql, or one replica.',
        },
      ];
