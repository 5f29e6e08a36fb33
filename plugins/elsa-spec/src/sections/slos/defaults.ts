import {
  bucketBoundsSeconds,
  METRIC_PROFILES,
  type MetricProfileId,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { ResolvedEnvironmentSpec } from '../resolved';
import type { Preset } from '../schema';

/** The bucket bound that lies nearest to half a second. */
export function defaultThreshold(
  metricProfile: MetricProfileId | undefined,
): number {
  const bounds = metricProfile
    ? bucketBoundsSeconds(METRIC_PROFILES[metricProfile].requests.latency)
    : [];
  const [nearest] = [...bounds].sort(
    (a, b) => Math.abs(Math.log(a / 0.5)) - Math.abs(Math.log(b / 0.5)),
  );
  return Math.round((nearest ?? 0.5) * 1000);
}

export function defaultSlos(
  preset: Preset,
  metricProfile: MetricProfileId | undefined,
  isProbed: boolean,
): ResolvedEnvironmentSpec['slos'] {
  const objectives = {
    development: { availability: 0.99, success: 0.99, latency: 0.95 },
    staging: { availability: 0.99, success: 0.995, latency: 0.95 },
    production: { availability: 0.9995, success: 0.999, latency: 0.95 },
  }[preset];
  return [
    ...(isProbed
      ? [
          {
            name: 'availability',
            indicator: 'availability' as const,
            objective: objectives.availability,
            windowDays: 30,
          },
        ]
      : []),
    ...(metricProfile
      ? [
          {
            name: 'success',
            indicator: 'success' as const,
            objective: objectives.success,
            windowDays: 30,
          },
          {
            name: 'latency',
            indicator: 'latency' as const,
            objective: objectives.latency,
            windowDays: 30,
          },
        ]
      : []),
  ];
}
