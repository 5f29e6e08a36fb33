import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ElsaConfig } from '../config';
import { createMask } from '../credentials';
import type { CollectorMetrics } from '../metrics';
import { type CatalogEnvironment, sourceId } from '../model';
import {
  type Pauses,
  toUpstreamError,
  type UpstreamError,
} from '../sources/http';
import type {
  KubernetesClient,
  KubernetesCluster,
} from '../sources/kubernetes/KubernetesClient';
import type { MetricsCollector } from '../sources/prometheus/MetricsCollector';
import type { Lease, Stores, WriteResult } from '../store';
import { ClaimKeeper, type SpecReader } from './claims';
import { keyOf } from './claims/judgeEnvironments';
import type { ClusterJob, ClusterReader } from './ClusterJob';
import { ApplicationRegistry } from './clusters/ApplicationRegistry';
import { ClusterCaller } from './clusters/ClusterCaller';
import { ClusterMemory } from './clusters/ClusterMemory';
import { ClusterRound } from './clusters/ClusterRound';
import { EnvironmentList } from './EnvironmentList';
import { MetricsRound } from './metrics/MetricsRound';
import { SourceLog } from './SourceLog';

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
  pauses: Pauses;
  /** Called after every write that changed something. */
  onWritten: (result: WriteResult) => void;
  now?: () => number;
}

/** Reads everything that is known of all environments, and writes it down. */
export class Collector {
  readonly #options: Required<CollectorOptions>;
  readonly #environments: EnvironmentList;
  readonly #claims: ClaimKeeper;
  readonly #caller: ClusterCaller;
  readonly #clusters: ClusterRound;
  readonly #metrics: MetricsRound;

  constructor(given: CollectorOptions) {
    const options = { now: Date.now, ...given };
    const { config, now } = options;
    const log = new SourceLog({
      ...options,
      mask: createMask(config.knownSecrets),
    });
    const applications = new ApplicationRegistry({
      destinations: config.argoCd.destinations,
      staleAfterMs: config.collector.staleAfterMs,
      nowMs: now(),
    });
    this.#options = options;
    this.#environments = new EnvironmentList({
      ...options,
      intervalMs: config.collector.intervalMs,
      record: outcome => log.record('catalog', 'catalog', outcome),
    });
    this.#claims = new ClaimKeeper({
      ...options,
      ownerAnnotation: config.names.ownerAnnotation,
    });
    this.#caller = new ClusterCaller(options);
    this.#clusters = new ClusterRound({
      ...options,
      log,
      applications,
      claims: this.#claims,
      caller: this.#caller,
      memory: new ClusterMemory({ ...options, applications }),
    });
    this.#metrics = new MetricsRound({ ...options, log });
  }

  /**
   * One round over all sources. Each cluster and each Prometheus ends for
   * itself: its result is written as soon as it is there, whatever the others
   * do. Never throws for a source that failed.
   */
  async runCycle(lease: Lease | undefined, signal: AbortSignal): Promise<void> {
    const { metrics, now } = this.#options;
    const context = { lease, signal };
    const startedAt = now();
    const [environments, clusters] = await Promise.all([
      this.#environments.read(lease),
      this.#listClusters(signal),
    ]);
    await Promise.all([
      this.#clusters.run(environments, clusters, context),
      this.#metrics.run(environments, context),
      this.#claims.checkSpecs(),
    ]);
    if (this.#claims.takeNewGrants()) {
      // Their figures need not wait for the next cycle.
      await this.#metrics.run(environments, context);
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
    const job = await this.#singleJob(environment);
    const [{ found }] = await Promise.all([
      this.#caller.read(job, signal),
      this.#metrics.refresh(environment, signal),
    ]);
    if (found) {
      // What is well again is read as a whole with the next cycle.
      await stores.sources.endWaiting(
        sourceId('kubernetes', environment.cluster),
      );
      await this.#claims.write(environment.cluster, job.claims, found);
      onWritten(
        await stores.environments.writePrepared(found.parts, {
          at: new Date(now()).toISOString(),
          readAt,
          collectedAt: readAt,
        }),
      );
    }
  }

  async #singleJob(environment: CatalogEnvironment): Promise<ClusterJob> {
    const { stores } = this.#options;
    const { cluster, entityRef } = environment;
    const stored = await stores.environments.read(entityRef);
    const argoCd = stored?.cluster?.argoCd;
    const { claims, records } = await stores.claims.ofCluster(cluster);
    const isHere = (item: { namespace: string; name: string }) =>
      keyOf(item) === keyOf(environment);
    return {
      cluster,
      environments: [
        // This backend may not be the one that reads the other clusters.
        {
          ...environment,
          usedKinds: stored?.cluster?.usedKinds,
          deliveries: argoCd?.cluster ? [argoCd] : [],
        },
      ],
      claims: claims.filter(isHere),
      records: records.filter(isHere),
      isSingle: true,
    };
  }

  async #listClusters(
    signal: AbortSignal,
  ): Promise<KubernetesCluster[] | UpstreamError> {
    try {
      return await this.#options.kubernetes.listClusters(signal);
    } catch (error) {
      return toUpstreamError(error, 'The Kubernetes plugin');
    }
  }
}
