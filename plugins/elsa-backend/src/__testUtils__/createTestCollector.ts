import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { type EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { evaluateEnvironment } from '@elsa-portal/backstage-plugin-elsa-common/health';
import express from 'express';
import type { Knex } from 'knex';
import type { SpecReader } from '../collection/claims';
import { Collector } from '../collection/Collector';
import { createClusterReader } from '../collection/createClusterReader';
import { createKubernetesClient } from '../sources/kubernetes/KubernetesClient';
import { createMetricsSourceIds } from '../sources/prometheus/metricsSources';
import {
  createPrometheusCollector,
  type PrometheusCollector,
} from '../sources/prometheus';
import { Pauses } from '../sources/http';
import { readElsaConfig } from '../config';
import { createStores, migrate, type Stores, type WriteResult } from '../store';
import { createCollectorMetrics } from '../metrics';
import type { CatalogEnvironment, StoredSource } from '../model';
import { composeStatus } from '../status/composeStatus';
import { type ClusterDouble, kubernetesRoutes } from './kubernetesPluginDouble';

/** A collector between fake servers and a database, with a clock of its own. */
export interface TestCollector {
  stores: Stores;
  clock: { now: number };
  clusters: Map<string, ClusterDouble>;
  written: WriteResult[];
  prometheus: PrometheusCollector;
  setCatalog(read: () => Promise<CatalogEnvironment[]>): void;
  /** What repositories hold; nothing unless told. */
  setSpecs(read: SpecReader): void;
  /** Forgets all that is not stored, as a backend that takes over does. */
  restart(): void;
  cycle(): Promise<void>;
  refresh(environment: CatalogEnvironment): Promise<void>;
  status(entityRef: string): Promise<EnvironmentStatus>;
  source(id: string): Promise<StoredSource | undefined>;
  close(): Promise<void>;
}

export async function createTestCollector(options: {
  knex: Knex;
  clusters: Record<string, string | Omit<ClusterDouble, 'name'>>;
  environments: CatalogEnvironment[];
  elsa?: JsonObject;
  /** The section of the Kubernetes plugin. */
  kubernetes?: JsonObject;
}): Promise<TestCollector> {
  await migrate(options.knex);
  const stores = createStores(options.knex, mockServices.logger.mock());
  const clusters = new Map<string, ClusterDouble>(
    Object.entries(options.clusters).map(([name, value]) => [
      name,
      typeof value === 'string' ? { name, url: value } : { name, ...value },
    ]),
  );
  const proxy = await listen(kubernetesRoutes(clusters));
  const config = readElsaConfig(
    new ConfigReader({
      kubernetes: options.kubernetes,
      elsa: {
        collector: {
          interval: { seconds: 30 },
          requestTimeout: { seconds: 2 },
          clusterTimeout: { seconds: 6 },
          maxResponseBytes: 1024 * 1024,
        },
        ...options.elsa,
      },
    }),
  );
  const clock = { now: Date.parse('2026-11-20T12:00:00Z') };
  const now = () => clock.now;
  const metrics = createCollectorMetrics(metricsServiceMock.mock());
  const metricsSourceIds = createMetricsSourceIds(config);
  const written: WriteResult[] = [];
  let readSpec: SpecReader = async () => false;
  let readCatalog = async () => options.environments;
  const createPauses = () => new Pauses({ store: stores.pauses, now });
  const createPrometheus = (pauses: Pauses) =>
    createPrometheusCollector({
      config,
      stores,
      metrics,
      metricsSourceIds,
      pauses,
      now,
    });
  const kubernetes = createKubernetesClient({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => proxy.url,
    }),
    limits: config.collector,
  });
  const createCollector = (pauses: Pauses, prometheus: PrometheusCollector) =>
    new Collector({
      config,
      logger: mockServices.logger.mock(),
      stores,
      metrics,
      pauses,
      kubernetes,
      clusters: createClusterReader({
        config: {
          limits: config.collector,
          names: config.names,
          destinations: config.argoCd.destinations,
          argoCdNamespace: config.argoCd.namespace,
          secrets: config.knownSecrets,
        },
        kubernetes,
        evaluate: evaluateEnvironment,
        now,
      }),
      readCatalog: () => readCatalog(),
      readSpec: environment => readSpec(environment),
      metricsCollector: prometheus,
      onWritten: result => written.push(result),
      now,
    });
  const shared = createPauses();
  let prometheus = createPrometheus(shared);
  let collector = createCollector(shared, prometheus);
  const signal = new AbortController().signal;

  return {
    stores,
    clock,
    clusters,
    written,
    get prometheus() {
      return prometheus;
    },
    setCatalog(read) {
      readCatalog = read;
    },
    setSpecs(read) {
      readSpec = read;
    },
    restart() {
      const pauses = createPauses();
      prometheus = createPrometheus(pauses);
      collector = createCollector(pauses, prometheus);
    },
    cycle: () => collector.runCycle(undefined, signal),
    refresh: environment => collector.refresh(environment, signal),
    async status(entityRef) {
      const stored = await stores.environments.read(entityRef);
      if (!stored) {
        throw new Error(`No environment '${entityRef}'`);
      }
      const sources = await stores.sources.list();
      return composeStatus(stored, {
        sources: new Map(sources.map(source => [source.id, source])),
        nowMs: clock.now,
        staleAfterMs: config.collector.staleAfterMs,
        metricsSourceIds,
      });
    },
    async source(id) {
      return (await stores.sources.list()).find(source => source.id === id);
    },
    async close() {
      await prometheus.close();
      proxy.server.closeAllConnections();
      await new Promise(resolve => {
        proxy.server.close(resolve);
      });
    },
  };
}

async function listen(
  router: express.Router,
): Promise<{ server: Server; url: string }> {
  const server = createServer(express().use(router));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}
