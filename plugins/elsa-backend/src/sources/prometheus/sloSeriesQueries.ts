import type {
  EnvironmentStatus,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  buildRawSliQuery,
  buildRawTrafficQuery,
  escapeRegularExpression,
  firedAlertsQuery,
  getMetricProfile,
  recordedSeriesQueries,
  type SloSeriesQueries,
  targetService,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { PrometheusConfig, RawSloConfig } from '../../config';
import { clusterMatchers } from './targets';

const FIVE_MINUTES = 300;
const HOUR = 3600;

/** What is asked for the charts of one SLO. */
export interface SeriesRequest {
  config: PrometheusConfig;
  status: EnvironmentStatus;
  slo: SloStatus;
  stepSeconds: number;
  /** Where the SLO is evaluated from raw metrics. */
  raw?: RawSloConfig;
}

/** Queries for the charts of one SLO, wherever it is evaluated from. */
export function sloSeriesQueries(request: SeriesRequest): SloSeriesQueries {
  const { config, status, slo, stepSeconds, raw } = request;
  const target = {
    environment: status.name,
    namespace: status.namespace,
    name: slo.name,
  };
  const matchers = clusterMatchers(config, status.cluster);
  return raw
    ? {
        ...rawQueries(request, raw),
        incidents: firedAlertsQuery(target, stepSeconds, matchers),
      }
    : recordedSeriesQueries(
        { ...target, objective: slo.objective },
        stepSeconds,
        matchers,
      );
}

/** The highest burn rate of each step would be a subquery over weeks of raw metrics. */
function rawQueries(
  { config, status, slo, stepSeconds }: SeriesRequest,
  { metricProfile, indicator, windowDays }: RawSloConfig,
): Omit<SloSeriesQueries, 'incidents'> {
  const profile = getMetricProfile(metricProfile);
  const service = targetService({
    environment: status.name,
    namespace: status.namespace,
  });
  const options = {
    servicePattern: escapeRegularExpression(service),
    extraMatchers: clusterMatchers(config, status.cluster),
  };
  const ratio = (window: string) =>
    buildRawSliQuery(profile, indicator, window, options).query;
  const step = `${Math.max(stepSeconds, FIVE_MINUTES)}s`;
  const hour = `${Math.max(stepSeconds, HOUR)}s`;
  return {
    sli: `1 - (${ratio(step)})`,
    remaining: `1 - (${ratio(`${windowDays}d`)}) / ${slo.errorBudget}`,
    burnRate: `(${ratio(hour)}) / ${slo.errorBudget}`,
    traffic: buildRawTrafficQuery(profile, indicator, step, options),
  };
}
