import type { ElsaConfig } from '../../config';
import type { Stores } from '../../store';
import type { CollectorMetrics } from '../../metrics';
import {
  type CatalogEnvironment,
  type MetricsPart,
  sourceId,
} from '../../model';
import type { SloSeriesService } from './SloSeriesService';
import { type OwnDelay, type Pauses, toUpstreamError } from '../http';
import { Backoff, MAX_BACKOFF_MS } from '../http/Backoff';
import type { MetricsAttempt, MetricsCollector } from './MetricsCollector';
import {
  type AlertmanagerClient,
  createAlertmanagerClient,
} from './AlertmanagerClient';
import { buildParts } from './buildParts';
import { createSloSeries } from './createSloSeries';
import {
  createPrometheusClient,
  type PrometheusClient,
} from './PrometheusClient';
import { FigureGate } from './FigureGate';
import type { Silences } from './findSuppressed';
import { RawSloReader } from './RawSloReader';
import { forgetFailures, readServer, type ServerReading } from './readServer';

export interface PrometheusCollector extends MetricsCollector {
  sloSeries: SloSeriesService;
  close(): Promise<void>;
}

type ReadServer = (
  client: PrometheusClient,
  environments: readonly CatalogEnvironment[],
  signal: AbortSignal,
  isForced: boolean,
) => Promise<{ reading: ServerReading; attempt: MetricsAttempt }>;

/** Reads one server, and remembers how that went. */
function createServerReader(options: {
  config: ElsaConfig;
  metrics: CollectorMetrics;
  backoff: Backoff;
  now: () => number;
}): ReadServer {
  const { config, metrics, backoff, now } = options;
  const rawSlos = new RawSloReader(config.slos, now);
  const gate = new FigureGate({ baseMs: config.collector.intervalMs, now });
  return async (client, environments, signal, isForced) => {
    const { name } = client.config;
    if (isForced) {
      forgetFailures(client, gate);
    }
    const id = sourceId('prometheus', name);
    const startedAt = now();
    const own = environments.filter(item =>
      client.config.clusters.includes(item.cluster),
    );
    const reading = await readServer(
      client,
      own,
      recorded => rawSlos.complete(client, own, recorded, signal),
      gate,
      signal,
    );
    const { error: serverError, failedSlos, alerts, slos, volumes } = reading;
    // One figure that failed is no reason to leave the rest unread.
    const isLost = serverError && !alerts && !slos && !volumes;
    if (!isLost) {
      backoff.succeeded(id);
    } else if (!isForced) {
      // Who asks in between delays nobody.
      backoff.failed(id, now(), serverError);
    }
    const error = serverError ?? [...failedSlos.values()][0];
    const state = error?.state ?? 'ok';
    metrics.sourceRead('prometheus', name, {
      state,
      seconds: (now() - startedAt) / 1000,
    });
    return {
      reading,
      attempt: {
        kind: 'prometheus',
        name,
        state,
        message: error?.message,
        hasData: slos !== undefined,
        nextAttemptAtMs: backoff.retryAt(id),
      },
    };
  };
}

const nothing = () => ({ parts: new Map(), attempts: [] });

/** Whether a server has the metrics of any of the environments. */
function isUsedBy(
  { config }: PrometheusClient,
  environments: readonly CatalogEnvironment[],
): boolean {
  return environments.some(({ cluster }) => config.clusters.includes(cluster));
}

/** Reads all configured Prometheus servers and Alertmanagers. */
export function createPrometheusCollector(options: {
  config: ElsaConfig;
  stores: Pick<Stores, 'environments'>;
  metrics: CollectorMetrics;
  metricsSourceIds: (cluster: string) => string[];
  pauses: Pauses;
  delay?: OwnDelay;
  now?: () => number;
}): PrometheusCollector {
  const { config, stores, now = Date.now, metrics } = options;
  const servers = config.prometheus.map(server =>
    createPrometheusClient(server, options),
  );
  const alertmanagers = config.alertmanager.map(server =>
    createAlertmanagerClient(server, options),
  );
  const clients = [...servers, ...alertmanagers];
  const backoff = new Backoff({
    baseMs: config.collector.intervalMs,
    maxMs: MAX_BACKOFF_MS,
  });
  const readOne = createServerReader({ config, metrics, backoff, now });
  const isWaiting = ({ config: { name } }: PrometheusClient) =>
    backoff.isWaiting(sourceId('prometheus', name), now());

  return {
    async collect(environments, signal, { isForced = false } = {}) {
      const due = servers.filter(
        client =>
          isUsedBy(client, environments) && (isForced || !isWaiting(client)),
      );
      if (due.length === 0) return nothing();
      const [results, silences] = await Promise.all([
        Promise.all(
          due.map(client => readOne(client, environments, signal, isForced)),
        ),
        Promise.all(alertmanagers.map(client => readSilences(client, signal))),
      ]);
      if (signal.aborted) {
        // Ended from outside: that says nothing about the servers.
        return nothing();
      }
      const readings = results.map(({ reading }) => reading);
      return {
        parts: buildParts({
          environments,
          readings,
          silences,
          previous: await readPrevious(stores, readings, silences),
          sourceIds: options.metricsSourceIds,
          at: new Date(now()).toISOString(),
        }),
        attempts: [...results, ...silences].map(({ attempt }) => attempt),
      };
    },
    sloSeries: createSloSeries({ config, servers, now }),
    async close() {
      await Promise.all(clients.map(client => client.close()));
    },
  };
}

async function readSilences(
  client: AlertmanagerClient,
  signal: AbortSignal,
): Promise<Silences & { attempt: MetricsAttempt }> {
  const { name, prometheus } = client.config;
  const base = { kind: 'alertmanager', name } as const;
  try {
    const alerts = await client.suppressedAlerts(signal);
    return {
      prometheus,
      alerts,
      attempt: { ...base, state: 'ok', hasData: true },
    };
  } catch (error) {
    const { state, message } = toUpstreamError(error, `Alertmanager '${name}'`);
    return {
      prometheus,
      attempt: {
        ...base,
        state,
        message: `${message}. Alerts that it had silenced still count as silenced`,
        hasData: false,
      },
    };
  }
}

/** Needed only where a server gave some figures and not others. */
async function readPrevious(
  stores: Pick<Stores, 'environments'>,
  readings: readonly ServerReading[],
  silences: readonly Silences[],
): Promise<Map<string, MetricsPart>> {
  const isUnsure = ({ client }: ServerReading) =>
    silences.some(
      ({ alerts, prometheus }) =>
        !alerts && prometheus.includes(client.config.name),
    );
  const clusters = new Set(
    readings
      .filter(
        reading =>
          reading.error || reading.failedSlos.size > 0 || isUnsure(reading),
      )
      .flatMap(({ client }) => client.config.clusters),
  );
  const previous = new Map<string, MetricsPart>();
  for (const cluster of clusters) {
    for (const stored of await stores.environments.listByCluster(cluster)) {
      if (stored.metrics) {
        previous.set(stored.entityRef, stored.metrics);
      }
    }
  }
  return previous;
}
