import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  SourceKind,
  SourceState,
  UsedKinds,
} from '@elsa-portal/backstage-plugin-elsa-common';
import pLimit from 'p-limit';
import type { ElsaConfig } from '../config';
import { createMask, type Mask } from '../credentials';
import type { Lease, StoredClaim, Stores, WriteResult } from '../store';
import type { CollectorMetrics } from '../metrics';
import {
  type CatalogEnvironment,
  type ClusterPart,
  sourceId,
  type StoredEnvironment,
} from '../model';
import { unknownReason } from '../freshness/freshness';
import { toUpstreamError, type UpstreamError } from '../sources/http';
import { ApplicationRegistry } from './ApplicationRegistry';
import { describeUnmapped } from '../sources/argocd/applications';
import { ClaimKeeper, type SpecReader } from './claims';
import { keyOf } from './claims/judgeEnvironments';
import { Backoff, MAX_BACKOFF_MS } from '../sources/http/Backoff';
import { ClusterPauses } from './ClusterPauses';
import type {
  ClusterJob,
  ClusterReader,
  ClusterResult,
  JobEnvironment,
} from './ClusterJob';
import type { ServedKind } from '../sources/kubernetes/discoverKinds';
import { EnvironmentList } from './EnvironmentList';
import type {
  KubernetesClient,
  KubernetesCluster,
} from '../sources/kubernetes/KubernetesClient';
import type {
  MetricsCollection,
  MetricsCollector,
} from '../sources/prometheus/MetricsCollector';
import { remedyFor } from './remedies';

export interface CollectorOptions {
  config: ElsaConfig;
  logger: LoggerService;
  stores: Stores;
  kubernetes: Pick<KubernetesClient, 'listClusters'>;
  clusters: ClusterReader;
  /** @throws UpstreamError */
  readCatalog: () => Promise<CatalogEnvironment[]>;
  readSpec: SpecReader;
  metricsCollector: MetricsCollector;
  metrics: CollectorMetrics;
  /** Called after every write that changed something. */
  onWritten: (result: WriteResult) => void;
  now?: () => number;
}

/** Of a source that answered well, and in vain. */
const NOT_WRITTEN = {
  state: 'portal-busy',
  message:
    'What it answered could not be written down; the log of the backend says why',
} as const;

/** How long the API groups of a cluster are taken as known. */
const DISCOVERY_TTL_MS = 10 * 60 * 1000;

/** Reads everything that is known of all environments, and writes it down. */
export class Collector {
  readonly #options: Required<CollectorOptions>;
  readonly #backoff: Backoff;
  readonly #environments: EnvironmentList;
  readonly #claims: ClaimKeeper;
  readonly #kinds = new Map<string, { kinds: ServedKind[]; readAt: number }>();
  readonly #applications: ApplicationRegistry;
  readonly #mask: Mask;
  readonly #pauses: ClusterPauses;
  /** What environments were last seen to consist of, by cluster and reference. */
  readonly #usedKinds = new Map<string, Map<string, UsedKinds>>();
  /** Clusters that were read since this backend began to collect. */
  readonly #isRead = new Set<string>();

  constructor(options: CollectorOptions) {
    this.#options = { now: Date.now, ...options };
    this.#pauses = new ClusterPauses(this.#options.now);
    this.#mask = createMask(options.config.knownSecrets);
    this.#backoff = new Backoff({
      baseMs: options.config.collector.intervalMs,
      maxMs: MAX_BACKOFF_MS,
    });
    this.#environments = new EnvironmentList({
      ...this.#options,
      intervalMs: options.config.collector.intervalMs,
      record: outcome => this.#record('catalog', 'catalog', outcome),
    });
    this.#claims = new ClaimKeeper({
      ...this.#options,
      ownerAnnotation: options.config.names.ownerAnnotation,
    });
    this.#applications = new ApplicationRegistry({
      destinations: options.config.argoCd.destinations,
      staleAfterMs: options.config.collector.staleAfterMs,
      nowMs: this.#options.now(),
    });
  }

  /**
   * One round over all sources. Each cluster and each Prometheus ends for
   * itself: its result is written as soon as it is there, whatever the others
   * do. Never throws for a source that failed.
   */
  async runCycle(lease: Lease | undefined, signal: AbortSignal): Promise<void> {
    const { metrics, now } = this.#options;
    const startedAt = now();
    const [environments, clusters] = await Promise.all([
      this.#environments.read(lease),
      this.#readClusterList(signal),
    ]);
    await Promise.all([
      this.#collectClusters({ environments, clusters, lease, signal }),
      this.#collectMetrics(environments, lease, signal),
      this.#claims.checkSpecs(),
    ]);
    if (this.#claims.takeNewGrants()) {
      // Their figures need not wait for the next cycle.
      await this.#collectMetrics(environments, lease, signal);
    }
    metrics.cycleEnded((now() - startedAt) / 1000, environments.length);
  }

  /** Reads one environment now, without the lease: its reading is newer. */
  async refresh(
    environment: CatalogEnvironment,
    signal: AbortSignal,
  ): Promise<void> {
    const { stores, now, onWritten } = this.#options;
    if (environment.placementProblem !== undefined) {
      return;
    }
    const readAt = new Date(now()).toISOString();
    const stored = await stores.environments.read(environment.entityRef);
    const argoCd = stored?.cluster?.argoCd;
    const { claims, records } = await stores.claims.ofCluster(
      environment.cluster,
    );
    const isHere = (item: { namespace: string; name: string }) =>
      keyOf(item) === keyOf(environment);
    const [{ found }] = await Promise.all([
      this.#read(
        {
          cluster: environment.cluster,
          environments: [
            // This backend may not be the one that reads the other clusters.
            {
              ...environment,
              usedKinds: stored?.cluster?.usedKinds,
              argoCd: argoCd?.cluster ? argoCd : undefined,
            },
          ],
          claims: claims.filter(isHere),
          records: records.filter(isHere),
          isSingle: true,
        },
        signal,
      ),
      this.#refreshMetrics(environment, signal),
    ]);
    if (found) {
      await this.#claims.write(environment.cluster, claims, found);
      onWritten(
        await stores.environments.writePrepared(found.parts, {
          at: this.#isoNow(),
          readAt,
          collectedAt: readAt,
        }),
      );
    }
  }

  async #readClusterList(
    signal: AbortSignal,
  ): Promise<KubernetesCluster[] | UpstreamError> {
    try {
      return await this.#options.kubernetes.listClusters(signal);
    } catch (error) {
      return toUpstreamError(error, 'The Kubernetes plugin');
    }
  }

  async #collectClusters(options: {
    environments: CatalogEnvironment[];
    clusters: KubernetesCluster[] | UpstreamError;
    lease: Lease | undefined;
    signal: AbortSignal;
  }): Promise<void> {
    const { config, now } = this.#options;
    const byCluster = groupByCluster(options.environments);
    if (!Array.isArray(options.clusters)) {
      const error = options.clusters;
      await Promise.all(
        [...byCluster].map(async ([cluster, environments]) => {
          // No cluster failed here, so none is left alone for it.
          await this.#record('kubernetes', cluster, error);
          await this.#claims.decideUnread(cluster, options.lease);
          await this.#markStale(cluster, environments, options.lease);
        }),
      );
      return;
    }
    const known = new Set(options.clusters.map(({ name }) => name));
    this.#applications.keepOnly(known);
    await this.#markUnknownClusters(
      [...byCluster].filter(([name]) => !known.has(name)),
      options.lease,
    );
    const limit = pLimit(config.collector.clusterConcurrency);
    // Those that failed last time come last, so that they cannot fill the
    // places of those that answer.
    const ordered = [...options.clusters].sort(
      (a, b) => this.#failureRank(a.name) - this.#failureRank(b.name),
    );
    await Promise.all(
      ordered.map(cluster =>
        limit(async () => {
          const environments = byCluster.get(cluster.name) ?? [];
          if (
            !this.#backoff.isWaiting(
              sourceId('kubernetes', cluster.name),
              now(),
            )
          ) {
            await this.#collectCluster(cluster, environments, {
              ...options,
              known,
            });
          }
          if (environments.length > 0 && !this.#isRead.has(cluster.name)) {
            await this.#claims.decideUnread(cluster.name, options.lease);
          }
          await this.#markStale(cluster.name, environments, options.lease);
        }),
      ),
    );
  }

  #failureRank(cluster: string): number {
    return this.#backoff.hasFailed(sourceId('kubernetes', cluster)) ? 1 : 0;
  }

  async #markUnknownClusters(
    clusters: ReadonlyArray<[string, CatalogEnvironment[]]>,
    lease: Lease | undefined,
  ): Promise<void> {
    for (const [name, environments] of clusters) {
      await this.#record('kubernetes', name, {
        state: 'not-configured',
        message: `The Kubernetes plugin has no cluster '${name}'`,
      });
      await this.#claims.decideUnread(name, lease);
      await this.#markStale(name, environments, lease);
    }
  }

  async #collectCluster(
    cluster: KubernetesCluster,
    environments: CatalogEnvironment[],
    {
      lease,
      signal,
      known,
    }: {
      lease: Lease | undefined;
      signal: AbortSignal;
      known: ReadonlySet<string>;
    },
  ): Promise<void> {
    const { metrics, now } = this.#options;
    if (cluster.needsSignIn) {
      await this.#record('kubernetes', cluster.name, {
        state: 'needs-sign-in',
        message: `Cluster '${cluster.name}' takes only tokens of signed-in users`,
      });
      return;
    }
    const startedAt = now();
    const { claims, records } = await this.#options.stores.claims.ofCluster(
      cluster.name,
    );
    const result = await this.#read(
      {
        cluster: cluster.name,
        environments: await this.#jobEnvironments(
          cluster.name,
          environments,
          claims,
        ),
        claims,
        records,
      },
      signal,
    );
    metrics.sourceRead('kubernetes', cluster.name, {
      state: result.state,
      seconds: (now() - startedAt) / 1000,
    });
    if (signal.aborted) {
      // The cycle was ended from outside: that says nothing about the cluster.
      return;
    }
    // The figures first: a source that says "read" before they are there would
    // make old ones look new.
    const written = await this.#tryWrite(
      sourceId('kubernetes', cluster.name),
      () => this.#writeFound(result, { lease, startedAt, claims }),
    );
    await this.#recordResult(
      written ? result : { ...result, ...NOT_WRITTEN, found: undefined },
      startedAt,
      known,
    );
  }

  /**
   * What cannot be written of one source keeps no other from being written.
   *
   * @returns false when it was not written; the log says why
   * @throws ConflictError when another backend collects by now
   */
  async #tryWrite(id: string, write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      if (toError(error).name === 'ConflictError') {
        throw error;
      }
      this.#options.logger.error(
        `What was read of ${id} could not be written down`,
        toError(error),
      );
      return false;
    }
  }

  /** Never throws for a cluster that failed. */
  async #read(job: ClusterJob, signal: AbortSignal): Promise<ClusterResult> {
    const { clusters, metrics, now } = this.#options;
    const { cluster } = job;
    const paused = this.#pauses.resultOf(cluster);
    if (paused) {
      return paused;
    }
    const known = this.#kinds.get(cluster);
    const isFresh = known && now() - known.readAt < DISCOVERY_TTL_MS;
    try {
      const result = await clusters.read(
        { ...job, kinds: isFresh ? known.kinds : undefined },
        signal,
      );
      this.#pauses.observe(result);
      for (const [state, count] of Object.entries(result.calls)) {
        metrics.upstreamCalls(
          'kubernetes',
          cluster,
          state as SourceState,
          count,
        );
      }
      if (!isFresh && result.kinds) {
        this.#kinds.set(cluster, { kinds: result.kinds, readAt: now() });
      }
      return result;
    } catch (error) {
      const { state, message, retryAfterMs } = toUpstreamError(
        error,
        `Cluster '${cluster}'`,
      );
      return { cluster, state, message, retryAfterMs, calls: {} };
    }
  }

  /** The environments of a cluster with what is known of them from elsewhere. */
  async #jobEnvironments(
    cluster: string,
    environments: readonly CatalogEnvironment[],
    claims: readonly StoredClaim[],
  ): Promise<JobEnvironment[]> {
    const { now } = this.#options;
    const hashes = new Map(
      claims.map(claim => [claim.entityRef, claim.clusterHash]),
    );
    const stored = this.#isRead.has(cluster)
      ? new Map<string, StoredEnvironment>()
      : await this.#storedOf(cluster);
    return environments.map(environment => ({
      entityRef: environment.entityRef,
      name: environment.name,
      namespace: environment.namespace,
      expectedComponents: environment.expectedComponents,
      knownHash: hashes.get(environment.entityRef),
      usedKinds:
        this.#usedKinds.get(cluster)?.get(environment.entityRef) ??
        stored.get(environment.entityRef)?.cluster?.usedKinds,
      argoCd:
        this.#applications.find(environment, now()) ??
        this.#applications.carryOver(
          stored.get(environment.entityRef)?.cluster?.argoCd,
          now(),
        ),
    }));
  }

  async #storedOf(cluster: string): Promise<Map<string, StoredEnvironment>> {
    const stored =
      await this.#options.stores.environments.listByCluster(cluster);
    return new Map(stored.map(item => [item.entityRef, item]));
  }

  async #recordResult(
    result: ClusterResult,
    startedAt: number,
    known: ReadonlySet<string>,
  ): Promise<void> {
    const { cluster, state, retryAfterMs, found } = result;
    const id = sourceId('kubernetes', cluster);
    if (found) {
      this.#backoff.succeeded(id);
      this.#isRead.add(cluster);
    } else if (state === 'portal-busy') {
      // Nothing is known against the cluster: it is asked again next time.
      this.#kinds.delete(cluster);
    } else {
      this.#backoff.failed(id, this.#options.now(), retryAfterMs);
      this.#kinds.delete(cluster);
    }
    const unmapped =
      found?.applications &&
      describeUnmapped(
        { hub: cluster, applications: found.applications },
        this.#options.config.argoCd.destinations,
        known,
      );
    await this.#record('kubernetes', cluster, {
      state,
      message: result.message,
      // Destinations of all the cluster's Applications, whoever owns them.
      note: unmapped,
      hasData: found !== undefined,
      dataAtMs: startedAt,
    });
  }

  async #writeFound(
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
    const { stores, onWritten } = this.#options;
    const { lease, startedAt, claims } = context;
    await this.#claims.write(cluster, claims, found, lease);
    const at = this.#isoNow();
    this.#usedKinds.set(
      cluster,
      new Map(
        found.parts.flatMap(({ entityRef, usedKinds }) =>
          usedKinds ? [[entityRef, usedKinds]] : [],
        ),
      ),
    );
    if (found.applications) {
      this.#applications.record(cluster, found.applications, startedAt);
    }
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

  /**
   * Writes down that environments have become Unknown because their cluster
   * has been silent for too long, so that history and owners learn of it.
   */
  async #markStale(
    cluster: string,
    environments: CatalogEnvironment[],
    lease: Lease | undefined,
  ): Promise<void> {
    const { stores, config, now, onWritten } = this.#options;
    const sources = new Map(
      (await stores.sources.list()).map(source => [source.id, source]),
    );
    const { staleAfterMs } = config.collector;
    const context = { sources, staleAfterMs };
    const lastDataAt = sources.get(sourceId('kubernetes', cluster))?.lastDataAt;
    const cutoff = new Date(now() - staleAfterMs).toISOString();
    if (lastDataAt !== undefined) {
      const ageMs = now() - Date.parse(lastDataAt);
      this.#options.metrics.snapshotAge(cluster, ageMs / 1000);
    }
    if (environments.length === 0 || (lastDataAt ?? '') > cutoff) {
      return;
    }
    const parts = new Map<string, ClusterPart>();
    for (const stored of await stores.environments.listByCluster(cluster)) {
      const isFresh = (stored.collectedAt ?? '') > cutoff;
      const [first] = stored.cluster?.health.reasons ?? [];
      if (stored.cluster && !isFresh && first?.code !== 'StaleData') {
        const reason = unknownReason(stored.catalog, lastDataAt ?? '', context);
        parts.set(stored.entityRef, {
          ...stored.cluster,
          health: {
            status: 'Unknown',
            isPartial: false,
            reasons: [reason, ...stored.cluster.health.reasons],
          },
        });
      }
    }
    const at = this.#isoNow();
    await this.#tryWrite(sourceId('kubernetes', cluster), async () =>
      onWritten(
        await stores.environments.writeCluster(parts, {
          at,
          readAt: at,
          lease,
        }),
      ),
    );
  }

  async #collectMetrics(
    environments: CatalogEnvironment[],
    lease: Lease | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { stores, onWritten } = this.#options;
    const { parts, attempts } = await this.#collectParts(environments, signal);
    const written = await this.#tryWrite('metrics', async () =>
      onWritten(await stores.environments.writeMetrics(parts, { lease })),
    );
    for (const attempt of attempts) {
      await this.#record(attempt.kind, attempt.name, {
        ...attempt,
        ...(!written && { ...NOT_WRITTEN, hasData: false }),
      });
    }
  }

  /**
   * Asks once per place, and only for entities that a place belongs to: an
   * entity that merely names a place must not block the others' alerts. A copy
   * gets what the entity it copies gets.
   */
  async #collectParts(
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
  ): Promise<MetricsCollection> {
    const { metricsCollector, stores } = this.#options;
    const granted = await stores.claims.granted();
    const byPlace = new Map<string, CatalogEnvironment[]>();
    for (const environment of environments) {
      if (granted.has(environment.entityRef)) {
        const key = `${environment.cluster}/${keyOf(environment)}`;
        byPlace.set(key, [...(byPlace.get(key) ?? []), environment]);
      }
    }
    const places = [...byPlace.values()];
    const collected = await metricsCollector.collect(
      places.map(([first]) => first),
      signal,
    );
    const parts = new Map(
      places.flatMap(place => {
        const part = collected.parts.get(place[0].entityRef);
        return part
          ? place.map(({ entityRef }) => [entityRef, part] as const)
          : [];
      }),
    );
    return { ...collected, parts };
  }

  /**
   * Says nothing about the servers as sources: their state and time stand for
   * all environments, of which this reads one.
   */
  async #refreshMetrics(
    environment: CatalogEnvironment,
    signal: AbortSignal,
  ): Promise<void> {
    const { metricsCollector, stores, onWritten } = this.#options;
    const { parts } = await metricsCollector.collect([environment], signal);
    onWritten(
      await stores.environments.writeMetrics(parts, { isForced: true }),
    );
  }

  async #record(
    kind: SourceKind,
    name: string,
    outcome: {
      state: SourceState;
      message?: string;
      note?: string;
      hasData?: boolean;
      /** When its reading began, which is as old as the figures can be. */
      dataAtMs?: number;
    },
  ): Promise<void> {
    const { stores, logger, now } = this.#options;
    const message = outcome.message && this.#mask(outcome.message);
    if (outcome.state !== 'ok' && message) {
      logger.debug(`${sourceId(kind, name)}: ${message}`);
    }
    await stores.sources.record({
      kind,
      name,
      state: outcome.state,
      message,
      note: outcome.note && this.#mask(outcome.note),
      remedy: remedyFor(kind, outcome.state),
      at: this.#isoNow(),
      ...(outcome.hasData && {
        dataAt: new Date(outcome.dataAtMs ?? now()).toISOString(),
      }),
    });
  }

  #isoNow(): string {
    return new Date(this.#options.now()).toISOString();
  }
}

function groupByCluster(
  environments: readonly CatalogEnvironment[],
): Map<string, CatalogEnvironment[]> {
  const groups = new Map<string, CatalogEnvironment[]>();
  for (const environment of environments) {
    if (environment.placementProblem === undefined) {
      const group = groups.get(environment.cluster) ?? [];
      group.push(environment);
      groups.set(environment.cluster, group);
    }
  }
  return groups;
}
