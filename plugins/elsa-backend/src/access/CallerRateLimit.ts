/** Answered with 429 and Retry-After. */
export class TooManyRefreshesError extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(
      `Too many refreshes; try again in ${retryAfterSeconds} seconds. The collector refreshes every environment automatically.`,
    );
    this.name = 'TooManyRefreshesError';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Beyond this, callers with a full bucket are forgotten. */
const MAX_CALLERS = 10_000;

/** A token bucket per caller, kept by each backend for itself. */
export class CallerRateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: { perMinute: number; now: () => number }) {
    this.#perMinute = options.perMinute;
    this.#now = options.now;
  }

  /** @throws TooManyRefreshesError when the caller has used up the minute */
  take(caller: string): void {
    const at = this.#now();
    const tokens = this.#tokensAt(caller, at);
    if (tokens < 1) {
      const secondsPerToken = 60 / this.#perMinute;
      throw new TooManyRefreshesError(
        Math.max(1, Math.ceil((1 - tokens) * secondsPerToken)),
      );
    }
    this.#buckets.set(caller, { tokens: tokens - 1, at });
    this.#forgetIdle(at);
  }

  #tokensAt(caller: string, at: number): number {
    const bucket = this.#buckets.get(caller);
    if (!bucket) {
      return this.#perMinute;
    }
    const gained = ((at - bucket.at) / 60_000) * this.#perMinute;
    return Math.min(bucket.tokens + gained, this.#perMinute);
  }

  #forgetIdle(at: number): void {
    if (this.#buckets.size <= MAX_CALLERS) {
      return;
    }
    for (const caller of this.#buckets.keys()) {
      if (this.#tokensAt(caller, at) >= this.#perMinute) {
        this.#buckets.delete(caller);
      }
    }
  }
}
