import {
  bucketBoundsSeconds,
  METRIC_PROFILES,
  type MetricProfileId,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { HostImage, hostProfiles } from '../profiles';
import type { LockProvider } from '../profiles';
import type { ParsedEnvironmentSpec, Preset, Size } from './schema';
import type { ResolvedEnvironmentSpec } from './resolved';

/** Release of each provider that the chart's images have. @public */
export const DEFAULT_DATABASE_VERSIONS = {
  postgresql: '17',
  sqlserver: '2022',
  mysql: '8.4',
  sqlite: undefined,
};

/** Fills in what follows from other fields. */
export function complete(spec: ParsedEnvironmentSpec): ResolvedEnvironmentSpec {
  const { name } = spec.metadata;
  return {
    ...spec,
    metadata: { ...spec.metadata, title: spec.metadata.title ?? name },
    owner: fullReference(spec.owner, 'group'),
    system: fullReference(spec.system ?? systemOf(name), 'system'),
    isSystemDerived: spec.system === undefined,
    lifecycle: spec.lifecycle ?? 'experimental',
    size: spec.size ?? 'small',
    target: {
      ...spec.target,
      namespace: spec.target.namespace ?? name,
    },
    host: completeHost(spec),
    server: { ...spec.server, locks: spec.server.locks ?? defaultLocks(spec) },
    database: completeDatabase(spec),
    backup: {
      ...spec.backup,
      // CloudNativePG takes its own backups; a dump would read all data each time.
      method:
        spec.backup.method ??
        (spec.database.mode === 'cloudnativepg' ? 'volume-snapshot' : 'dump'),
      objectStore: spec.backup.objectStore && {
        ...spec.backup.objectStore,
        useWorkloadIdentity:
          spec.backup.objectStore.useWorkloadIdentity ?? true,
      },
    },
    exposure: completeExposure(spec),
    secrets: {
      ...spec.secrets,
      names: {
        server: spec.secrets.names.server ?? `${name}-server`,
        database: spec.secrets.names.database ?? `${name}-database`,
        redis: spec.secrets.names.redis ?? `${name}-redis`,
        rabbitmq: spec.secrets.names.rabbitmq ?? `${name}-rabbitmq`,
        backup: spec.secrets.names.backup ?? `${name}-backup`,
      },
      remotePath: spec.secrets.remotePath ?? `elsa/${name}`,
    },
    security: completeSecurity(spec),
    ...completeMonitoring(spec),
    delivery: completeDelivery(spec),
  };
}

/** `group:default/payments` from `payments`. */
export function fullReference(reference: string, kind: string): string {
  const [, statedKind, namespace, name] =
    /^(?:([^:/]+):)?(?:([^/]+)\/)?(.+)$/.exec(reference) ?? [];
  return `${(statedKind ?? kind).toLowerCase()}:${namespace ?? 'default'}/${name}`;
}

/** `payments` from `payments-production`: what remains without the stage. */
function systemOf(name: string): string {
  const stem = name.replace(
    /-(production|prod|staging|stage|development|dev|test|testing|qa|uat|preview)(-[a-z0-9]+)?$/,
    '',
  );
  return stem;
}

function completeHost(spec: ParsedEnvironmentSpec) {
  const { images } = hostProfiles[spec.host.profile];
  return {
    ...spec.host,
    server: completeImage(spec.host.server, images.server),
    studio: completeImage(spec.host.studio, images.studio),
  };
}

/** A stated digest, tag or repository replaces the whole of what the profile pins. */
function completeImage(
  image: ParsedEnvironmentSpec['host']['server'],
  fallback: HostImage | undefined,
): HostImage {
  const repository = image.repository ?? fallback?.repository ?? '';
  if (image.tag || image.digest) {
    return { repository, tag: image.tag, digest: image.digest };
  }
  // Another repository has other tags, except a mirror of the same image.
  const isSameImage =
    repository.split('/').pop() === fallback?.repository.split('/').pop();
  return isSameImage
    ? { repository, tag: fallback?.tag, digest: fallback?.digest }
    : { repository };
}

function defaultLocks(spec: ParsedEnvironmentSpec): LockProvider | undefined {
  const { lockProviders } = hostProfiles[spec.host.profile].server;
  if (spec.redis.enabled && lockProviders.redis) return 'redis';
  const { provider } = spec.database;
  if (provider === 'postgresql' && lockProviders.postgresql) return provider;
  if (provider === 'sqlserver' && lockProviders.sqlserver) return provider;
  return lockProviders.file ? 'file' : undefined;
}

function completeDatabase(spec: ParsedEnvironmentSpec) {
  const { database } = spec;
  return {
    ...database,
    version: database.version ?? DEFAULT_DATABASE_VERSIONS[database.provider],
  };
}

function completeExposure(spec: ParsedEnvironmentSpec) {
  const { exposure } = spec;
  const studio = exposure.hosts.studio ?? exposure.host;
  return {
    ...exposure,
    hosts: {
      server:
        exposure.hosts.server ??
        (exposure.host ? serverHostBeside(exposure.host) : undefined),
      ...(spec.studio.enabled && studio !== undefined && { studio }),
    },
    tls: {
      ...exposure.tls,
      source: exposure.tls.source ?? defaultTlsSource(spec),
    },
  };
}

/** One label deep, so that a wildcard certificate covers both. */
function serverHostBeside(host: string): string {
  const [first, ...rest] = host.split('.');
  return [`${first}-api`, ...rest].join('.');
}

function defaultTlsSource(spec: ParsedEnvironmentSpec) {
  const { kind, gateway } = spec.exposure;
  // The platform's Gateway and the load balancer end TLS with their own certificates.
  const edgeHasCertificate =
    kind === 'alb' || (kind === 'gateway' && gateway.mode === 'shared');
  return edgeHasCertificate ? 'edge' : 'cert-manager';
}

function completeSecurity({ security, monitoring }: ParsedEnvironmentSpec) {
  const { networkPolicy } = security;
  return {
    ...security,
    networkPolicy: {
      ...networkPolicy,
      monitoringNamespace:
        networkPolicy.monitoringNamespace ?? monitoring.namespace,
    },
  };
}

function completeMonitoring(spec: ParsedEnvironmentSpec) {
  const profile = hostProfiles[spec.host.profile];
  const metricProfile = spec.monitoring.metricProfile ?? defaultMetrics(spec);
  const isOwn =
    metricProfile !== undefined &&
    profile.metricSources.includes(metricProfile);
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

/** The bucket bound that lies nearest to half a second. */
function defaultThreshold(metricProfile: MetricProfileId | undefined): number {
  const bounds = metricProfile
    ? bucketBoundsSeconds(METRIC_PROFILES[metricProfile].requests.latency)
    : [];
  const [nearest] = [...bounds].sort(
    (a, b) => Math.abs(Math.log(a / 0.5)) - Math.abs(Math.log(b / 0.5)),
  );
  return Math.round((nearest ?? 0.5) * 1000);
}

/** The mesh sees every request, the edge those from outside, an own host what it counts. */
function defaultMetrics(
  spec: ParsedEnvironmentSpec,
): MetricProfileId | undefined {
  if (spec.mesh.kind !== 'none') return spec.mesh.kind;
  const { kind, gateway } = spec.exposure;
  if (kind === 'ingress-nginx') return 'ingress-nginx';
  if (kind === 'traefik' || kind === 'ingress-traefik') return 'traefik';
  if (kind === 'istio') return 'istio';
  if (kind === 'gateway' && gateway.implementation === 'traefik') {
    return 'traefik';
  }
  return spec.monitoring.otlpEndpoint !== undefined &&
    hostProfiles[spec.host.profile].metricSources.includes('otel')
    ? 'otel'
    : undefined;
}

function defaultSlos(
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

function completeDelivery(spec: ParsedEnvironmentSpec) {
  const { delivery } = spec;
  const { argocd, repository } = delivery;
  const hasDestination =
    argocd.destination.name !== undefined ||
    argocd.destination.server !== undefined;
  return {
    ...delivery,
    argocd: {
      ...argocd,
      enabled: argocd.enabled ?? repository.url !== undefined,
      project: argocd.project ?? spec.metadata.name,
      destination: hasDestination
        ? argocd.destination
        : { name: spec.target.cluster },
    },
    ci: delivery.ci ?? defaultCi(repository.url),
  };
}

function defaultCi(url: string | undefined): 'github' | 'gitlab' {
  return url !== undefined && /(^|[./-])gitlab[.-]/.test(new URL(url).hostname)
    ? 'gitlab'
    : 'github';
}

/** For the presets: the size decides what is not stated. */
export function sizeOf(input: unknown, preset: { size?: Size }): Size {
  const stated =
    typeof input === 'object' && input !== null && 'size' in input
      ? input.size
      : undefined;
  return stated === 'small' || stated === 'medium' || stated === 'large'
    ? stated
    : (preset.size ?? 'small');
}
