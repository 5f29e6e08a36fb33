import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';

export interface BackoffOptions {
  /** Delay after the first failure. */
  baseMs: number;
  maxMs: number;
  /** 0 to 1; replaceable in tests. */
  random?: () => number;
}

/**
 * A source that comes back is read again within this time at the latest; two
 * minutes of silence between two tries spare a server that struggles.
 */
export const MAX_BACKOFF_MS = 2 * 60 * 1000;

/** States that cost a server next to nothing: it, or nobody, said no at once. */
const CHEAP: ReadonlySet<SourceState> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'unreachable',
  'tls-error',
]);
/** What is put right in between is noticed within this time, or an interval. */
const MAX_CHEAP_BACKOFF_MS = 30 * 1000;

/**
 * Decides when a source that failed is asked again. The delay doubles with
 * every failure in a row and is drawn from its upper half, so that sources
 * which failed together do not come back together.
 */
export class Backoff {
  readonly #options: Required<BackoffOptions>;
  readonly #failures = new Map<string, { count: number; retryAt: number }>();

  constructor(options: BackoffOptions) {
    this.#options = { random: Math.random, ...options };
  }

  isWaiting(key: string, nowMs: number): boolean {
    return nowMs < (this.#failures.get(key)?.retryAt ?? 0);
  }

  hasFailed(key: string): boolean {
    return this.#failures.has(key);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  /** When it is asked again; undefined when it has not failed. */
  retryAt(key: string): number | undefined {
    return this.#failures.get(key)?.retryAt;
  }

  /**
   * @param failure - `retryAfterMs` is what the server asked for; it is never
   * cut short
   */
  failed(
    key: string,
    nowMs: number,
    {
      state,
      retryAfterMs = 0,
    }: { state?: SourceState; retryAfterMs?: number } = {},
  ): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const { baseMs, random } = this.#options;
    const maxMs =
      state && CHEAP.has(state)
        ? Math.min(this.#options.maxMs, Math.max(baseMs, MAX_CHEAP_BACKOFF_MS))
        : this.#options.maxMs;
    // 2^20 times any base is beyond every sensible maximum.
    const full = Math.min(baseMs * 2 ** Math.min(count - 1, 20), maxMs);
    const delay = full / 2 + (full / 2) * random();
    this.#failures.set(key, {
      count,
      retryAt: nowMs + Math.max(delay, retryAfterMs),
    });
  }
}
