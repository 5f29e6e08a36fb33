import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import { identityLabels } from './identity';
import type { LabelMatcher } from './promql';
import { errorExpression, eventSli, totalExpression } from './sli';
import { probeErrorRatio } from './sloQueries';
import type { MetricProfile, SloIndicator } from './types';

/** @public */
export interface RawSliQuery {
  /** Error ratio 0 to 1 of every environment. */
  query: string;
  /** Labels of the result that say whose it is; see `createTargetIndex`. */
  labels: string[];
}

const PROBE_LABELS = [ELSA_ENVIRONMENT_METRIC_LABEL, 'namespace'];

/**
 * Error ratio over one window for all environments at once, from raw metrics:
 * for a Prometheus that has no recorded series. The same meaning as
 * `buildSloQueries`: 0 without errors, no sample without traffic.
 *
 * @param servicePattern - RE2 for the Services and workloads of Elsa servers
 * @param extraMatchers - such as the cluster's label in a shared Prometheus
 * @throws InputError as `buildSloQueries`
 * @public
 */
export function buildRawSliQuery(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
  options: {
    servicePattern?: string;
    extraMatchers?: readonly LabelMatcher[];
  } = {},
): RawSliQuery {
  const extra = options.extraMatchers ?? [];
  if (slo.kind === 'availability') {
    const matchers: LabelMatcher[] = [
      { label: ELSA_ENVIRONMENT_METRIC_LABEL, operator: '!=', value: '' },
      ...extra,
    ];
    return {
      query: probeErrorRatio(matchers, PROBE_LABELS, window),
      labels: PROBE_LABELS,
    };
  }
  const { identity } = profile;
  const servicePattern = options.servicePattern ?? '.+-server';
  const matchers: LabelMatcher[] = [
    identity.kind === 'labels'
      ? { label: identity.service, operator: '=~', value: servicePattern }
      : {
          label: identity.label,
          operator: '=~',
          value: identity.pattern
            .replace('NAMESPACE', () => '.+')
            .replace('SERVICE', () => `(?:${servicePattern})`),
        },
    ...extra,
  ];
  const labels = identityLabels(identity);
  const sli = eventSli(profile, slo, window);
  const total = totalExpression(sli, slo, matchers, labels);
  const zero = `${sli.total(matchers, labels)} * 0`;
  const errors = errorExpression(sli, matchers, labels, zero);
  return { query: `(${errors}) / (${total})`, labels };
}
