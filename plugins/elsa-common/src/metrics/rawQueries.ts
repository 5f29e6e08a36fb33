import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import { identityLabels } from './identity';
import type { LabelMatcher } from './promql';
import { errorExpression, eventSli, totalExpression } from './sli';
import { probeErrorRatio } from './sloQueries';
import type { MetricIdentity, MetricProfile, SloIndicator } from './types';

/** @public */
export interface RawSliQuery {
  /** Error ratio 0 to 1 of every environment. */
  query: string;
  /** Labels of the result that say whose it is; see `createTargetIndex`. */
  labels: string[];
}

/** Which series of a profile count. @public */
export interface RawQueryOptions {
  /** RE2 for the Services and workloads of Elsa servers. */
  servicePattern?: string;
  /** Such as the cluster's label in a shared Prometheus. */
  extraMatchers?: readonly LabelMatcher[];
}

const PROBE_LABELS = [ELSA_ENVIRONMENT_METRIC_LABEL, 'namespace'];

/**
 * Error ratio over one window for all environments at once, from raw metrics:
 * for a Prometheus that has no recorded series. The same meaning as
 * `buildSloQueries`: 0 without errors, no sample without traffic.
 *
 * @throws InputError as `buildSloQueries`
 * @public
 */
export function buildRawSliQuery(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
  options: RawQueryOptions = {},
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
  const matchers = profileMatchers(identity, options);
  const labels = identityLabels(identity);
  const sli = eventSli(profile, slo, window);
  const total = totalExpression(sli, slo, matchers, labels);
  const zero = `${sli.total(matchers, labels)} * 0`;
  const errors = errorExpression(sli, matchers, labels, zero);
  return { query: `(${errors}) / (${total})`, labels };
}

function profileMatchers(
  identity: MetricIdentity,
  { servicePattern = '.+-server', extraMatchers = [] }: RawQueryOptions,
): LabelMatcher[] {
  return [
    identity.kind === 'labels'
      ? { label: identity.service, operator: '=~', value: servicePattern }
      : {
          label: identity.label,
          operator: '=~',
          value: identity.pattern
            .replace('NAMESPACE', () => '.+')
            .replace('SERVICE', () => `(?:${servicePattern})`),
        },
    ...extraMatchers,
  ];
}

/**
 * Events per second of every environment over one window; undefined for probes,
 * which are no traffic.
 *
 * @throws InputError as `buildSloQueries`
 * @public
 */
export function buildRawTrafficQuery(
  profile: MetricProfile,
  slo: SloIndicator,
  window: string,
  options: RawQueryOptions = {},
): string | undefined {
  if (slo.kind === 'availability') {
    return undefined;
  }
  const { identity } = profile;
  return eventSli(profile, slo, window).total(
    profileMatchers(identity, options),
    identityLabels(identity),
  );
}
