import { cloudNativePg } from './cloudNativePg';
import { embeddedDatabase } from './embedded';
import { externalDatabase } from './external';
import { mysqlEngine } from './mysql';
import { postgresqlEngine } from './postgresql';
import { sqliteEngine } from './sqlite';
import { sqlServerEngine } from './sqlserver';
import {
  DATABASE_MODES,
  type DatabaseEngine,
  type DatabaseMode,
  type DatabasePlace,
  type DatabaseProfile,
  type DatabaseProvider,
} from './types';

export {
  BACKUP_METHODS,
  DATABASE_MODES,
  DATABASE_PROVIDERS,
  DATABASE_TLS_MODES,
  type DatabaseProfile,
  type DatabaseProvider,
  type DatabaseRelease,
} from './types';

/** What each product can do. @public */
export const databaseEngines: Record<DatabaseProvider, DatabaseEngine> = {
  postgresql: postgresqlEngine,
  sqlserver: sqlServerEngine,
  mysql: mysqlEngine,
  sqlite: sqliteEngine,
};

const places: Record<DatabaseMode, (engine: DatabaseEngine) => DatabasePlace> =
  {
    embedded: embeddedDatabase,
    external: externalDatabase,
    cloudnativepg: cloudNativePg,
  };

/** Every mode, as PostgreSQL has it: the one product that fits all of them. @public */
export const databaseModes: Record<DatabaseMode, DatabasePlace> = {
  embedded: places.embedded(postgresqlEngine),
  external: places.external(postgresqlEngine),
  cloudnativepg: places.cloudnativepg(postgresqlEngine),
};

/** Modes whose operator can do something, with the operator's name. @public */
export const operatorsThat = (
  can: (place: DatabasePlace) => boolean,
): Array<{ mode: DatabaseMode; title: string }> =>
  DATABASE_MODES.flatMap(mode => {
    const { operator } = databaseModes[mode];
    return operator && can(databaseModes[mode])
      ? [{ mode, title: operator.title }]
      : [];
  });

/** Whether some operator runs a product. @public */
export const runsBy = (provider: unknown): boolean =>
  operatorsThat(({ operator }) =>
    Boolean(operator?.runs.some(item => item === provider)),
  ).length > 0;

/** Settings that decide what a database can do. */
export interface DatabaseChoice {
  provider: DatabaseProvider;
  mode: DatabaseMode;
}

/** What a database can do, by its product and by who runs it. */
export function databaseProfileOf({
  provider,
  mode,
}: DatabaseChoice): DatabaseProfile {
  const engine = databaseEngines[provider];
  return { ...engine, ...places[mode](engine) };
}
