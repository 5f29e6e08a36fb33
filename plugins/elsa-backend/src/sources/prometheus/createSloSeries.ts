import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { type SloSeriesOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import {
  type EnvironmentStatus,
  type SloSeries,
  type SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
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
import { readIncidents } from './readIncidents';
import { sloSeriesQueries } from './sloSeriesQueries';

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
      if (slo.problem !== undefined) {
        throw new NotFoundError(slo.problem);
      }
      const course = courseOf(slo, requested, now());
      const key = JSON.stringify([
        ...[status.entityRef, name, course.range],
        ...[requested.toSeconds, slo.evaluatedAt],
      ]);
      const known = shared.get(key);
      if (known && now() - known.at < SHARED_MS) {
        return known.series;
      }
      const series = readSeries(config, client, status, slo, course);
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

interface Course {
  range: Range;
  /** Set for a course up to now, which ends with what was evaluated. */
  nowSeconds?: number;
}

function courseOf(
  slo: SloStatus,
  requested: SloSeriesOptions,
  nowMs: number,
): Course {
  const nowSeconds = Math.floor(nowMs / 1000);
  const toSeconds = requested.toSeconds ?? nowSeconds;
  const length = requested.rangeSeconds ?? slo.windowSeconds;
  return {
    range: chartRange({
      toSeconds,
      fromSeconds: requested.fromSeconds ?? toSeconds - length,
      width: requested.width,
    }),
    nowSeconds: requested.toSeconds === undefined ? nowSeconds : undefined,
  };
}

async function readSeries(
  config: ElsaConfig,
  client: PrometheusClient,
  status: EnvironmentStatus,
  slo: SloStatus,
  { range, nowSeconds }: Course,
): Promise<SloSeries> {
  const raw =
    slo.from === 'raw'
      ? config.slos.find(item => item.name === slo.name)
      : undefined;
  const { stepSeconds } = range;
  const queries = sloSeriesQueries({
    config: client.config,
    status,
    slo,
    stepSeconds,
    raw,
  });
  const isOwn = raw ? ownSeries(status, raw) : () => true;
  const points = async (query: string | undefined) =>
    query === undefined
      ? []
      : pickPoints(await client.queryRange(query, range), isOwn);
  try {
    const [sli, remaining, burnRate, traffic, fired] = await Promise.all([
      points(queries.sli),
      points(queries.remaining),
      points(queries.burnRate),
      points(queries.traffic),
      client.queryRange(queries.incidents, range),
    ]);
    return endNow(
      {
        slo: slo.name,
        objective: slo.objective,
        windowSeconds: slo.windowSeconds,
        ...range,
        sli,
        remaining,
        burnRate,
        traffic,
        incidents: readIncidents(fired, stepSeconds),
      },
      slo,
      nowSeconds,
    );
  } catch (error) {
    const { message } = toUpstreamError(
      error,
      `Prometheus '${client.config.name}'`,
    );
    throw new ServiceUnavailableError(message);
  }
}

type Points = SloSeries['sli'];

/**
 * The last step ends now rather than at its round time, and the figures of
 * which the tab shows the evaluated ones end with exactly these.
 */
function endNow(
  series: SloSeries,
  slo: SloStatus,
  nowSeconds: number | undefined,
): SloSeries {
  if (nowSeconds === undefined) {
    return series;
  }
  const clip = (seconds: number) => Math.min(seconds, nowSeconds);
  const clipped = (points: Points) =>
    points.map(([seconds, value]): [number, number] => [clip(seconds), value]);
  const evaluated = slo.evaluatedAt
    ? clip(Math.floor(Date.parse(slo.evaluatedAt) / 1000))
    : nowSeconds;
  const ending = (points: Points, value: number | null): Points =>
    value === null
      ? clipped(points)
      : [
          ...points.filter(([seconds]) => seconds < evaluated),
          [evaluated, value],
        ];
  return {
    ...series,
    toSeconds: clip(series.toSeconds),
    sli: clipped(series.sli),
    traffic: clipped(series.traffic),
    remaining: ending(series.remaining, slo.remaining),
    burnRate: ending(series.burnRate, slo.burnRates['1h']),
    incidents: series.incidents.map(incident => ({
      ...incident,
      toSeconds: clip(incident.toSeconds),
    })),
  };
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
