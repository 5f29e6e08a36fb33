import {
  MetricProfile,
  promqlMetricName,
  promqlSelector,
  targetMatchers,
  WINDOW_PLACEHOLDER,
  buildSloQueries,
  errorRatioExpression,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { Environment } from './Environment';
import type { Spec } from './Values';

export function targetOf(spec: Spec) {
  return {
    environment: spec.metadata.name,
    namespace: spec.target.namespace,
  };
}

function matchersOf(spec: Spec, profile: MetricProfile) {
  return [
    ...profile.requests.scope,
    ...profile.requests.ignored,
    ...targetMatchers(profile.identity, targetOf(spec)),
  ];
}

/** Requests per second of one environment; undefined when nothing counts them. */
export function requestRateQuery(
  { spec, profiles }: Environment,
  window: string,
): string | undefined {
  const { metrics: profile } = profiles;
  if (!profile) return undefined;
  const series = promqlSelector(
    profile.requests.total,
    matchersOf(spec, profile),
  );
  return `sum(rate(${series}[${window}]))`;
}

export function errorRatioQuery({
  spec,
  profiles,
}: Environment): string | undefined {
  const { metrics: profile } = profiles;
  return profile
    ? errorRatioExpression(
        buildSloQueries(profile, targetOf(spec), { kind: 'success' }),
        WINDOW_PLACEHOLDER,
      )
    : undefined;
}

/** Seconds below which this share of requests is answered. */
export function latencyQuery(
  { spec, profiles }: Environment,
  quantile: number,
): string | undefined {
  const { metrics: profile } = profiles;
  if (!profile) return undefined;
  const { metric, unit } = profile.requests.latency;
  const series = promqlSelector(
    promqlMetricName(`${metric}_bucket`),
    matchersOf(spec, profile),
  );
  const value = `histogram_quantile(${quantile}, sum by (le) (rate(${series}[${WINDOW_PLACEHOLDER}])))`;
  return unit === 'milliseconds' ? `${value} / 1000` : value;
}

/** Rate of one of Elsa's own counters. */
export function workflowRateQuery(
  { spec, profiles }: Environment,
  metric: string,
): string | undefined {
  const { metrics: profile } = profiles;
  if (!profile?.workflow) return undefined;
  const series = promqlSelector(
    metric,
    targetMatchers(profile.identity, targetOf(spec)),
  );
  return `sum(rate(${series}[${WINDOW_PLACEHOLDER}]))`;
}
