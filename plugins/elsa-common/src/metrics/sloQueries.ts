import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import { targetMatchers } from './identity';
import {
  anyOf,
  type LabelMatcher,
  rangeWindow,
  selector,
  sum,
  WINDOW_PLACEHOLDER,
} from './promql';
import { errorExpression, eventSli, totalExpression } from './sli';
import type {
  MetricProfile,
  MetricTarget,
  SloIndicator,
  SloQueries,
} from './types';

/** Result of a blackbox probe: 1 or 0. */
const PROBE_METRIC = 'probe_success';

/**
 * Labels that the probe of an environment's public address must carry, set as
 * static labels of the `Probe` object.
 *
 * @public
 */
export function probeLabels(target: MetricTarget): Record<string, string> {
  return {
    [ELSA_ENVIRONMENT_METRIC_LABEL]: target.environment,
    namespace: target.namespace,
  };
}

/** Failed share of all probes from all places, 0 to 1; absent without probes. */
export function probeErrorRatio(
  matchers: readonly LabelMatcher[],
  by: readonly string[],
  window: string,
): string {
  const range = `${selector(PROBE_METRIC, matchers)}[${rangeWindow(window)}]`;
  return `1 - ${sum(`sum_over_time(${range})`, by)} / ${sum(
    `count_over_time(${range})`,
    by,
  )}`;
}

/**
 * Queries of one environment's SLI, as Sloth's raw and events SLIs take them:
 * `{{.window}}` stands for the range. `errorQuery` and `totalQuery` each have
 * to be put in parentheses before they are divided (Sloth does).
 *
 * Without errors the ratio is 0; without traffic there is no sample.
 *
 * @throws InputError when the profile cannot measure this, such as a latency
 * threshold that is no bucket, or database metrics from an ingress
 * @public
 */
export function buildSloQueries(
  profile: MetricProfile,
  target: MetricTarget,
  slo: SloIndicator,
): SloQueries {
  if (slo.kind === 'availability') {
    const matchers = Object.entries(probeLabels(target)).map(([label, value]) =>
      anyOf(label, [value]),
    );
    return {
      errorRatioQuery: probeErrorRatio(matchers, [], WINDOW_PLACEHOLDER),
    };
  }
  const sli = eventSli(profile, slo, WINDOW_PLACEHOLDER);
  const matchers = targetMatchers(profile.identity, target);
  return {
    errorQuery: errorExpression(sli, matchers, [], 'vector(0)'),
    totalQuery: totalExpression(sli, slo, matchers, []),
  };
}

/**
 * One expression for the error ratio over a window.
 *
 * @public
 */
export function errorRatioExpression(
  queries: SloQueries,
  window: string,
): string {
  const expression =
    queries.errorRatioQuery !== undefined
      ? queries.errorRatioQuery
      : `(${queries.errorQuery}) / (${queries.totalQuery})`;
  return expression.split(WINDOW_PLACEHOLDER).join(rangeWindow(window));
}
