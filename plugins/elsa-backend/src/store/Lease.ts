import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { type LeaseRow, TABLES } from './tables';

/** The right to collect, until it expires or somebody else takes it. */
export interface Lease {
  name: string;
  token: number;
}

/** Database clock would be ideal, but SQLite and PostgreSQL differ in it. */
export interface LeaseStoreOptions {
  knex: Knex;
  /** Names this process in the table. */
  holder: string;
  ttlMs: number;
  now?: () => number;
}

/**
 * A lease with a fencing token: whoever held it before may still be running
 * (a blocked event loop, a paused machine), but cannot write any more.
 */
export class LeaseStore {
  readonly #options: Required<LeaseStoreOptions>;

  constructor(options: LeaseStoreOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /** Takes the lease when it is free, expired or already ours. */
  async acquire(name: string): Promise<Lease | undefined> {
    const { knex, holder, ttlMs, now } = this.#options;
    await knex<LeaseRow>(TABLES.leases)
      .insert({ name, holder: null, token: 0, expires_at_ms: 0 })
      .onConflict('name')
      .ignore();
    const taken = await knex<LeaseRow>(TABLES.leases)
      .where({ name })
      .andWhere(query =>
        query
          .where('holder', holder)
          .orWhereNull('holder')
          .orWhere('expires_at_ms', '<', now()),
      )
      .update({
        holder,
        token: knex.raw('token + 1') as unknown as number,
        expires_at_ms: now() + ttlMs,
      });
    if (taken !== 1) {
      return undefined;
    }
    const row = await this.#read(name);
    return row?.holder === holder
      ? { name, token: Number(row.token) }
      : undefined;
  }

  /** Returns false when the lease has been lost. */
  async renew(lease: Lease): Promise<boolean> {
    const { knex, ttlMs, now } = this.#options;
    const renewed = await knex<LeaseRow>(TABLES.leases)
      .where({ name: lease.name, token: lease.token })
      .update({ expires_at_ms: now() + ttlMs });
    return renewed === 1;
  }

  async release(lease: Lease): Promise<void> {
    await this.#options
      .knex<LeaseRow>(TABLES.leases)
      .where({ name: lease.name, token: lease.token })
      .update({ holder: null, expires_at_ms: 0 });
  }

  /**
   * Frees the lease of a holder that stopped renewing it. Of several who
   * notice, one is told that it was the one.
   */
  async clearAbandoned(name: string): Promise<boolean> {
    const { knex, now } = this.#options;
    const cleared = await knex<LeaseRow>(TABLES.leases)
      .where({ name })
      .whereNotNull('holder')
      .andWhere('expires_at_ms', '<', now())
      .update({ holder: null, expires_at_ms: 0 });
    return cleared === 1;
  }

  async #read(name: string): Promise<LeaseRow | undefined> {
    return this.#options.knex<LeaseRow>(TABLES.leases).where({ name }).first();
  }
}

/** Ends the transaction of a writer that lost its lease meanwhile. */
export async function requireLease(
  transaction: Knex.Transaction,
  lease: Lease,
): Promise<void> {
  const row = await transaction<LeaseRow>(TABLES.leases)
    .where({ name: lease.name, token: lease.token })
    .first();
  if (!row) {
    throw new ConflictError(
      `Another backend has taken over '${lease.name}'; nothing was written`,
    );
  }
}
