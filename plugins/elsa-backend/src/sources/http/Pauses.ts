import type { PauseStore } from '../../store/PauseStore';
import { askDatabase } from '../../store/askDatabase';
import { LONGEST_PAUSE_MS, toTime } from './retryAfter';
import { UpstreamError } from './UpstreamError';

/** For how long a source that names no time is left alone. */
const DEFAULT_PAUSE_MS = 1_000;
/** For how long a database that failed is not asked; nobody waits for it twice. */
const WITHOUT_DATABASE_MS = 10_000;

export interface PausesOptions {
  store: Pick<PauseStore, 'read' | 'extend'>;
  now?: () => number;
}

interface Pause {
  untilMs: number;
  isStored: boolean;
}

/**
 * Clusters and servers, and kinds of a cluster, that answered 429: nothing is
 * asked of them, by anybody, until the time is up that they asked for. The database tells all backends,
 * and those that start later. While it does not answer, each backend goes by
 * what it knows itself.
 */
export class Pauses {
  readonly #options: Required<PausesOptions>;
  readonly #known = new Map<string, Pause>();
  /** Requests that begin at the same moment share one look. */
  readonly #looks = new Map<string, Promise<void>>();
  #withoutDatabaseUntilMs = Number.NEGATIVE_INFINITY;

  constructor(options: PausesOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /**
   * What a request comes to instead while its source is left alone.
   *
   * @param subject - how messages name the source
   */
  async check(
    sourceId: string,
    subject: string,
  ): Promise<UpstreamError | undefined> {
    return (await this.checkAll(new Map([[sourceId, subject]]))).get(sourceId);
  }

  /**
   * The same for several with one look; those that may be asked are left out.
   *
   * @param subjects - how messages name the sources, by their ids
   */
  async checkAll(
    subjects: ReadonlyMap<string, string>,
  ): Promise<Map<string, UpstreamError>> {
    const ids = [...subjects.keys()];
    const key = ids.join('\n');
    const look =
      this.#looks.get(key) ??
      this.#look(ids).finally(() => this.#looks.delete(key));
    this.#looks.set(key, look);
    await look;
    const nowMs = this.#options.now();
    return new Map(
      [...subjects].flatMap(([id, subject]) => {
        // Another backend's clock may be wrong by more than a day.
        const leftMs = Math.min(
          (this.#known.get(id)?.untilMs ?? 0) - nowMs,
          LONGEST_PAUSE_MS,
        );
        return leftMs > 0 ? [[id, toPaused(subject, nowMs, leftMs)]] : [];
      }),
    );
  }

  /** Notes a 429. Of several that were on their way, the longest counts. */
  async begin(
    sourceId: string,
    retryAfterMs = DEFAULT_PAUSE_MS,
  ): Promise<void> {
    const untilMs = this.#options.now() + retryAfterMs;
    if (untilMs > (this.#known.get(sourceId)?.untilMs ?? 0)) {
      this.#known.set(sourceId, { untilMs, isStored: false });
      await this.#save(sourceId, untilMs);
    }
  }

  async #look(sourceIds: readonly string[]): Promise<void> {
    const { store } = this.#options;
    const before = new Map(sourceIds.map(id => [id, this.#known.get(id)]));
    const read = await this.#ask(() => store.read(sourceIds));
    if (!read) {
      return;
    }
    for (const [id, pause] of before) {
      const untilMs = read.answer.get(id) ?? 0;
      // Else it was told more in the meantime.
      const isSame = this.#known.get(id) === pause;
      if (isSame && pause && !pause.isStored && pause.untilMs > untilMs) {
        await this.#save(id, pause.untilMs);
      } else if (isSame) {
        // Also what an operator took out of the table.
        this.#known.set(id, { untilMs, isStored: true });
      }
    }
  }

  async #save(sourceId: string, untilMs: number): Promise<void> {
    const { store } = this.#options;
    const written = await this.#ask(() => store.extend(sourceId, untilMs));
    const known = this.#known.get(sourceId);
    if (written && known?.untilMs === untilMs) {
      this.#known.set(sourceId, { untilMs, isStored: true });
    }
  }

  /** Undefined when the database does not answer, which others report. */
  async #ask<T>(ask: () => Promise<T>): Promise<{ answer: T } | undefined> {
    if (performance.now() < this.#withoutDatabaseUntilMs) {
      return undefined;
    }
    try {
      return { answer: await askDatabase(ask) };
    } catch {
      // What this backend knows is as good for now, and is written down later.
      this.#withoutDatabaseUntilMs = performance.now() + WITHOUT_DATABASE_MS;
      return undefined;
    }
  }
}

function toPaused(
  subject: string,
  nowMs: number,
  leftMs: number,
): UpstreamError {
  return new UpstreamError(
    'rate-limited',
    `${subject} answered 429 and is not asked again until ${toTime(nowMs + leftMs)}`,
    // The rest: who waits for it all again would wait twice.
    { status: 429, retryAfterMs: leftMs },
  );
}
