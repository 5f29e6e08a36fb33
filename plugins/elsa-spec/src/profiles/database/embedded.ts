import { embedded } from '../ServiceProfile';
import type { DatabaseEngine, DatabasePlace } from './types';

/** The official image in the namespace; without a server, a file of Elsa's own. */
export function embeddedDatabase(engine: DatabaseEngine): DatabasePlace {
  const { provider, hasAdministrator } = engine;
  if (!engine.isServer || provider === 'sqlite') {
    return {
      ...embedded('', []),
      isStatefulSet: false,
      object: undefined,
      backupMethods: [],
      runbook: 'external',
    };
  }
  return {
    ...embedded(`-${provider}`, [
      'password',
      ...(hasAdministrator ? ['admin-password'] : []),
    ]),
    backupMethods: ['dump'],
    runbook: provider,
  };
}
