import type {
  HealthStatus,
  HealthTransition,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Knex } from 'knex';
import { TABLES, type TransitionRow } from './tables';

export class TransitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first; `beforeId` is where the page before ended. */
  async list(
    entityRef: string,
    options: { limit: number; beforeId?: number },
  ): Promise<{ items: HealthTransition[]; nextBeforeId?: number }> {
    const query = this.#knex<TransitionRow>(TABLES.transitions)
      .where({ entity_ref: entityRef })
      .orderBy('id', 'desc')
      .limit(options.limit + 1);
    const rows = await (options.beforeId === undefined
      ? query
      : query.andWhere('id', '<', options.beforeId));
    const page = rows.slice(0, options.limit);
    const last = page.at(-1);
    return {
      items: page.map(toTransition),
      nextBeforeId:
        rows.length > options.limit && last ? Number(last.id) : undefined,
    };
  }

  async purge(cutoff: string): Promise<number> {
    return this.#knex<TransitionRow>(TABLES.transitions)
      .where('at', '<', cutoff)
      .delete();
  }
}

function toTransition(row: TransitionRow): HealthTransition {
  return {
    at: row.at,
    from: (row.from_health ?? undefined) as HealthStatus | undefined,
    to: row.to_health as HealthStatus,
    isPartial: Boolean(row.is_partial),
    reason:
      row.reason_code === null
        ? undefined
        : { code: row.reason_code, message: row.reason_message ?? '' },
  };
}
