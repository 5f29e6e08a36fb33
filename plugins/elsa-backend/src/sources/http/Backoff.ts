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

  /** `retryAfterMs` is what the server asked for; it is never cut short. */
  failed(key: string, nowMs: number, retryAfterMs = 0): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const { baseMs, maxMs, random } = this.#options;
    // 2^20 times any base is beyond every sensible maximum.
    const full = Math.min(baseMs * 2 ** Math.min(count - 1, 20), maxMs);
    const delay = full / 2 + (full / 2) * random();
    this.#failures.set(key, {
      count,
      retryAt: nowMs + Math.max(delay, retryAfterMs),
    });
  }
}
