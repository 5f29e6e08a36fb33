import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Combination, Options } from './pairwise';

const sealed = `Ag${'B7'.repeat(60)}`;

/** Every key that some choice needs, as `kubeseal --raw` prints values. */
const sealedValues = Object.fromEntries(
  Object.entries({
    server: [
      'signing-key',
      'admin-username',
      'admin-password',
      'api-key-hash',
      'api-key-salt',
      ...[0, 1, 2].flatMap(user => [
        `user-${user}-password-hash`,
        `user-${user}-password-salt`,
      ]),
    ],
    database: ['password', 'admin-password'],
    redis: ['password'],
    rabbitmq: ['username', 'password'],
    backup: [
      'access-key-id',
      'secret-access-key',
      'storage-account',
      'storage-key',
      'google-credentials.json',
    ],
  }).map(([component, keys]) => [
    component,
    Object.fromEntries(keys.map(key => [key, sealed])),
  ]),
);

/** The ways out for what the form does not foresee. */
const allExtras = {
  server: {
    env: [
      { name: 'Greeting', value: 'costs $(HOME) "quoted": {{ text }} \\ # no' },
      { name: 'Token', secret: { name: 'team-secrets', key: 'token' } },
      { name: 'Region', configMap: { name: 'team-settings', key: 'region' } },
    ],
    volumes: [
      {
        name: 'templates',
        mountPath: '/mnt/templates',
        configMap: 'team-settings',
      },
      { name: 'scratch', mountPath: '/mnt/scratch', emptyDirSizeLimit: '64Mi' },
    ],
    podLabels: { 'example.com/cost-center': '4711' },
    podAnnotations: { 'example.com/note': 'yes: "no"' },
  },
  networkPolicy: {
    allowMail: true,
    egress: [{ cidr: '192.0.2.0/24', ports: [389, 636], protocol: 'TCP' }],
  },
  viewers: [{ kind: 'Group', name: 'oidc:team-payments' }],
  extra: {
    labels: { 'example.com/team': 'payments' },
    annotations: { 'example.com/contact': 'payments@example.com, "on call"' },
    objects: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'team-settings' },
        data: { region: 'eu', text: '{{ not a template }}' },
      },
    ],
  },
};

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
      external: {
        host: 'db.example.com',
        tls: 'verify-full',
        caSecret: { name: 'database-ca', key: 'ca.crt' },
      },
    },
    {
      provider: 'postgresql',
      mode: 'external',
      external: { host: 'db.example.com', port: 6432, tls: 'require' },
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
    's3-keys',
    'azure-keys',
    'google-keys',
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
    {
      kind: 'ingress',
      ingressClassName: 'haproxy',
      controllerNamespace: 'haproxy-controller',
    },
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
    {
      kind: 'linkerd',
      canary: { service: 'elsa-canary', weight: 10 },
      // Limits rates where the edge does not.
      rateLimit: { requestsPerSecond: 50 },
    },
  ],
  secrets: [
    { kind: 'existing' },
    { kind: 'external-secrets', store: { name: 'vault' } },
    {
      kind: 'external-secrets',
      store: { kind: 'SecretStore', name: 'local' },
      remotePath: 'teams/payments',
    },
    { kind: 'sealed-secrets', sealed: sealedValues },
  ],
  networkPolicy: [{}, { enabled: false }, { allowHttpsEgress: false }],
  limits: [
    {},
    {
      limitRange: true,
      resourceQuota: { enabled: true, cpu: '64', memory: '128Gi', pods: 100 },
    },
  ],
  metrics: [
    'none',
    'app',
    'app-elsewhere',
    'prometheus-net',
    'edge',
    'guide',
    'off',
  ],
  migrationArguments: [undefined, ['--migrate']],
  extras: ['none', 'all'],
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
    case 'app-elsewhere':
      return {
        enabled: true,
        metricProfile: 'otel',
        collection: 'otlp',
        otlpEndpoint:
          metrics === 'app'
            ? 'http://collector.observability.svc:4317'
            : 'https://otlp.example.com',
      };
    default:
      return { enabled: true, metricProfile: metrics };
  }
}

/** An object store that is signed in to with keys, not with a cloud identity. */
const backupByKeys = (destinationPath: string) => ({
  enabled: true,
  method: 'object-store',
  objectStore: { destinationPath, useWorkloadIdentity: false },
});

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
          serviceAccountAnnotations: {
            'eks.amazonaws.com/role-arn':
              'arn:aws:iam::123456789012:role/backups',
          },
        },
      };
    case 's3-keys':
      return backupByKeys('s3://backups/payments');
    case 'azure-keys':
      return backupByKeys('https://backups.blob.core.windows.net/payments');
    case 'google-keys':
      return backupByKeys('gs://backups/payments');
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
  const { rateLimit, tls, controllerNamespace, ...exposure } = records(
    choice.exposure,
  );
  const { rateLimit: meshLimit, ...mesh } = records(choice.mesh);
  const extras = choice.extras === 'all' ? allExtras : undefined;
  const { cloud, spot, ...storage } = records(choice.cloud);
  const isExposed = exposure.kind !== 'none';
  // The legacy images accept published credentials.
  const isRisk = isExposed && choice.profile === 'legacy-v3-5';
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
    host: {
      profile: choice.profile,
      ...imagesOf(choice.profile),
      migrationArguments: choice.migrationArguments,
    },
    server: {
      ...extras?.server,
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
      ...(isRisk && { allowedSources: ['10.20.0.0/16', '2001:db8::/32'] }),
      ...(isExposed && {
        hosts: { server: 'elsa-api.example.com', studio: 'elsa.example.com' },
      }),
      tls,
      rateLimit: rateLimit ?? (isExposed ? meshLimit : undefined),
      cors: choice.cors,
      securityHeaders: choice.securityHeaders,
    },
    mesh,
    security: {
      networkPolicy: {
        ...extras?.networkPolicy,
        ...records(choice.networkPolicy),
        controllerNamespace,
      },
      ...(isRisk && { acknowledge: ['public-credentials-3.5'] }),
      viewers: extras?.viewers,
      ...records(choice.limits),
    },
    secrets: choice.secrets,
    extra: extras?.extra,
    monitoring: monitoringOf(choice.metrics, edgeProfile(exposure, mesh.kind)),
    delivery: {
      packaging: choice.packaging,
      repository: { url: 'https://git.example.com/payments/elsa.git' },
      argocd: choice.argocd,
    },
  } as EnvironmentSpec;
}
