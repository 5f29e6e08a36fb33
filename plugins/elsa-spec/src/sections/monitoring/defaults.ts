import type { MetricProfileId } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { ParsedEnvironmentSpec } from '../schema';
import type { Profiles } from '../../profiles';
import { defaultSlos, defaultThreshold } from '../slos/defaults';

export function completeMonitoring(
  spec: ParsedEnvironmentSpec,
  profiles: Profiles,
) {
  const metricProfile =
    spec.monitoring.metricProfile ?? defaultMetrics(spec, profiles);
  const isOwn =
    metricProfile !== undefined &&
    profiles.host.metricSources.includes(metricProfile);
  const { namespace } = spec.monitoring;
  const probe = {
    ...spec.monitoring.probe,
    enabled:
      spec.monitoring.probe.enabled ??
      (spec.monitoring.enabled && spec.exposure.kind !== 'none'),
    prober:
      spec.monitoring.probe.prober ??
      `prometheus-blackbox-exporter.${namespace}.svc:9115`,
  };
  const prometheusUrl =
    spec.monitoring.prometheusUrl ??
    `http://prometheus-operated.${namespace}.svc:9090`;
  const collection =
    spec.monitoring.collection ??
    (spec.monitoring.enabled && isOwn
      ? (({ otel: 'otlp' } as const)[metricProfile as 'otel'] ??
        ('service-monitor' as const))
      : ('none' as const));
  return {
    monitoring: {
      ...spec.monitoring,
      ...{ metricProfile, collection, prometheusUrl, probe },
    },
    slos: (
      spec.slos ??
      (spec.monitoring.enabled
        ? defaultSlos(spec.preset, metricProfile, probe.enabled)
        : [])
    ).map(slo => ({
      ...slo,
      ...(slo.indicator === 'latency' && {
        thresholdMilliseconds:
          slo.thresholdMilliseconds ?? defaultThreshold(metricProfile),
      }),
    })),
  };
}

/** The mesh sees every request, the edge those from outside, an own host what it counts. */
function defaultMetrics(
  spec: ParsedEnvironmentSpec,
  { host, exposure }: Profiles,
): MetricProfileId | undefined {
  if (spec.mesh.kind !== 'none') return spec.mesh.kind;
  const { metricProfile, isMetricProfileDefault } = exposure;
  if (metricProfile && isMetricProfileDefault) return metricProfile;
  return spec.monitoring.otlpEndpoint !== undefined &&
    host.metricSources.includes('otel')
    ? 'otel'
    : undefined;
}
