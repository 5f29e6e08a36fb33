import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CollectorMetrics } from '../../metrics';
import { sourceId } from '../../model';
import {
  type Pauses,
  toUpstreamError,
  type UpstreamError,
} from '../../sources/http';
import type { ServedKind } from '../../sources/kubernetes/discoverKinds';
import type { ClusterJob, ClusterReader, ClusterResult } from '../ClusterJob';

/** How long the API groups of a cluster are taken as known. */
const DISCOVERY_TTL_MS = 10 * 60 * 1000;

export interface ClusterCallerOptions {
  clusters: ClusterReader;
  metrics: CollectorMetrics;
  pauses: Pauses;
  now: () => number;
}

/** Has jobs done, unless their cluster asked to be left alone. */
export class ClusterCaller {
  readonly #options: ClusterCallerOptions;
  readonly #kinds = new Map<string, { kinds: ServedKind[]; readAt: number }>();

  constructor(options: ClusterCallerOptions) {
    this.#options = options;
  }

  /** Never throws for a cluster that failed. */
  async read(job: ClusterJob, signal: AbortSignal): Promise<ClusterResult> {
    const { cluster } = job;
    const subject = `Cluster '${cluster}'`;
    const paused = await this.#options.pauses.check(
      sourceId('kubernetes', cluster),
      subject,
    );
    if (paused) {
      return toResult(cluster, paused);
    }
    try {
      const result = await this.#options.clusters.read(
        { ...job, kinds: this.#knownKinds(cluster) },
        signal,
      );
      await this.#observe(result);
      return result;
    } catch (error) {
      return toResult(cluster, toUpstreamError(error, subject));
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

  async #observe(result: ClusterResult): Promise<void> {
    const { metrics, now, pauses } = this.#options;
    const { cluster, state: outcome, retryAfterMs, kinds, calls } = result;
    if (outcome === 'rate-limited') {
      await pauses.begin(sourceId('kubernetes', cluster), retryAfterMs);
    }
    for (const [state, count] of Object.entries(calls)) {
      metrics.upstreamCalls('kubernetes', cluster, state as SourceState, count);
    }
    if (kinds && !this.#knownKinds(cluster)) {
      this.#kinds.set(cluster, { kinds, readAt: now() });
    }
  }
}

function toResult(
  cluster: string,
  { state, message, retryAfterMs }: UpstreamError,
): ClusterResult {
  return { cluster, state, message, retryAfterMs, calls: {} };
}
