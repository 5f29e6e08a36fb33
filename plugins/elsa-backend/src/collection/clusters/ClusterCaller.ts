import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CollectorMetrics } from '../../metrics';
import { sourceId } from '../../model';
import {
  type Pauses,
  toUpstreamError,
  type UpstreamError,
} from '../../sources/http';
import type { ServedKind } from '../../sources/kubernetes/discoverKinds';
import { COLLECTED_KINDS, idOfKind } from '../../sources/kubernetes/kinds';
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
    const paused = await this.#options.pauses.checkAll(
      new Map([
        [pauseId(cluster), subject],
        ...COLLECTED_KINDS.map(
          kind =>
            [
              pauseId(cluster, idOfKind(kind)),
              `${subject}, asked for ${kind.plural},`,
            ] as const,
        ),
      ]),
    );
    const isPaused = paused.get(pauseId(cluster));
    if (isPaused) {
      return toResult(cluster, isPaused);
    }
    try {
      const result = await this.#options.clusters.read(
        {
          ...job,
          kinds: this.#knownKinds(cluster),
          pausedKinds: Object.fromEntries(
            [...paused].map(([id, { message }]) => [
              id.slice(pauseId(cluster, '').length),
              message,
            ]),
          ),
        },
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
    const { cluster, kinds, calls } = result;
    for (const { kind, retryAfterMs } of result.pauses) {
      await pauses.begin(pauseId(cluster, kind), retryAfterMs);
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
  return { cluster, state, message, retryAfterMs, pauses: [], calls: {} };
}

/** What a pause is stored by: a cluster, or one kind of it. */
function pauseId(cluster: string, kind?: string): string {
  const id = sourceId('kubernetes', cluster);
  return kind === undefined ? id : `${id}/${kind}`;
}
