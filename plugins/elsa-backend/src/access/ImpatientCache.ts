import type { CacheService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** A reader waits no longer for what the database gives in a few milliseconds. */
const PATIENCE_MS = 250;
/** For how long a cache that failed is left alone. */
const PAUSE_MS = 10_000;
const TTL = { minutes: 5 };

/**
 * A cache that makes reading slower by a moment at most. Clients of Redis and
 * Valkey queue what they are asked while their server is gone, for as long as
 * it takes, and readers would wait with them.
 */
export class ImpatientCache {
  readonly #cache: Pick<CacheService, 'get' | 'set'>;
  #pausedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(cache: Pick<CacheService, 'get' | 'set'>) {
    this.#cache = cache;
  }

  /** Undefined also when the cache does not answer. */
  async get(key: string): Promise<JsonObject | undefined> {
    return this.#try(() => this.#cache.get<JsonObject>(key));
  }

  /** Does nothing when the cache does not answer. */
  async set(key: string, value: JsonObject): Promise<void> {
    await this.#try(() => this.#cache.set(key, value, { ttl: TTL }));
  }

  async #try<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (performance.now() < this.#pausedUntilMs) {
      return undefined;
    }
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    });
    try {
      return await Promise.race([ask(), patience]);
    } catch {
      // A cache that is down makes reading slower, not wrong.
      this.#pausedUntilMs = performance.now() + PAUSE_MS;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
