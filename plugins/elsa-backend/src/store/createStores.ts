import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { ClaimStore } from './ClaimStore';
import { EnvironmentStore } from './environments/EnvironmentStore';
import { PauseStore } from './PauseStore';
import { RefreshStore } from './RefreshStore';
import { SourceStore } from './SourceStore';
import { TransitionStore } from './TransitionStore';
import { UnregisteredStore } from './UnregisteredStore';

/** Everything that is kept in the database, but leases and incidents. */
export interface Stores {
  environments: EnvironmentStore;
  sources: SourceStore;
  transitions: TransitionStore;
  unregistered: UnregisteredStore;
  refreshes: RefreshStore;
  claims: ClaimStore;
  pauses: PauseStore;
}

export function createStores(
  knex: Knex,
  logger: Pick<LoggerService, 'error'>,
): Stores {
  return {
    environments: new EnvironmentStore(knex, logger),
    sources: new SourceStore(knex),
    transitions: new TransitionStore(knex),
    unregistered: new UnregisteredStore(knex),
    refreshes: new RefreshStore(knex),
    claims: new ClaimStore(knex),
    pauses: new PauseStore(knex),
  };
}
