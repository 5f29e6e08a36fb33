import { InputError } from '@backstage/errors';
import { bucketMatcher, thresholdBound } from './buckets';
import { type LabelMatcher, rate, selector, sum } from './promql';
import {
  DATABASE_DRIVERS,
  type MetricProfile,
  type SloIndicator,
} from './types';

/** An expression that depends on whose series are selected and how they are grouped. */
type Term = (
  matchers: readonly LabelMatcher[],
  by: readonly string[],
) => string;

/**
 * An SLI of events, before it is decided whose series are selected and whether
 * the result is one ratio or one per environment.
 */
export interface EventSli {
  /** Each counts a part of what went wrong, per second. */
  errors: readonly Term[];
  /** What happened, per second. */
  total: Term;
  /**
   * Whether an absent error series means "no errors". Not so for latency,
   * where a missing bucket would turn everything into a success.
   */
  isZeroWithoutErrors: boolean;
}

function summedRate(
  metric: string,
  window: string,
  extra: readonly LabelMatcher[] = [],
): Term {
  return (matchers, by) =>
    sum(rate(selector(metric, [...matchers, ...extra]), window), by);
}

function unsupported(profile: MetricProfile, kind: string): InputError {
  return new InputError(
    `Metric profile ${profile.id} has no ${kind} metrics; use profile otel for SLOs of kind ${kind}`,
  );
}

function successSli(profile: MetricProfile, window: string): EventSli {
  const { total, scope, ignored, failed } = profile.requests;
  const requests = [...scope, ...ignored];
  return {
    errors: [summedRate(total, window, [...requests, ...failed])],
    total: summedRate(total, window, requests),
    isZeroWithoutErrors: true,
  };
}

function latencySli(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
): EventSli {
  const { latency, scope, ignored } = profile.requests;
  const requests = [...scope, ...ignored];
  const le = bucketMatcher(thresholdBound(profile.id, latency, slo));
  const total = summedRate(`${latency.metric}_count`, window, requests);
  const fast = summedRate(`${latency.metric}_bucket`, window, [
    ...requests,
    le,
  ]);
  return {
    // Count and bucket are extrapolated apart, so that rounding may take their
    // difference below 0.
    errors: [
      (matchers, by) =>
        `clamp_min(${total(matchers, by)} - ${fast(matchers, by)}, 0)`,
    ],
    total,
    isZeroWithoutErrors: false,
  };
}

function databaseSli(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
): EventSli {
  if (!profile.database) {
    throw unsupported(profile, 'database');
  }
  const driver = slo.driver ?? 'npgsql-10';
  const metrics = profile.database.find(row => row.driver === driver);
  if (!metrics) {
    throw new InputError(
      `Unknown database driver ${JSON.stringify(
        driver,
      )}; use one of ${DATABASE_DRIVERS.join(', ')}`,
    );
  }
  return {
    errors: metrics.failed.map(metric => summedRate(metric, window)),
    total: summedRate(metrics.total, window),
    isZeroWithoutErrors: true,
  };
}

function workflowSli(profile: MetricProfile, window: string): EventSli {
  if (!profile.workflow) {
    throw unsupported(profile, 'workflow');
  }
  return {
    errors: [summedRate(profile.workflow.failed, window)],
    total: summedRate(profile.workflow.total, window),
    isZeroWithoutErrors: true,
  };
}

/** The SLI of a profile for every kind that counts events. */
export function eventSli(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
): EventSli {
  switch (slo.kind) {
    case 'success':
      return successSli(profile, window);
    case 'latency':
      return latencySli(profile, slo, window);
    case 'database':
      return databaseSli(profile, slo, window);
    case 'workflow':
      return workflowSli(profile, window);
    default:
      throw new InputError(
        `SLO kind ${JSON.stringify(
          slo.kind,
        )} does not count events; use success, latency, availability, database or workflow`,
      );
  }
}

/**
 * Adds up the errors. Where an absent series means that nothing went wrong,
 * `zero` stands in for it.
 */
export function errorExpression(
  sli: EventSli,
  matchers: readonly LabelMatcher[],
  by: readonly string[],
  zero: string,
): string {
  const terms = sli.errors.map(term => {
    const expression = term(matchers, by);
    return sli.isZeroWithoutErrors ? `${expression} or ${zero}` : expression;
  });
  return terms.length === 1
    ? terms[0]
    : terms.map(term => `(${term})`).join(' + ');
}

/**
 * The total, absent below the least rate that is worth a ratio: no traffic is
 * no data, not 100 %.
 */
export function totalExpression(
  sli: EventSli,
  slo: SloIndicator,
  matchers: readonly LabelMatcher[],
  by: readonly string[],
): string {
  const minimum = slo.minimumEventsPerSecond ?? 0;
  if (!Number.isFinite(minimum) || minimum < 0) {
    throw new InputError(
      `minimumEventsPerSecond must be a number of 0 or more (got ${minimum})`,
    );
  }
  return `${sli.total(matchers, by)} > ${minimum}`;
}
