import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type {
  AuthService,
  CacheService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { evaluateEnvironment } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { ClusterReader } from './collection/ClusterJob';
import { createSpecReader } from './collection/claims';
import { Collector } from './collection/Collector';
import { createClusterReader } from './collection/createClusterReader';
import {
  createKubernetesClient,
  type KubernetesClient,
} from './sources/kubernetes/KubernetesClient';
import { createMetricsSourceIds } from './sources/prometheus/metricsSources';
import { createPrometheusCollector } from './sources/prometheus';
import { readCatalog } from './sources/catalog/readCatalog';
import { readEntity } from './sources/catalog/readEntity';
import {
  leaseTtlMs,
  scheduleCollection,
} from './collection/scheduleCollection';
import { createThreadedClusterReader } from './collection/threads/createThreadedClusterReader';
import type { ElsaConfig } from './config';
import {
  applyRetention,
  createStores,
  IncidentStore,
  LeaseStore,
  openDatabase,
} from './store';
import { createCollectorMetrics } from './metrics';
import { createPush, Notifier, ReaderSignals } from './notify';
import { EnvironmentAccess } from './access/EnvironmentAccess';
import { EnvironmentIndex } from './status/EnvironmentIndex';
import { RefreshService } from './status/RefreshService';
import { StatusService } from './status/StatusService';
import { Pauses, watchOwnDelay } from './sources/http';

export interface CreateServicesOptions {
  config: ElsaConfig;
  auth: AuthService;
  cache: CacheService;
  catalog: CatalogService;
  database: DatabaseService;
  discovery: DiscoveryService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  urlReader: UrlReaderService;
}

/** What those who collect and those who show have in common. */
async function createFoundation(options: CreateServicesOptions) {
  const { config, database, logger, metrics } = options;
  const knex = await openDatabase(database);
  const stores = createStores(knex, logger);
  return {
    knex,
    stores,
    metricsSourceIds: createMetricsSourceIds(config),
    metrics: createCollectorMetrics(metrics),
    watch: watchOwnDelay(),
    pauses: new Pauses({ store: stores.pauses }),
  };
}

type Foundation = Awaited<ReturnType<typeof createFoundation>>;

/** What people are shown, for as far as they may see it. */
function createReadingSide(
  { config, auth, cache, catalog, permissions }: CreateServicesOptions,
  { stores, metricsSourceIds }: Foundation,
) {
  const { staleAfterMs } = config.collector;
  const index = new EnvironmentIndex({
    stores,
    staleAfterMs,
    metricsSourceIds,
  });
  const access = new EnvironmentAccess({
    auth,
    permissions,
    decisionTtlMs: config.access.decisionTtlMs,
  });
  const status = new StatusService({
    stores,
    index,
    access,
    cache,
    staleAfterMs,
    metricsSourceIds,
    readEntity: entityRef =>
      readEntity({ catalog, auth, names: config.names }, entityRef),
  });
  return { index, access, status };
}

type ReadingSide = ReturnType<typeof createReadingSide>;

/** What people are told without asking. */
function createPushSide(
  options: CreateServicesOptions,
  { knex }: Foundation,
  { index, access }: ReadingSide,
) {
  const { config, auth, logger, notifications, signals } = options;
  const readers = new ReaderSignals({ auth, access, index, signals, logger });
  const notifier = new Notifier({
    config: config.notifications,
    incidents: new IncidentStore(knex),
    notifications,
    logger,
  });
  return { readers, push: createPush({ logger, index, readers, notifier }) };
}

/** What reads the catalog, clusters and Prometheus. */
function createCollectingSide(
  options: CreateServicesOptions,
  { stores, metrics, metricsSourceIds, watch, pauses }: Foundation,
  push: ReturnType<typeof createPush>,
) {
  const { config, auth, catalog, discovery, logger, urlReader } = options;
  const prometheus = createPrometheusCollector({
    config,
    stores,
    metrics,
    metricsSourceIds,
    pauses,
    delay: watch.delay,
  });
  const kubernetes = createKubernetesClient({
    auth,
    discovery,
    limits: config.collector,
    secrets: config.knownSecrets,
    delay: watch.delay,
  });
  const clusters = createReader({ config, kubernetes, watch, logger });
  const collector = new Collector({
    config,
    logger,
    stores,
    metrics,
    pauses,
    kubernetes,
    clusters,
    readCatalog: () =>
      readCatalog({
        catalog,
        auth,
        names: config.names,
        timeoutMs: config.collector.clusterTimeoutMs / 2,
        onRefused: message => logger.warn(message),
      }),
    readSpec: createSpecReader({ urlReader, logger }),
    metricsCollector: prometheus,
    onWritten: push.written,
  });
  return { prometheus, clusters, collector };
}

/** Builds everything from configuration and services; starts nothing. */
export async function createServices(options: CreateServicesOptions) {
  const { config, logger, scheduler } = options;
  const { intervalMs, isEnabled } = config.collector;
  const foundation = await createFoundation(options);
  const { knex, stores, metrics, watch } = foundation;
  const reading = createReadingSide(options, foundation);
  const { readers, push } = createPushSide(options, foundation, reading);
  const collecting = createCollectingSide(options, foundation, push);
  const { prometheus, clusters, collector } = collecting;
  const refresh = new RefreshService({
    config,
    stores,
    ...reading,
    collector,
    metrics,
  });
  const leases = new LeaseStore({
    knex,
    holder: `${hostname().slice(0, 20)}/${randomUUID()}`,
    ttlMs: leaseTtlMs(intervalMs),
  });

  return {
    status: reading.status,
    refresh,
    readers,
    sloSeries: prometheus.sloSeries,
    async start(): Promise<void> {
      if (!isEnabled) {
        logger.info('Collecting is switched off by elsa.collector.enabled');
        return;
      }
      await scheduleCollection({
        scheduler,
        leases,
        intervalMs,
        logger,
        run: async (lease, signal) => {
          await collector.runCycle(lease, signal);
          await push.cycleEnded(lease);
          await applyRetention(stores, config.retention, Date.now());
        },
      });
    },
    async stop(): Promise<void> {
      await Promise.all([prometheus.close(), clusters.close()]);
      watch.stop();
      push.stop();
    },
  };
}

function createReader(options: {
  config: ElsaConfig;
  kubernetes: KubernetesClient;
  watch: ReturnType<typeof watchOwnDelay>;
  logger: LoggerService;
}): ClusterReader {
  const { config, kubernetes, watch, logger } = options;
  const { threads } = config.collector;
  const readerConfig = {
    limits: config.collector,
    names: config.names,
    destinations: config.argoCd.destinations,
    argoCdNamespace: config.argoCd.namespace,
    secrets: config.knownSecrets,
  };
  const local = createClusterReader({
    config: readerConfig,
    kubernetes,
    evaluate: evaluateEnvironment,
    delay: watch.delay,
  });
  return threads === 0
    ? local
    : createThreadedClusterReader({
        threads,
        config: readerConfig,
        kubernetes,
        backendDelay: watch.memory,
        fallback: local,
        logger,
      });
}

/** Everything that routes and actions use. */
export type Services = Awaited<ReturnType<typeof createServices>>;
