import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Knex } from 'knex';
import { type StoredSource, sourceId } from '../model';
import { storableText } from '../text';
import { type SourceRow, TABLES } from './tables';

/** How one attempt to read a source ended. */
export interface SourceAttempt {
  kind: SourceKind;
  name: string;
  state: SourceState;
  message?: string;
  remedy?: string;
  /** What concerns environments that others may not see. */
  note?: string;
  at: string;
  /** Time of the figures, when some were read although not all could be. */
  dataAt?: string;
  /** When it is asked again, where that is later than usual. */
  nextAttemptAt?: string;
}

const MAX_MESSAGE_LENGTH = 5_000;

export class SourceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async record(attempt: SourceAttempt): Promise<void> {
    const columns = {
      kind: attempt.kind,
      name: attempt.name,
      state: attempt.state,
      // The words of an upstream, which may be anything.
      message: toStored(attempt.message),
      note: toStored(attempt.note),
      remedy: attempt.remedy ?? null,
      last_attempt_at: attempt.at,
      next_attempt_at: attempt.nextAttemptAt ?? null,
      ...(attempt.state === 'ok' && { last_success_at: attempt.at }),
      ...(attempt.dataAt && { last_data_at: attempt.dataAt }),
    };
    await this.#knex<SourceRow>(TABLES.sources)
      .insert({ id: sourceId(attempt.kind, attempt.name), ...columns })
      .onConflict('id')
      .merge(columns);
  }

  async list(): Promise<StoredSource[]> {
    const rows = await this.#knex<SourceRow>(TABLES.sources).orderBy('id');
    return rows.map(row => ({
      id: row.id,
      kind: row.kind as SourceKind,
      name: row.name,
      state: row.state as SourceState,
      message: row.message ?? undefined,
      remedy: row.remedy ?? undefined,
      note: row.note ?? undefined,
      lastSuccessAt: row.last_success_at ?? undefined,
      lastDataAt: row.last_data_at ?? undefined,
      lastAttemptAt: row.last_attempt_at ?? undefined,
      nextAttemptAt: row.next_attempt_at ?? undefined,
    }));
  }

  /**
   * Notes that a source was found well, so that nobody waits any longer.
   * Whoever collects looks with `isAwaited`.
   */
  async endWaiting(id: string): Promise<void> {
    await this.#knex<SourceRow>(TABLES.sources)
      .where({ id })
      .whereNotNull('next_attempt_at')
      .update({ next_attempt_at: null });
  }

  /** Whether a source that failed is still left alone. */
  async isAwaited(id: string): Promise<boolean> {
    const row = await this.#knex<SourceRow>(TABLES.sources)
      .where({ id })
      .first('next_attempt_at');
    return row?.next_attempt_at !== null && row !== undefined;
  }

  /** Forgets sources that are configured no more. */
  async keepOnly(ids: readonly string[], kind: SourceKind): Promise<void> {
    await this.#knex<SourceRow>(TABLES.sources)
      .where({ kind })
      .whereNotIn('id', [...ids])
      .delete();
  }
}

function toStored(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text, MAX_MESSAGE_LENGTH);
}
