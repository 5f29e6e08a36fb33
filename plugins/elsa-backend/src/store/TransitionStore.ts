import type {
  HealthStatus,
  HealthTransition,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Knex } from 'knex';
import { TABLES, type TransitionRow } from './tables';

/**
 * Where a page of history ended: by its own time, because row numbers count the
 * changes of all environments.
 */
export interface HistoryPosition {
  at: string;
  /** Changes of exactly that time that have been shown. */
  shown: number;
}

export class TransitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first; `before` is where the page before ended. */
  async list(
    entityRef: string,
    options: { limit: number; before?: HistoryPosition },
  ): Promise<{ items: HealthTransition[]; next?: HistoryPosition }> {
    const { limit, before } = options;
    const query = this.#knex<TransitionRow>(TABLES.transitions)
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    const rows = await (before === undefined
      ? query
      : query.andWhere('at', '<=', before.at).offset(before.shown));
    const page = rows.slice(0, limit);
    return {
      items: page.map(toTransition),
      next: rows.length > limit ? endOf(page, before) : undefined,
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

function endOf(
  page: readonly TransitionRow[],
  before: HistoryPosition | undefined,
): HistoryPosition | undefined {
  const at = page.at(-1)?.at;
  if (at === undefined) {
    return undefined;
  }
  const isLast = (row: TransitionRow) => row.at === at;
  const shown = page.filter(isLast).length;
  return { at, shown: before?.at === at ? before.shown + shown : shown };
}
