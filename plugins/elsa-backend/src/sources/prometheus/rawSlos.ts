import {
  BURN_RATE_WINDOWS,
  type SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  buildRawSliQuery,
  createTargetIndex,
  getMetricProfile,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  evaluateSlo,
  type InstantSample,
  parseSampleValue,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import pLimit from 'p-limit';
import type { RawSloConfig } from '../../config';
import { type CatalogEnvironment, sourceId } from '../../model';
import type { PrometheusClient } from './PrometheusClient';
import { indexByLabels, type MetricsScope, scopesOf } from './targets';

/** Queries over weeks of raw metrics at the same time. */
const QUERIES_AT_ONCE = 2;

/** Finds whose a series is, whatever labels the profile has for it. */
export function targetOf(
  slo: RawSloConfig,
  environments: readonly CatalogEnvironment[],
): (labels: Readonly<Record<string, string>>) => string | undefined {
  if (slo.indicator.kind === 'availability') {
    const find = indexByLabels(environments);
    return labels => find(labels)?.entityRef;
  }
  const find = createTargetIndex(
    getMetricProfile(slo.metricProfile),
    environments.map(({ entityRef, name, namespace }) => ({
      entityRef,
      environment: name,
      namespace,
    })),
  );
  return labels => find(labels)?.entityRef;
}

/**
 * Evaluates one configured SLO of all environments from raw metrics: one query
 * per window.
 *
 * @throws UpstreamError
 */
export async function readRawSlo(
  client: PrometheusClient,
  slo: RawSloConfig,
  environments: readonly CatalogEnvironment[],
  evaluatedAt: string,
  signal: AbortSignal,
): Promise<Map<string, SloStatus>> {
  const limit = pLimit(QUERIES_AT_ONCE);
  const period = `${slo.windowDays}d`;
  const windows = [...new Set<string>([...BURN_RATE_WINDOWS, period])];
  const ratios = new Map<string, Map<string, number>>();
  await Promise.all(
    scopesOf(client.config, environments).flatMap(scope =>
      windows.map(window =>
        limit(async () => {
          const samples = await client.query(
            rawQuery(slo, window, scope).query,
            signal,
          );
          collect(ratios, samples, window, targetOf(slo, scope.environments));
        }),
      ),
    ),
  );
  return evaluate(client, slo, evaluatedAt, ratios);
}

function rawQuery(slo: RawSloConfig, window: string, scope: MetricsScope) {
  return buildRawSliQuery(
    getMetricProfile(slo.metricProfile),
    slo.indicator,
    window,
    { extraMatchers: scope.matchers },
  );
}

function collect(
  ratios: Map<string, Map<string, number>>,
  samples: readonly InstantSample[],
  window: string,
  find: ReturnType<typeof targetOf>,
): void {
  for (const { metric, value } of samples) {
    const entityRef = find(metric);
    const ratio = parseSampleValue(value[1]);
    if (entityRef !== undefined && ratio !== null) {
      const byWindow = ratios.get(entityRef) ?? new Map<string, number>();
      byWindow.set(window, ratio);
      ratios.set(entityRef, byWindow);
    }
  }
}

function evaluate(
  client: PrometheusClient,
  slo: RawSloConfig,
  evaluatedAt: string,
  ratios: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, SloStatus> {
  return new Map(
    [...ratios].map(([entityRef, byWindow]) => [
      entityRef,
      evaluateSlo({
        name: slo.name,
        title: slo.title,
        description: slo.description,
        objective: slo.objective,
        windowSeconds: slo.windowDays * 86_400,
        errorRatios: Object.fromEntries(
          BURN_RATE_WINDOWS.map(window => [window, byWindow.get(window)]),
        ),
        periodErrorRatio: byWindow.get(`${slo.windowDays}d`),
        from: 'raw',
        source: sourceId('prometheus', client.config.name),
        evaluatedAt,
      }),
    ]),
  );
}
