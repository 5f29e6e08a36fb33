import type { Knex } from 'knex';
import { TABLES } from './tables';

/** Lets one backend of several start a refresh within an interval. */
export class RefreshStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async tryStart(
    entityRef: string,
    options: { nowMs: number; minIntervalMs: number },
  ): Promise<boolean> {
    await this.#knex(TABLES.refreshes)
      .insert({ entity_ref: entityRef, started_at_ms: 0 })
      .onConflict('entity_ref')
      .ignore();
    const started = await this.#knex(TABLES.refreshes)
      .where({ entity_ref: entityRef })
      .andWhere('started_at_ms', '<=', options.nowMs - options.minIntervalMs)
      .update({ started_at_ms: options.nowMs });
    return started === 1;
  }

  async purge(cutoffMs: number): Promise<number> {
    return this.#knex(TABLES.refreshes)
      .where('started_at_ms', '<', cutoffMs)
      .delete();
  }
}
