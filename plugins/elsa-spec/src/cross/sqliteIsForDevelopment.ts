import type { Rule } from '../environment/Rule';
import { serverPods } from '../environment/serverPods';

export const sqliteIsForDevelopment: Rule<
  'database' | 'preset' | 'backup' | 'server' | 'host'
> = spec =>
  spec.database.provider !== 'sqlite'
    ? []
    : [
        spec.preset !== 'development' && {
          path: 'database.provider',
          value: 'sqlite',
          message: `A SQLite file is no database for preset ${spec.preset}.`,
          remedy: 'Use postgresql, or preset: development.',
        },
        spec.database.mode !== 'embedded' && {
          path: 'database.mode',
          value: spec.database.mode,
          message: "SQLite is a file in the server's volume.",
          remedy: 'Use mode: embedded.',
        },
        spec.backup.enabled && {
          path: 'backup.enabled',
          value: true,
          message: 'Nothing outside of the server can dump its SQLite file.',
          remedy: 'Switch backup off, or use postgresql.',
        },
        serverPods(spec).maximum > 1 && {
          path: 'database.provider',
          value: 'sqlite',
          message: 'Several server replicas cannot share a SQLite file.',
          remedy: 'Use postgresql, or one replica.',
        },
      ];
