import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common';
import type { CollectorMetrics } from '../../metrics';
import { toUpstreamError } from '../../sources/http';
import type { ServedKind } from '../../sources/kubernetes/discoverKinds';
import type { ClusterJob, ClusterReader, ClusterResult } from '../ClusterJob';
import { ClusterPauses } from './ClusterPauses';

/** How long the API groups of a cluster are taken as known. */
const DISCOVERY_TTL_MS = 10 * 60 * 1000;

export interface ClusterCallerOptions {
  clusters: ClusterReader;
  metrics: CollectorMetrics;
  now: () => number;
}

/** Has jobs done, unless their cluster asked to be left alone. */
export class ClusterCaller {
  readonly #options: ClusterCallerOptions;
  readonly #pauses: ClusterPauses;
  readonly #kinds = new Map<string, { kinds: ServedKind[]; readAt: number }>();

  constructor(options: ClusterCallerOptions) {
    this.#options = options;
    this.#pauses = new ClusterPauses(options.now);
  }

  /** Never throws for a cluster that failed. */
  async read(job: ClusterJob, signal: AbortSignal): Promise<ClusterResult> {
    const { cluster } = job;
    const paused = this.#pauses.resultOf(cluster);
    if (paused) {
      return paused;
    }
    try {
      const result = await this.#options.clusters.read(
        { ...job, kinds: this.#knownKinds(cluster) },
        signal,
      );
      this.#observe(result);
      return result;
    } catch (error) {
      const { state, message, retryAfterMs } = toUpstreamError(
        error,
        `Cluster '${cluster}'`,
      );
      return { cluster, state, message, retryAfterMs, calls: {} };
    }
  }

  /** What a cluster serves is asked anew after it has failed. */
  forgetKinds(cluster: string): void {
    this.#kinds.delete(cluster);
  }

  #knownKinds(cluster: string): ServedKind[] | undefined {
    const known = this.#kinds.get(cluster);
    return known && this.#options.now() - known.readAt < DISCOVERY_TTL_MS
      ? known.kinds
      : undefined;
  }

  #observe(result: ClusterResult): void {
    const { metrics, now } = this.#options;
    const { cluster, kinds, calls } = result;
    this.#pauses.observe(result);
    for (const [state, count] of Object.entries(calls)) {
      metrics.upstreamCalls('kubernetes', cluster, state as SourceState, count);
    }
    if (kinds && !this.#knownKinds(cluster)) {
      this.#kinds.set(cluster, { kinds, readAt: now() });
    }
  }
}
