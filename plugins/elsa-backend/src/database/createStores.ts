import type { Knex } from 'knex';
import { EnvironmentStore } from './EnvironmentStore';
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
}

export function createStores(knex: Knex): Stores {
  return {
    environments: new EnvironmentStore(knex),
    sources: new SourceStore(knex),
    transitions: new TransitionStore(knex),
    unregistered: new UnregisteredStore(knex),
    refreshes: new RefreshStore(knex),
  };
}
