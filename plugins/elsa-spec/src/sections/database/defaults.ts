import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  databaseEngines,
  databaseModes,
  type DatabaseProfile,
  runsBy,
} from '../../profiles';
import type { ParsedEnvironmentSpec, Size } from '../schema';

export function completeDatabase(
  { database }: ParsedEnvironmentSpec,
  { version }: DatabaseProfile,
) {
  return { ...database, version: database.version ?? version };
}

const at = <Value>(
  table: Readonly<Record<string, Value>>,
  key: unknown,
): Value | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;

/** How the chosen database changes the presets. Its input has not been validated yet. */
export function databaseDefaults(
  database: Record<string, unknown>,
  size: Size,
): unknown {
  const { provider = 'postgresql', mode } = database;
  const isExternal = isRecord(database.external);
  const hasOperator = runsBy(provider);
  const engine = at(databaseEngines, provider);
  const isReplicated =
    !isExternal &&
    hasOperator &&
    (mode === undefined || at(databaseModes, mode)?.isReplicated === true);
  const resources = engine?.resources?.[size];
  return {
    database: {
      // Naming a server means using it; the presets' operator fits few products.
      ...(isExternal && { mode: 'external' }),
      ...(!isExternal && !hasOperator && { mode: 'embedded' }),
      ...(!isReplicated && { instances: 1 }),
      ...(resources && { resources }),
    },
    // A file in the server's volume cannot be dumped, and whoever runs a server backs it up.
    ...((isExternal || engine?.isServer === false) && {
      backup: { enabled: false },
    }),
  };
}
