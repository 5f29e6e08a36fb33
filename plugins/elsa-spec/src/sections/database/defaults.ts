import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import type { ParsedEnvironmentSpec, Size } from '../schema';

function resources(
  cpu: string,
  memory: string,
  cpuLimit: string,
  memoryLimit: string,
) {
  return {
    requests: { cpu, memory },
    limits: { cpu: cpuLimit, memory: memoryLimit },
  };
}

/** SQL Server refuses to start below 2 GiB. */
const sqlServerResources: Record<Size, ReturnType<typeof resources>> = {
  small: resources('500m', '2Gi', '2', '3Gi'),
  medium: resources('1', '4Gi', '4', '6Gi'),
  large: resources('4', '8Gi', '8', '16Gi'),
};

/** Release of each provider that the chart's images have. @public */
export const DEFAULT_DATABASE_VERSIONS = {
  postgresql: '17',
  sqlserver: '2022',
  mysql: '8.4',
  sqlite: undefined,
};

export function completeDatabase(spec: ParsedEnvironmentSpec) {
  const { database } = spec;
  return {
    ...database,
    version: database.version ?? DEFAULT_DATABASE_VERSIONS[database.provider],
  };
}

/** What the choice of a database changes about the presets. */
export function databaseDefaults(
  database: Record<string, unknown>,
  size: Size,
): unknown {
  const provider = database.provider ?? 'postgresql';
  const isExternal = isRecord(database.external);
  return {
    database: {
      // Only PostgreSQL has an operator here; naming a server means using it.
      ...(isExternal && { mode: 'external' }),
      ...(!isExternal && provider !== 'postgresql' && { mode: 'embedded' }),
      ...((isExternal ||
        provider !== 'postgresql' ||
        (database.mode !== undefined && database.mode !== 'cloudnativepg')) && {
        instances: 1,
      }),
      ...(provider === 'sqlserver' && { resources: sqlServerResources[size] }),
    },
    // A SQLite file lives in the server's volume; nothing outside can dump it.
    ...(provider === 'sqlite' && { backup: { enabled: false } }),
    ...(isExternal && { backup: { enabled: false } }),
  };
}
