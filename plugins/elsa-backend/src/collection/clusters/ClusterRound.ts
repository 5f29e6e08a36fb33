import pLimit from 'p-limit';
import type { ElsaConfig } from '../../config';
import { isSilent, staleParts } from '../../freshness/staleParts';
import type { CollectorMetrics } from '../../metrics';
import { type CatalogEnvironment, sourceId } from '../../model';
import { describeUnmapped } from '../../sources/argocd/applications';
import { Backoff, MAX_BACKOFF_MS } from '../../sources/http/Backoff';
import type { UpstreamError } from '../../sources/http';
import type { KubernetesCluster } from '../../sources/kubernetes/KubernetesClient';
import type { Lease, StoredClaim, Stores, WriteResult } from '../../store';
import type { ClaimKeeper } from '../claims';
import type { ClusterResult } from '../ClusterJob';
import { groupBy } from '../groupBy';
import { NOT_WRITTEN, type SourceLog } from '../SourceLog';
import type { ApplicationRegistry } from './ApplicationRegistry';
import type { ClusterCaller } from './ClusterCaller';
import type { ClusterMemory } from './ClusterMemory';

export interface ClusterRoundOptions {
  config: ElsaConfig;
  stores: Stores;
  metrics: CollectorMetrics;
  log: SourceLog;
  claims: ClaimKeeper;
  caller: ClusterCaller;
  memory: ClusterMemory;
  applications: ApplicationRegistry;
  onWritten: (result: WriteResult) => void;
  now: () => number;
}

/** What is the same for all clusters of one round. */
export interface RoundContext {
  lease: Lease | undefined;
  signal: AbortSignal;
}

/** Reads all clusters, each for itself, and writes down what each one says. */
export class ClusterRound {
  readonly #options: ClusterRoundOptions;
  readonly #backoff: Backoff;

  constructor(options: ClusterRoundOptions) {
    this.#options = options;
    this.#backoff = new Backoff({
      baseMs: options.config.collector.intervalMs,
      maxMs: MAX_BACKOFF_MS,
    });
  }

  /** @param clusters - those of the Kubernetes plugin, or why it names none */
  async run(
    environments: readonly CatalogEnvironment[],
    clusters: KubernetesCluster[] | UpstreamError,
    context: RoundContext,
  ): Promise<void> {
    const byCluster = groupByCluster(environments);
    if (!Array.isArray(clusters)) {
      await Promise.all(
        [...byCluster].map(([name, own]) =>
          // No cluster failed here, so none is left alone for it.
          this.#leaveUnread(name, own, clusters, context),
        ),
      );
      return;
    }
    const known = new Set(clusters.map(({ name }) => name));
    this.#options.applications.keepOnly(known);
    for (const [name, own] of byCluster) {
      if (!known.has(name)) {
        await this.#leaveUnread(
          name,
          own,
          {
            state: 'not-configured',
            message: `The Kubernetes plugin has no cluster '${name}'`,
          },
          context,
        );
      }
    }
    const limit = pLimit(this.#options.config.collector.clusterConcurrency);
    await Promise.all(
      this.#inOrder(clusters).map(cluster =>
        limit(() =>
          this.#visit(cluster, byCluster.get(cluster.name) ?? [], {
            ...context,
            known,
          }),
        ),
      ),
    );
  }

  /** Those that failed last time come last, so that they cannot fill the places of those that answer. */
  #inOrder(clusters: readonly KubernetesCluster[]): KubernetesCluster[] {
    const rank = ({ name }: KubernetesCluster) =>
      Number(this.#backoff.hasFailed(sourceId('kubernetes', name)));
    return [...clusters].sort((a, b) => rank(a) - rank(b));
  }

  async #leaveUnread(
    cluster: string,
    environments: readonly CatalogEnvironment[],
    outcome: Pick<UpstreamError, 'state' | 'message'>,
    { lease }: RoundContext,
  ): Promise<void> {
    const { log, claims } = this.#options;
    await log.record('kubernetes', cluster, outcome);
    await claims.decideUnread(cluster, lease);
    await this.#markStale(cluster, environments, lease);
  }

  async #visit(
    cluster: KubernetesCluster,
    environments: readonly CatalogEnvironment[],
    context: RoundContext & { known: ReadonlySet<string> },
  ): Promise<void> {
    const { claims, memory } = this.#options;
    const { name } = cluster;
    if (!(await this.#isWaiting(name))) {
      await this.#collect(cluster, environments, context);
    }
    if (environments.length > 0 && !memory.hasRead(name)) {
      await claims.decideUnread(name, context.lease);
    }
    await this.#markStale(name, environments, context.lease);
  }

  /** Until the time is up, or a refresh, here or elsewhere, found it well. */
  async #isWaiting(cluster: string): Promise<boolean> {
    const { now, stores } = this.#options;
    const id = sourceId('kubernetes', cluster);
    return (
      this.#backoff.isWaiting(id, now()) && (await stores.sources.isAwaited(id))
    );
  }

  async #collect(
    { name, needsSignIn }: KubernetesCluster,
    environments: readonly CatalogEnvironment[],
    context: RoundContext & { known: ReadonlySet<string> },
  ): Promise<void> {
    const { caller, log, memory, metrics, now, stores } = this.#options;
    if (needsSignIn) {
      await log.record('kubernetes', name, {
        state: 'needs-sign-in',
        message: `Cluster '${name}' accepts only tokens of signed-in users`,
      });
      return;
    }
    const startedAt = now();
    const { claims, records } = await stores.claims.ofCluster(name);
    const described = await memory.describe(name, environments, claims);
    const result = await caller.read(
      { cluster: name, environments: described, claims, records },
      context.signal,
    );
    metrics.sourceRead('kubernetes', name, {
      state: result.state,
      seconds: (now() - startedAt) / 1000,
    });
    if (context.signal.aborted) {
      // The round was ended from outside: that says nothing about the cluster.
      return;
    }
    // The figures first: a source that says "read" before they are there would
    // make old ones look new.
    const isWritten = await log.tryWrite(sourceId('kubernetes', name), () =>
      this.#write(result, { lease: context.lease, startedAt, claims }),
    );
    await this.#report(
      isWritten ? result : { ...result, ...NOT_WRITTEN, found: undefined },
      startedAt,
      context.known,
    );
  }

  async #write(
    { cluster, found }: ClusterResult,
    context: {
      lease: Lease | undefined;
      startedAt: number;
      claims: readonly StoredClaim[];
    },
  ): Promise<void> {
    if (!found) {
      return;
    }
    const { claims, memory, now, onWritten, stores } = this.#options;
    const { lease, startedAt } = context;
    await claims.write(cluster, context.claims, found, lease);
    const at = new Date(now()).toISOString();
    memory.remember(cluster, found, startedAt);
    onWritten(
      await stores.environments.writePrepared(found.parts, {
        at,
        readAt: new Date(startedAt).toISOString(),
        lease,
      }),
    );
    if (found.unregistered) {
      await stores.unregistered.record(cluster, found.unregistered, {
        at,
        lease,
      });
    }
  }

  async #report(
    result: ClusterResult,
    startedAt: number,
    known: ReadonlySet<string>,
  ): Promise<void> {
    const { cluster, state, message, retryAfterMs, found } = result;
    const { caller, config, log, memory, now } = this.#options;
    const id = sourceId('kubernetes', cluster);
    if (found) {
      this.#backoff.succeeded(id);
      memory.markRead(cluster);
    } else {
      caller.forgetKinds(cluster);
      if (state !== 'portal-busy') {
        // Else nothing is known against it, and it is asked again next time.
        this.#backoff.failed(id, now(), { state, retryAfterMs });
      }
    }
    const note =
      found?.applications &&
      describeUnmapped(
        { hub: cluster, applications: found.applications },
        config.argoCd.destinations,
        known,
      );
    await log.record('kubernetes', cluster, {
      state,
      message,
      // Destinations of all the cluster's Applications, whoever owns them.
      note,
      hasData: found !== undefined,
      dataAtMs: startedAt,
      nextAttemptAtMs: this.#backoff.retryAt(id),
    });
  }

  async #markStale(
    cluster: string,
    environments: readonly CatalogEnvironment[],
    lease: Lease | undefined,
  ): Promise<void> {
    const { config, log, metrics, now, onWritten, stores } = this.#options;
    const sources = new Map(
      (await stores.sources.list()).map(source => [source.id, source]),
    );
    const id = sourceId('kubernetes', cluster);
    const lastDataAt = sources.get(id)?.lastDataAt;
    if (lastDataAt !== undefined) {
      const ageMs = now() - Date.parse(lastDataAt);
      metrics.snapshotAge(cluster, ageMs / 1000);
    }
    const { staleAfterMs } = config.collector;
    const context = { sources, staleAfterMs, nowMs: now() };
    if (environments.length === 0 || !isSilent(cluster, context)) {
      return;
    }
    const stored = await stores.environments.listByCluster(cluster);
    const parts = staleParts(cluster, stored, context);
    const at = new Date(now()).toISOString();
    await log.tryWrite(id, async () =>
      onWritten(
        await stores.environments.writeCluster(parts, {
          at,
          readAt: at,
          lease,
        }),
      ),
    );
  }
}

function groupByCluster(
  environments: readonly CatalogEnvironment[],
): Map<string, CatalogEnvironment[]> {
  const placed = environments.filter(
    ({ placementProblem }) => placementProblem === undefined,
  );
  return groupBy(placed, ({ cluster }) => cluster);
}
