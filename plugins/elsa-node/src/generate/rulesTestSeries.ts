import {
  bucketBoundsSeconds,
  type LabelMatcher,
  type MetricProfile,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { Environment, Spec } from '../files/types';

type Slo = Spec['slos'][number];

/** A series as promtool's tests write it. */
export interface InputSeries {
  series: string;
  values: string;
}

/** Series in which every event is bad; undefined where none can be made up. */
export function badSeries(
  environment: Environment,
  slo: Slo,
  minutes: number,
): InputSeries[] | undefined {
  return series(environment, slo, minutes, true);
}

/** Series in which every event is good. */
export function goodSeries(
  environment: Environment,
  slo: Slo,
  minutes: number,
): InputSeries[] | undefined {
  return series(environment, slo, minutes, false);
}

function series(
  { spec, profiles }: Environment,
  slo: Slo,
  minutes: number,
  isBad: boolean,
): InputSeries[] | undefined {
  if (slo.indicator === 'availability') {
    return [
      {
        series: write('probe_success', {
          elsa_environment: spec.metadata.name,
          namespace: spec.target.namespace,
          instance: 'public',
        }),
        values: `${isBad ? 0 : 1}x${minutes}`,
      },
    ];
  }
  const profile = profiles.metrics;
  if (!profile) return undefined;
  if (slo.indicator === 'success') {
    return successSeries(spec, profile, minutes, isBad);
  }
  if (slo.indicator === 'latency') {
    return latencySeries(spec, profile, slo, minutes, isBad);
  }
  // Database, workflow and own queries: nobody but their author knows the series.
  return undefined;
}

function successSeries(
  spec: Spec,
  profile: MetricProfile,
  minutes: number,
  isBad: boolean,
): InputSeries[] {
  return [
    {
      series: write(profile.requests.total, {
        ...commonLabels(spec, profile),
        ...(isBad
          ? examples(profile.requests.failed)
          : good(profile.requests.failed)),
      }),
      values: `0+60x${minutes}`,
    },
  ];
}

function latencySeries(
  spec: Spec,
  profile: MetricProfile,
  slo: Slo,
  minutes: number,
  isBad: boolean,
): InputSeries[] | undefined {
  const { latency } = profile.requests;
  const threshold = (slo.thresholdMilliseconds ?? 0) / 1000;
  const bounds = bucketBoundsSeconds(latency);
  const index = bounds.findIndex(
    bound => Math.abs(bound - threshold) < 1e-9 * threshold,
  );
  if (index < 0) return undefined;
  const labels = {
    ...commonLabels(spec, profile),
    ...good(profile.requests.failed),
  };
  const growing = `0+60x${minutes}`;
  return [
    {
      series: write(`${latency.metric}_bucket`, {
        ...labels,
        le: String(latency.bucketBounds[index]),
      }),
      values: isBad ? `0x${minutes}` : growing,
    },
    {
      series: write(`${latency.metric}_bucket`, { ...labels, le: '+Inf' }),
      values: growing,
    },
    { series: write(`${latency.metric}_count`, labels), values: growing },
  ];
}

function commonLabels(
  spec: Spec,
  profile: MetricProfile,
): Record<string, string> {
  const { identity } = profile;
  const service = `${spec.metadata.name}-server`;
  const { namespace } = spec.target;
  return {
    ...examples(profile.requests.scope),
    ...(identity.kind === 'labels'
      ? { [identity.namespace]: namespace, [identity.service]: service }
      : {
          [identity.label]: exampleOf(identity.pattern)
            .replace('NAMESPACE', () => namespace)
            .replace('SERVICE', () => service),
        }),
  };
}

/** A label set that these matchers match. */
function examples(matchers: readonly LabelMatcher[]): Record<string, string> {
  return Object.fromEntries(
    matchers
      .filter(({ operator }) => operator === '=' || operator === '=~')
      .map(({ label, operator, value }) => [
        label,
        operator === '=' ? value : exampleOf(value),
      ]),
  );
}

/** A label set of a request that did not fail. */
function good(matchers: readonly LabelMatcher[]): Record<string, string> {
  return Object.fromEntries(
    matchers.map(({ label, operator, value }) => [
      label,
      // Codes fail with 5xx; other labels name the outcome.
      operator === '=' && !/^[0-9]/.test(value) ? 'success' : '200',
    ]),
  );
}

/** A text that a simple regular expression matches: the first of alternatives, no optional parts. */
function exampleOf(pattern: string): string {
  return pattern
    .replace(/\([^()]*\)\?/g, '')
    .replace(/\(\?:([^()|]*)[^()]*\)/g, '$1')
    .replace(/\(([^()|]*)[^()]*\)/g, '$1')
    .replace(/\[[^\]]*\][+*]?/g, '80')
    .replace(/\.\+|\.\*/g, 'x')
    .split('|')[0]
    .replace(/\./g, '0');
}

function write(metric: string, labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `${metric}{${pairs.join(',')}}`;
}
