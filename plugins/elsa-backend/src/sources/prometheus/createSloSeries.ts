import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { type SloSeriesOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import {
  type EnvironmentStatus,
  type SloSeries,
  type SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  buildRawSliQuery,
  escapeRegularExpression,
  getMetricProfile,
  recordedSeriesQueries,
  type SloSeriesQueries,
  targetService,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  chartRange,
  toChartPoints,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { ElsaConfig } from '../../config';
import { sourceId } from '../../model';
import type { SloSeriesService } from './SloSeriesService';
import { toUpstreamError } from '../http';
import type { PrometheusClient, RangeSeries } from './PrometheusClient';
import { targetOf } from './rawSlos';
import { clusterMatchers } from './targets';

/** Readers of the same chart within this time share one answer. */
const SHARED_MS = 15_000;
const MAX_SHARED = 500;

/** The only reader of Prometheus on request; equal requests are asked once. */
export function createSloSeries(options: {
  config: ElsaConfig;
  servers: readonly PrometheusClient[];
  now: () => number;
}): SloSeriesService {
  const { config, servers, now } = options;
  const shared = new Map<string, { at: number; series: Promise<SloSeries> }>();

  return {
    async read(status, name, requested) {
      const slo = status.slos.find(item => item.name === name);
      const client = servers.find(
        server => sourceId('prometheus', server.config.name) === slo?.source,
      );
      if (!slo || !client) {
        throw new NotFoundError(`${status.entityRef} has no SLO '${name}'`);
      }
      const range = rangeOf(slo, requested, now());
      const key = JSON.stringify([status.entityRef, name, range]);
      const known = shared.get(key);
      if (known && now() - known.at < SHARED_MS) {
        return known.series;
      }
      const series = readSeries(config, client, status, slo, range);
      shared.set(key, { at: now(), series });
      series.catch(() => shared.delete(key));
      for (const oldest of shared.keys()) {
        if (shared.size <= MAX_SHARED) {
          break;
        }
        shared.delete(oldest);
      }
      return series;
    },
  };
}

type Range = ReturnType<typeof chartRange>;

function rangeOf(
  slo: SloStatus,
  requested: SloSeriesOptions,
  nowMs: number,
): Range {
  const toSeconds = requested.toSeconds ?? Math.floor(nowMs / 1000);
  return chartRange({
    toSeconds,
    fromSeconds: requested.fromSeconds ?? toSeconds - slo.windowSeconds,
    width: requested.width,
  });
}

async function readSeries(
  config: ElsaConfig,
  client: PrometheusClient,
  status: EnvironmentStatus,
  slo: SloStatus,
  range: Range,
): Promise<SloSeries> {
  const raw = config.slos.find(item => item.name === slo.name);
  const queries =
    slo.from === 'raw' && raw
      ? rawSeriesQueries(client, status, slo, raw)
      : recordedSeriesQueries(
          {
            environment: status.name,
            namespace: status.namespace,
            name: slo.name,
            objective: slo.objective,
          },
          clusterMatchers(client.config, status.cluster),
        );
  const isOwn = raw && slo.from === 'raw' ? ownSeries(status, raw) : () => true;
  const points = async (query: string) =>
    pickPoints(await client.queryRange(query, range), isOwn);
  try {
    const [sli, remaining, burnRate] = await Promise.all([
      points(queries.sli),
      points(queries.remaining),
      points(queries.burnRate),
    ]);
    return {
      slo: slo.name,
      objective: slo.objective,
      windowSeconds: slo.windowSeconds,
      ...range,
      sli,
      remaining,
      burnRate,
    };
  } catch (error) {
    const { message } = toUpstreamError(
      error,
      `Prometheus '${client.config.name}'`,
    );
    throw new ServiceUnavailableError(message);
  }
}

function pickPoints(
  series: readonly RangeSeries[],
  isOwn: (labels: Record<string, string>) => boolean,
): Array<[number, number]> {
  const own = series.find(({ metric }) => isOwn(metric));
  return own ? toChartPoints(own.values) : [];
}

function ownSeries(
  status: EnvironmentStatus,
  raw: ElsaConfig['slos'][number],
): (labels: Record<string, string>) => boolean {
  const find = targetOf(raw, [
    {
      entityRef: status.entityRef,
      name: status.name,
      namespace: status.namespace,
      cluster: status.cluster,
      ownership: 'unknown',
      links: [],
      aliases: [],
    },
  ]);
  return labels => find(labels) === status.entityRef;
}

function rawSeriesQueries(
  client: PrometheusClient,
  status: EnvironmentStatus,
  slo: SloStatus,
  raw: ElsaConfig['slos'][number],
): SloSeriesQueries {
  const service = targetService({
    environment: status.name,
    namespace: status.namespace,
  });
  const ratio = (window: string) =>
    buildRawSliQuery(
      getMetricProfile(raw.metricProfile),
      raw.indicator,
      window,
      {
        servicePattern: escapeRegularExpression(service),
        extraMatchers: clusterMatchers(client.config, status.cluster),
      },
    ).query;
  return {
    sli: `1 - (${ratio('5m')})`,
    remaining: `1 - (${ratio(`${raw.windowDays}d`)}) / ${slo.errorBudget}`,
    burnRate: `(${ratio('1h')}) / ${slo.errorBudget}`,
  };
}
