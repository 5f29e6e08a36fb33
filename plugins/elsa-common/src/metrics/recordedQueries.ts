/**
 * Queries on the series that the generated rules record, named as Sloth names
 * them (https://sloth.dev), with the environment as a label.
 */
import { InputError } from '@backstage/errors';
import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import { anyOf, type LabelMatcher, max, selector } from './promql';

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

/** @public */
export interface SloSeriesQueries {
  /** 1 - error ratio over 5 minutes. */
  sli: string;
  /** Remaining share of the budget over the rolling window. */
  remaining: string;
  /** Burn rate over 1 hour. */
  burnRate: string;
}

/**
 * Range queries for the charts of one SLO.
 *
 * @throws InputError when the objective is not between 0 and 1
 * @public
 */
export function recordedSeriesQueries(
  slo: {
    environment: string;
    namespace: string;
    name: string;
    objective: number;
  },
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
  const of = (metric: string) => max(selector(metric, matchers));
  // Twelve digits, so that 1 - 0.999 is written 0.001.
  const budget = Number((1 - slo.objective).toPrecision(12));
  return {
    sli: `1 - ${of(sliErrorMetric('5m'))}`,
    remaining: of(SLOTH_METRICS.periodRemaining),
    burnRate: `${of(sliErrorMetric('1h'))} / ${budget}`,
  };
}
