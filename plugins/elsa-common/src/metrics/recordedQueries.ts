/**
 * Queries on the series that the generated rules record, named as Sloth names
 * them (https://sloth.dev), with the environment as a label.
 */
import { InputError } from '@backstage/errors';
import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import {
  anyOf,
  escapeRegularExpression,
  type LabelMatcher,
  max,
  rangeWindow,
  selector,
} from './promql';

/** Labels of recorded series. @public */
export const SLOTH_LABELS = {
  id: 'sloth_id',
  service: 'sloth_service',
  slo: 'sloth_slo',
  window: 'sloth_window',
  severity: 'sloth_severity',
} as const;

/** Names of recorded series. @public */
export const SLOTH_METRICS = {
  sliErrorPrefix: 'slo:sli_error:ratio_rate',
  objective: 'slo:objective:ratio',
  errorBudget: 'slo:error_budget:ratio',
  periodDays: 'slo:time_period:days',
  currentBurnRate: 'slo:current_burn_rate:ratio',
  periodBurnRate: 'slo:period_burn_rate:ratio',
  periodRemaining: 'slo:period_error_budget_remaining:ratio',
  info: 'sloth_slo_info',
} as const;

/** `slo:sli_error:ratio_rate5m` and its like. @public */
export function sliErrorMetric(window: string): string {
  return `${SLOTH_METRICS.sliErrorPrefix}${window}`;
}

/**
 * Labels that name one SLO of one environment in the results of the queries
 * for all environments.
 *
 * @public
 */
export const RECORDED_SLO_LABELS = [
  ELSA_ENVIRONMENT_METRIC_LABEL,
  'namespace',
  SLOTH_LABELS.slo,
] as const;

function ofAllEnvironments(extra: readonly LabelMatcher[]): LabelMatcher[] {
  return [
    { label: ELSA_ENVIRONMENT_METRIC_LABEL, operator: '!=', value: '' },
    ...extra,
  ];
}

/** @public */
export interface RecordedSloQueries {
  /**
   * Error ratios of every window, the SLO's period included, of all SLOs of
   * all environments; the label `sloth_window` says which (`5m` ... `30d`).
   */
  sliErrors: string;
  /**
   * `slo:objective:ratio` (0 to 1) and `slo:time_period:days`, told apart by
   * `__name__`.
   */
  definitions: string;
}

/**
 * Two queries that give everything of all SLOs of a Prometheus.
 *
 * @param extraMatchers - such as the cluster's label in a shared Prometheus
 * @public
 */
export function recordedSloQueries(
  extraMatchers: readonly LabelMatcher[] = [],
): RecordedSloQueries {
  const matchers = ofAllEnvironments(extraMatchers);
  return {
    sliErrors: max(
      selector(null, [
        {
          label: '__name__',
          operator: '=~',
          value: `${SLOTH_METRICS.sliErrorPrefix}[0-9]+[smhdw]`,
        },
        ...matchers,
      ]),
      [...RECORDED_SLO_LABELS, SLOTH_LABELS.window],
    ),
    definitions: max(
      selector(null, [
        anyOf('__name__', [SLOTH_METRICS.objective, SLOTH_METRICS.periodDays]),
        ...matchers,
      ]),
      ['__name__', ...RECORDED_SLO_LABELS],
    ),
  };
}

/** Series of ours beside Sloth's: what its ratio is made of, per second. @public */
export const EVENT_METRICS = {
  errors: 'elsa:slo_errors:rate5m',
  events: 'elsa:slo_events:rate5m',
} as const;

/** The shortest window that is recorded: 5 minutes. @public */
export const SHORTEST_WINDOW_SECONDS = 300;

/** @public */
export interface SloSeriesQueries {
  /** 1 - error ratio over each step. */
  sli: string;
  /** Remaining share of the budget over the rolling window. */
  remaining: string;
  /** Burn rate over 1 hour, the highest of each step. */
  burnRate: string;
  /** Events per second; absent where nothing counts them. */
  traffic?: string;
  /** A series per alert name and severity, with a point where it fired. */
  incidents: string;
}

/** Where to look for the course of one SLO. @public */
export interface SloSeriesTarget {
  environment: string;
  namespace: string;
  name: string;
}

/**
 * All samples after the step before, up to this one: a range that began right
 * at the step before would have its sample in both.
 */
function stepWindow(stepSeconds: number): string {
  return rangeWindow(`${stepSeconds * 1000 - 1}ms`);
}

/** Applies a function over time to each step that is longer than what is recorded. */
function perStep(stepSeconds: number, overTime: string) {
  return (series: string) =>
    stepSeconds < SHORTEST_WINDOW_SECONDS
      ? max(series)
      : max(`${overTime}(${series}[${stepWindow(stepSeconds)}])`);
}

/**
 * Alerts that fired for one SLO or for none, that is, for its environment.
 *
 * @public
 */
export function firedAlertsQuery(
  slo: SloSeriesTarget,
  stepSeconds: number,
  extraMatchers: readonly LabelMatcher[] = [],
): string {
  const series = selector('ALERTS', [
    anyOf('alertstate', ['firing']),
    anyOf(ELSA_ENVIRONMENT_METRIC_LABEL, [slo.environment]),
    anyOf('namespace', [slo.namespace]),
    {
      label: SLOTH_LABELS.slo,
      operator: '=~',
      value: `${escapeRegularExpression(slo.name)}|`,
    },
    ...extraMatchers,
  ]);
  return max(
    stepSeconds < SHORTEST_WINDOW_SECONDS
      ? series
      : `max_over_time(${series}[${stepWindow(stepSeconds)}])`,
    ['alertname', 'severity'],
  );
}

/**
 * Range queries for the charts of one SLO. Every step is looked at as a whole:
 * of a ratio over five minutes every two hours, an incident of ten minutes is
 * seen once in ten times.
 *
 * @param stepSeconds - of the range query
 * @throws InputError when the objective is not between 0 and 1
 * @public
 */
export function recordedSeriesQueries(
  slo: SloSeriesTarget & { objective: number },
  stepSeconds: number,
  extraMatchers: readonly LabelMatcher[] = [],
): SloSeriesQueries {
  if (!(slo.objective > 0 && slo.objective < 1)) {
    throw new InputError(
      `The objective of SLO ${JSON.stringify(
        slo.name,
      )} must be between 0 and 1 (got ${slo.objective})`,
    );
  }
  const matchers = [
    anyOf(ELSA_ENVIRONMENT_METRIC_LABEL, [slo.environment]),
    anyOf('namespace', [slo.namespace]),
    anyOf(SLOTH_LABELS.slo, [slo.name]),
    ...extraMatchers,
  ];
  const of = (metric: string) => selector(metric, matchers);
  // Twelve digits, so that 1 - 0.999 is written 0.001.
  const budget = Number((1 - slo.objective).toPrecision(12));
  const highest = perStep(stepSeconds, 'max_over_time');
  const mean = perStep(stepSeconds, 'avg_over_time');
  return {
    sli: `1 - ${errorRatioPerStep(of, stepSeconds)}`,
    remaining: max(of(SLOTH_METRICS.periodRemaining)),
    burnRate: `${highest(of(sliErrorMetric('1h')))} / ${budget}`,
    traffic: mean(of(EVENT_METRICS.events)),
    incidents: firedAlertsQuery(slo, stepSeconds, extraMatchers),
  };
}

/**
 * Weighed by traffic where our rules record what it is made of; else, as for
 * probes and rules of Sloth itself, the mean of the ratios.
 */
function errorRatioPerStep(
  of: (metric: string) => string,
  stepSeconds: number,
): string {
  const ratio = of(sliErrorMetric('5m'));
  if (stepSeconds < SHORTEST_WINDOW_SECONDS) {
    return max(ratio);
  }
  const sum = perStep(stepSeconds, 'sum_over_time');
  const mean = perStep(stepSeconds, 'avg_over_time');
  return `(${sum(of(EVENT_METRICS.errors))} / (${sum(
    of(EVENT_METRICS.events),
  )} > 0) or ${mean(ratio)})`;
}
