import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common';
import pLimit from 'p-limit';
import type { ElsaConfig } from '../config';
import type { Lease, Stores, WriteResult } from '../database';
import type { CollectorMetrics } from '../metrics';
import { type CatalogEnvironment, type ClusterPart, sourceId } from '../model';
import { unknownReason } from '../service/freshness';
import { toUpstreamError, type UpstreamError } from '../upstream';
import { Backoff } from './Backoff';
import type { ClusterReading } from './ClusterReading';
import { discoverKinds, type ServedKind } from './discoverKinds';
import { type EvaluateEnvironment, evaluateCluster } from './evaluation';
import { groupObjects, placementKey } from './groupObjects';
import type { KubernetesClient, KubernetesCluster } from './KubernetesClient';
import type { MetricsCollector } from './MetricsCollector';
import { readCluster } from './readCluster';
import { remedyFor } from './remedies';

export interface CollectorOptions {
  config: ElsaConfig;
  logger: LoggerService;
  stores: Stores;
  kubernetes: KubernetesClient;
  /** @throws UpstreamError */
  readCatalog: () => Promise<CatalogEnvironment[]>;
  metricsCollector: MetricsCollector;
  evaluate: EvaluateEnvironment;
  metrics: CollectorMetrics;
  /** Called after every write that changed something. */
  onWritten: (result: WriteResult) => void;
  now?: () => number;
}

/** How long the API groups of a cluster are taken as known. */
const DISCOVERY_TTL_MS = 10 * 60 * 1000;
/** Longest time for which a failing source is left alone. */
const MAX_BACKOFF_MS = 5 * 60 * 1000;
/** Entities change by the minute at most; there may be ten thousand of them. */
const CATALOG_INTERVAL_MS = 60 * 1000;

/** Reads everything that is known of all environments, and writes it down. */
export class Collector {
  readonly #options: Required<CollectorOptions>;
  readonly #backoff: Backoff;
  readonly #kinds = new Map<string, { kinds: ServedKind[]; readAt: number }>();
  #catalogReadAt = Number.NEGATIVE_INFINITY;

  constructor(options: CollectorOptions) {
    this.#options = { now: Date.now, ...options };
    this.#backoff = new Backoff({
      baseMs: options.config.collector.intervalMs,
      maxMs: MAX_BACKOFF_MS,
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
      this.#readEnvironments(lease),
      this.#readClusterList(signal),
    ]);
    await Promise.all([
      this.#collectClusters({ environments, clusters, lease, signal }),
      this.#collectMetrics(environments, lease, signal),
    ]);
    metrics.cycleEnded((now() - startedAt) / 1000, environments.length);
  }

  /** Reads one environment now, without the lease: its reading is newer. */
  async refresh(
    environment: CatalogEnvironment,
    signal: AbortSignal,
  ): Promise<void> {
    const { stores, now, config, onWritten } = this.#options;
    const readAt = now();
    const { partOfLabel, partOfValue, instanceLabel } = config.names;
    if (environment.placementProblem !== undefined) {
      return;
    }
    const [reading] = await Promise.all([
      readCluster({
        client: this.#options.kubernetes,
        cluster: environment.cluster,
        discover: inner => this.#discover(environment.cluster, inner),
        labelSelector: `${partOfLabel}=${partOfValue},${instanceLabel}=${environment.name}`,
        namespace: environment.namespace,
        limits: config.collector,
        signal,
      }),
      this.#refreshMetrics(environment, signal),
    ]);
    if (!reading.objects) {
      return;
    }
    const part = this.#evaluate(environment, reading.objects, reading);
    const at = this.#isoNow();
    onWritten(
      await stores.environments.writeCluster(
        new Map([[environment.entityRef, part]]),
        { at, readAt: new Date(readAt).toISOString(), collectedAt: at },
      ),
    );
  }

  async #readEnvironments(
    lease: Lease | undefined,
  ): Promise<CatalogEnvironment[]> {
    const { stores, readCatalog, now, onWritten } = this.#options;
    const isDue = now() - this.#catalogReadAt >= CATALOG_INTERVAL_MS;
    if (isDue && !this.#backoff.isWaiting('catalog', now())) {
      try {
        const environments = await readCatalog();
        this.#catalogReadAt = now();
        onWritten(
          await stores.environments.writeCatalog(environments, {
            at: this.#isoNow(),
            lease,
          }),
        );
        this.#backoff.succeeded('catalog');
        await this.#record('catalog', 'catalog', {
          state: 'ok',
          hasData: true,
        });
        return environments;
      } catch (error) {
        const failure = toUpstreamError(error, 'The catalog');
        this.#backoff.failed('catalog', now(), failure.retryAfterMs);
        await this.#record('catalog', 'catalog', failure);
      }
    } else if (!isDue) {
      // Still as true as it was when it was read, less than a minute ago.
      await this.#record('catalog', 'catalog', { state: 'ok', hasData: true });
    }
    return stores.environments.listCatalog();
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
          await this.#markStale(cluster, environments, options.lease);
        }),
      );
      return;
    }
    const known = new Set(options.clusters.map(({ name }) => name));
    await this.#recordUnknownClusters(
      [...byCluster.keys()].filter(name => !known.has(name)),
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
            await this.#collectCluster(cluster, environments, options);
          }
          await this.#markStale(cluster.name, environments, options.lease);
        }),
      ),
    );
  }

  #failureRank(cluster: string): number {
    return this.#backoff.hasFailed(sourceId('kubernetes', cluster)) ? 1 : 0;
  }

  async #recordUnknownClusters(names: string[]): Promise<void> {
    for (const name of names) {
      await this.#record('kubernetes', name, {
        state: 'not-configured',
        message: `The Kubernetes plugin has no cluster '${name}'`,
      });
    }
  }

  async #collectCluster(
    cluster: KubernetesCluster,
    environments: CatalogEnvironment[],
    { lease, signal }: { lease: Lease | undefined; signal: AbortSignal },
  ): Promise<void> {
    const { config, kubernetes, metrics, now } = this.#options;
    if (cluster.needsSignIn) {
      await this.#record('kubernetes', cluster.name, {
        state: 'needs-sign-in',
        message: `Cluster '${cluster.name}' takes only tokens of signed-in users`,
      });
      return;
    }
    const startedAt = now();
    const reading = await readCluster({
      client: kubernetes,
      cluster: cluster.name,
      discover: inner => this.#discover(cluster.name, inner),
      labelSelector: `${config.names.partOfLabel}=${config.names.partOfValue}`,
      limits: config.collector,
      signal,
    });
    metrics.sourceRead('kubernetes', cluster.name, {
      state: reading.state,
      seconds: (now() - startedAt) / 1000,
    });
    if (signal.aborted) {
      // The cycle was ended from outside: that says nothing about the cluster.
      return;
    }
    await this.#recordReading(reading);
    if (reading.objects) {
      await this.#writeReading(reading, reading.objects, {
        environments,
        lease,
        startedAt,
      });
    }
  }

  async #recordReading(reading: ClusterReading): Promise<void> {
    const id = sourceId('kubernetes', reading.cluster);
    if (reading.objects) {
      this.#backoff.succeeded(id);
    } else {
      this.#backoff.failed(id, this.#options.now(), reading.retryAfterMs);
      this.#kinds.delete(reading.cluster);
    }
    await this.#record('kubernetes', reading.cluster, {
      state: reading.state,
      message: reading.message,
      hasData: reading.objects !== undefined,
    });
  }

  async #writeReading(
    reading: ClusterReading,
    objects: NonNullable<ClusterReading['objects']>,
    context: {
      environments: CatalogEnvironment[];
      lease: Lease | undefined;
      startedAt: number;
    },
  ): Promise<void> {
    const { config, stores, onWritten } = this.#options;
    const { environments, lease } = context;
    const groups = groupObjects(objects, config.names);
    const at = this.#isoNow();
    const parts = new Map<string, ClusterPart>();
    const registered = new Set<string>();
    for (const environment of environments) {
      const key = placementKey({
        namespace: environment.namespace,
        environment: environment.name,
      });
      registered.add(key);
      parts.set(
        environment.entityRef,
        this.#evaluate(environment, groups.get(key)?.objects ?? [], reading),
      );
    }
    onWritten(
      await stores.environments.writeCluster(parts, {
        at,
        readAt: new Date(context.startedAt).toISOString(),
        lease,
      }),
    );
    if (reading.unread.length === 0) {
      const seen = [...groups]
        .filter(([key, group]) => !registered.has(key) && hasWorkload(group))
        .map(([, { placement, objects: own }]) => {
          const environment = {
            name: placement.environment,
            cluster: reading.cluster,
          };
          const part = this.#evaluate(environment, own, reading);
          return {
            name: placement.environment,
            namespace: placement.namespace,
            clusterOwner: part.clusterOwner,
            health: part.health.status,
          };
        });
      await stores.unregistered.record(reading.cluster, seen, { at, lease });
    }
  }

  #evaluate(
    environment: Pick<CatalogEnvironment, 'name' | 'cluster'>,
    objects: NonNullable<ClusterReading['objects']>,
    reading: ClusterReading,
  ): ClusterPart {
    return evaluateCluster(this.#options.evaluate, {
      environment,
      objects,
      reading,
      nowMs: this.#options.now(),
      ownerAnnotation: this.#options.config.names.ownerAnnotation,
    });
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
    onWritten(
      await stores.environments.writeCluster(parts, { at, readAt: at, lease }),
    );
  }

  async #collectMetrics(
    environments: CatalogEnvironment[],
    lease: Lease | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { metricsCollector, stores, onWritten } = this.#options;
    const { parts, attempts } = await metricsCollector.collect(
      environments,
      signal,
    );
    for (const attempt of attempts) {
      await this.#record(attempt.kind, attempt.name, attempt);
    }
    onWritten(await stores.environments.writeMetrics(parts, { lease }));
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

  async #discover(cluster: string, signal: AbortSignal): Promise<ServedKind[]> {
    const { kubernetes, now } = this.#options;
    const known = this.#kinds.get(cluster);
    if (known && now() - known.readAt < DISCOVERY_TTL_MS) {
      return known.kinds;
    }
    const kinds = await discoverKinds(kubernetes, cluster, signal);
    this.#kinds.set(cluster, { kinds, readAt: now() });
    return kinds;
  }

  async #record(
    kind: SourceKind,
    name: string,
    outcome: { state: SourceState; message?: string; hasData?: boolean },
  ): Promise<void> {
    const { stores, logger } = this.#options;
    if (outcome.state !== 'ok' && outcome.message) {
      logger.debug(`${sourceId(kind, name)}: ${outcome.message}`);
    }
    await stores.sources.record({
      kind,
      name,
      state: outcome.state,
      message: outcome.message,
      remedy: remedyFor(kind, outcome.state),
      at: this.#isoNow(),
      hasData: outcome.hasData ?? false,
    });
  }

  #isoNow(): string {
    return new Date(this.#options.now()).toISOString();
  }
}

/** An Application alone is Argo CD's plan, not something that runs here. */
function hasWorkload(group: {
  objects: ReadonlyArray<{ kind: string }>;
}): boolean {
  return group.objects.some(({ kind }) => kind !== 'Application');
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
