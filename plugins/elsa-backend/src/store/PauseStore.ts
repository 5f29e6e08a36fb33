import type { Knex } from 'knex';
import { type PauseRow, TABLES } from './tables';

/** Until when sources are left alone, for all backends. */
export class PauseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Milliseconds since 1970; what asked for nothing is left out. */
  async read(sourceIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.#knex<PauseRow>(TABLES.pauses).whereIn(
      'source_id',
      [...sourceIds],
    );
    return new Map(rows.map(row => [row.source_id, Number(row.until_ms)]));
  }

  /** Never shortens what another answer asked for. */
  async extend(sourceId: string, untilMs: number): Promise<void> {
    await this.#knex<PauseRow>(TABLES.pauses)
      .insert({ source_id: sourceId, until_ms: 0 })
      .onConflict('source_id')
      .ignore();
    await this.#knex<PauseRow>(TABLES.pauses)
      .where({ source_id: sourceId })
      .andWhere('until_ms', '<', untilMs)
      .update({ until_ms: untilMs });
  }

  async purge(cutoffMs: number): Promise<number> {
    return this.#knex<PauseRow>(TABLES.pauses)
      .where('until_ms', '<', cutoffMs)
      .delete();
  }
}
