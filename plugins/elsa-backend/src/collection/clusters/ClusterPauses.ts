import type { ClusterResult } from '../ClusterJob';

/** For how long a cluster that names no time is left alone. */
const DEFAULT_PAUSE_MS = 1_000;

/**
 * Clusters that answered 429: nothing is asked of them, by anybody, until the
 * time is up that they asked for.
 */
export class ClusterPauses {
  readonly #now: () => number;
  readonly #until = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What a reading comes to instead while the cluster is left alone. */
  resultOf(cluster: string): ClusterResult | undefined {
    const leftMs = (this.#until.get(cluster) ?? 0) - this.#now();
    return leftMs > 0
      ? {
          cluster,
          state: 'rate-limited',
          message: `Cluster '${cluster}' responded with 429 and is paused for ${Math.ceil(leftMs / 1000)} more seconds`,
          retryAfterMs: leftMs,
          calls: {},
        }
      : undefined;
  }

  /** Notes how a reading ended. */
  observe({ cluster, state, retryAfterMs }: ClusterResult): void {
    if (state === 'rate-limited') {
      const until = this.#now() + (retryAfterMs ?? DEFAULT_PAUSE_MS);
      this.#until.set(cluster, Math.max(until, this.#until.get(cluster) ?? 0));
    }
  }
}
