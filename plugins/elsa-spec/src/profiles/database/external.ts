import { external } from '../ServiceProfile';
import type { DatabaseEngine, DatabasePlace } from './types';

/** A server that exists already. */
export function externalDatabase(engine: DatabaseEngine): DatabasePlace {
  return {
    ...external(engine.isServer ? ['password'] : []),
    backupMethods: engine.isServer && !engine.dumpsToOwnDisk ? ['dump'] : [],
    runbook: 'external',
    need: ({ host, port = engine.port }) => ({
      what: `Database server ${host}`,
      why: 'the database; it must exist, with its user, before the server starts',
      check: `nc -vz ${host} ${port}`,
    }),
  };
}
