import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Combination, Options } from './pairwise';

/**
 * Everything one can choose, with the plain choice first. Each value is a
 * part of a spec; parts of one combination are merged.
 */
export const options = {
  preset: ['production', 'staging', 'development'],
  kubernetesVersion: ['1.36', '1.35', '1.37'],
  profile: ['clustered', 'official', 'legacy-v3-5'],
  size: ['small', 'medium', 'large'],
  cloud: [
    { cloud: 'generic' },
    { cloud: 'aws', spot: 'preferred' },
    { cloud: 'azure', spot: 'only', createStorageClass: true },
    {
      cloud: 'gcp',
      createStorageClass: true,
      createVolumeSnapshotClass: true,
    },
  ],
  database: [
    { provider: 'postgresql', mode: 'embedded' },
    { provider: 'postgresql', mode: 'embedded', version: '18' },
    {
      provider: 'postgresql',
      mode: 'external',
      external: { host: 'db.example.com', tls: 'verify-full' },
    },
    { provider: 'postgresql', mode: 'cloudnativepg', instances: 3 },
    {
      provider: 'sqlserver',
      mode: 'embedded',
      sqlserver: { acceptEula: true, edition: 'Express' },
    },
    {
      provider: 'sqlserver',
      mode: 'external',
      external: { host: 'sql.example.com', tls: 'require' },
    },
    { provider: 'mysql', mode: 'embedded' },
    {
      provider: 'mysql',
      mode: 'external',
      external: { host: 'mysql.example.com', port: 3307, tls: 'require' },
    },
    { provider: 'sqlite', mode: 'embedded' },
  ],
  pgbouncer: [
    { enabled: false },
    { enabled: true, poolMode: 'session' },
    { enabled: true, poolMode: 'transaction', replicas: 2 },
  ],
  redis: [
    { enabled: false },
    { enabled: true, engine: 'valkey', mode: 'embedded' },
    { enabled: true, engine: 'redis', mode: 'embedded', storage: {} },
    {
      enabled: true,
      mode: 'external',
      external: { host: 'redis.example.com', tls: true },
    },
  ],
  rabbitmq: [
    { enabled: false },
    { enabled: true, mode: 'embedded' },
    { enabled: true, mode: 'operator', replicas: 3 },
    {
      enabled: true,
      mode: 'external',
      external: { host: 'mq.example.com', virtualHost: 'elsa' },
    },
  ],
  backup: [
    'none',
    'dump',
    'volume-snapshot',
    'object-store',
    'new-object-store',
    'velero',
  ],
  storageClass: [undefined, 'fast'],
  exposure: [
    { kind: 'gateway' },
    {
      kind: 'gateway',
      gateway: { implementation: 'envoy-gateway' },
      rateLimit: { requestsPerSecond: 100, burst: 200 },
    },
    { kind: 'gateway', gateway: { implementation: 'istio' } },
    { kind: 'gateway', gateway: { implementation: 'traefik' } },
    {
      kind: 'gateway',
      gateway: { mode: 'own', className: 'public' },
      tls: { source: 'cert-manager' },
    },
    {
      kind: 'gateway',
      gateway: { mode: 'listenerset' },
      tls: { source: 'secret', secretName: 'elsa-tls' },
    },
    { kind: 'ingress', ingressClassName: 'haproxy' },
    {
      kind: 'ingress-nginx',
      rateLimit: { requestsPerSecond: 100 },
      tls: { source: 'secret', secretName: 'elsa-tls' },
    },
    { kind: 'ingress-nginx' },
    { kind: 'ingress-traefik', rateLimit: { requestsPerSecond: 20 } },
    {
      kind: 'traefik',
      rateLimit: { requestsPerSecond: 100, burst: 50 },
      tls: { source: 'cert-manager' },
    },
    {
      kind: 'alb',
      alb: {
        scheme: 'internet-facing',
        sourceCidrs: ['10.0.0.0/16'],
        certificateArn:
          'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
      },
    },
    { kind: 'istio' },
    { kind: 'none' },
  ],
  cors: [undefined, { origins: ['https://app.example.com'] }],
  securityHeaders: [false, true],
  scaling: [
    {},
    { replicas: 3 },
    { autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 5 } },
    {
      autoscaling: {
        enabled: true,
        minReplicas: 3,
        maxReplicas: 9,
        targetMemoryUtilization: 85,
      },
    },
    {
      autoscaling: {
        enabled: true,
        kind: 'keda',
        minReplicas: 2,
        maxReplicas: 6,
      },
    },
    {
      autoscaling: {
        enabled: true,
        kind: 'keda',
        minReplicas: 2,
        maxReplicas: 6,
        requestsPerSecond: 50,
      },
    },
  ],
  verticalAutoscaler: [false, true],
  spreadZones: ['preferred', 'required', 'none'],
  studio: [{}, { enabled: false }, { replicas: 2 }],
  mesh: [
    { kind: 'none' },
    { kind: 'istio' },
    { kind: 'istio', istio: { dataplane: 'ambient' } },
    { kind: 'linkerd' },
    { kind: 'linkerd', canary: { service: 'elsa-canary', weight: 10 } },
  ],
  secrets: [
    { kind: 'existing' },
    { kind: 'external-secrets', store: { name: 'vault' } },
    {
      kind: 'external-secrets',
      store: { kind: 'SecretStore', name: 'local' },
      remotePath: 'teams/payments',
    },
  ],
  networkPolicy: [{}, { enabled: false }, { allowHttpsEgress: false }],
  limits: [
    {},
    {
      limitRange: true,
      resourceQuota: { enabled: true, cpu: '64', memory: '128Gi', pods: 100 },
    },
  ],
  metrics: ['app', 'prometheus-net', 'edge', 'guide', 'none', 'off'],
  packaging: ['helm', 'kustomize'],
  argocd: [{}, { enabled: true, automated: false }],
} satisfies Options;

type Choice = { [Name in keyof typeof options]: unknown };

const records = (value: unknown) => value as Record<string, unknown>;

/** Edges and meshes whose own metrics tell of requests. */
function edgeProfile(exposure: Record<string, unknown>, mesh: unknown) {
  if (mesh === 'istio' || mesh === 'linkerd') return mesh;
  const implementation = records(exposure.gateway ?? {}).implementation;
  if (implementation === 'istio' || implementation === 'traefik') {
    return implementation;
  }
  if (exposure.kind === 'ingress-nginx') return 'ingress-nginx';
  if (exposure.kind === 'traefik' || exposure.kind === 'ingress-traefik') {
    return 'traefik';
  }
  return undefined;
}

function monitoringOf(metrics: unknown, edge: string | undefined) {
  switch (metrics) {
    case 'off':
      return { enabled: false };
    case 'none':
      return { enabled: true, dashboard: { enabled: false } };
    case 'edge':
      return { enabled: true, metricProfile: edge };
    case 'app':
      return {
        enabled: true,
        metricProfile: 'otel',
        collection: 'otlp',
        otlpEndpoint: 'http://collector.monitoring.svc:4317',
      };
    default:
      return { enabled: true, metricProfile: metrics };
  }
}

function backupOf(method: unknown) {
  switch (method) {
    case 'none':
      return { enabled: false };
    case 'velero':
      return { enabled: true, velero: { enabled: true } };
    case 'volume-snapshot':
      return { enabled: true, method, volumeSnapshotClass: 'snapshots' };
    case 'object-store':
      return { enabled: true, method, objectStore: { existing: 'backups' } };
    case 'new-object-store':
      return {
        enabled: true,
        method: 'object-store',
        objectStore: {
          destinationPath: 's3://backups/payments',
          useWorkloadIdentity: true,
        },
      };
    default:
      return { enabled: true, method };
  }
}

function imagesOf(profile: unknown) {
  if (profile === 'clustered') {
    return {
      server: {
        repository: 'registry.example.com/payments/elsa-server',
        tag: '1.4.2',
      },
      studio: {
        repository: 'registry.example.com/payments/elsa-studio',
        tag: '1.4.2',
      },
    };
  }
  if (profile === 'legacy-v3-5') {
    // Frozen images that were never given a version: only digests name them.
    return {
      server: { digest: `sha256:${'1a'.repeat(32)}` },
      studio: { digest: `sha256:${'2b'.repeat(32)}` },
    };
  }
  return {};
}

/** The spec that a combination stands for. */
export function toSpec(combination: Combination): EnvironmentSpec {
  const choice = combination as Choice;
  const { rateLimit, tls, ...exposure } = records(choice.exposure);
  const { cloud, spot, ...storage } = records(choice.cloud);
  const isExposed = exposure.kind !== 'none';
  const redis = records(choice.redis);
  const provider = records(choice.database).provider;
  return {
    apiVersion: 'elsa-portal.io/v1alpha1',
    kind: 'ElsaEnvironment',
    metadata: { name: 'payments', title: 'Payments: "workflows" & {{ more }}' },
    owner: 'group:default/payments',
    preset: choice.preset,
    size: choice.size,
    target: {
      cluster: 'production-eu',
      namespace: 'payments-elsa',
      kubernetesVersion: choice.kubernetesVersion,
      cloud,
    },
    host: { profile: choice.profile, ...imagesOf(choice.profile) },
    server: {
      ...records(choice.scaling),
      locks:
        choice.profile === 'clustered' &&
        redis.enabled &&
        provider !== 'postgresql'
          ? 'redis'
          : undefined,
      verticalAutoscaler: choice.verticalAutoscaler,
      placement: { spot, spreadZones: choice.spreadZones },
    },
    studio: isExposed ? choice.studio : { enabled: false },
    database: choice.database,
    pgbouncer: choice.pgbouncer,
    redis,
    rabbitmq: choice.rabbitmq,
    backup: backupOf(choice.backup),
    storage: { ...storage, storageClass: choice.storageClass },
    exposure: {
      ...exposure,
      ...(isExposed && {
        hosts: { server: 'elsa-api.example.com', studio: 'elsa.example.com' },
      }),
      tls,
      rateLimit,
      cors: choice.cors,
      securityHeaders: choice.securityHeaders,
    },
    mesh: choice.mesh,
    security: {
      networkPolicy: choice.networkPolicy,
      ...records(choice.limits),
    },
    secrets: choice.secrets,
    monitoring: monitoringOf(
      choice.metrics,
      edgeProfile(exposure, records(choice.mesh).kind),
    ),
    delivery: {
      packaging: choice.packaging,
      repository: { url: 'https://git.example.com/payments/elsa.git' },
      argocd: choice.argocd,
    },
  } as EnvironmentSpec;
}
