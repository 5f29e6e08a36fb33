import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';

const resources = {
  requests: { cpu: '300m', memory: '768Mi' },
  limits: { cpu: '3', memory: '3Gi' },
};
const storage = { size: '33Gi', storageClass: 'quick' };
const placement = {
  spreadZones: 'required',
  nodeSelector: { 'example.com/pool': 'workflows' },
  tolerations: [
    { key: 'dedicated', value: 'workflows', effect: 'NoSchedule' },
    { key: 'batch', operator: 'Exists', effect: 'PreferNoSchedule' },
    { key: 'maintenance', operator: 'Exists', effect: 'NoExecute' },
  ],
  priorityClassName: 'business',
};
const extras = {
  env: [
    { name: 'Greeting', value: 'hello' },
    { name: 'Token', secret: { name: 'team-secrets', key: 'token' } },
    { name: 'Region', configMap: { name: 'team-settings', key: 'region' } },
  ],
  volumes: [
    { name: 'keys', mountPath: '/mnt/keys', secret: 'team-keys' },
    {
      name: 'settings',
      mountPath: '/mnt/settings',
      configMap: 'team-settings',
    },
    {
      name: 'shared',
      mountPath: '/mnt/shared',
      readOnly: false,
      persistentVolumeClaim: 'shared',
    },
    { name: 'scratch', mountPath: '/mnt/scratch', emptyDirSizeLimit: '64Mi' },
  ],
  podLabels: { 'example.com/cost-center': '4711' },
  podAnnotations: { 'example.com/note': 'yes' },
};
const slo = (indicator: string, fields: object = {}) => ({
  name: indicator,
  title: `Objective of ${indicator}: "quoted" {{ text }}`,
  description: 'What we promise, # and what not',
  indicator,
  objective: 0.995,
  windowDays: 28,
  ...fields,
});
const host = {
  profile: 'clustered',
  server: { repository: 'registry.example.com/elsa-server', tag: '1.4.2' },
  studio: { repository: 'registry.example.com/elsa-studio', tag: '1.4.2' },
};
const owned = {
  apiVersion: 'elsa-portal.io/v1alpha1',
  kind: 'ElsaEnvironment',
  owner: 'group:default/payments',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
};

/** Everything that can be renamed, sized or placed. */
const named = {
  ...owned,
  metadata: {
    name: 'payments',
    title: 'Payments',
    description: 'Workflows of payments.\n\nAnd a second paragraph: {{ x }}',
    tags: ['payments', 'c++'],
  },
  system: 'system:finance/payments',
  lifecycle: 'deprecated',
  preset: 'production',
  host: {
    ...host,
    version: '3.9.0',
    imagePullSecrets: ['registry'],
    probes: { live: '/live', ready: '/ready', startup: '/started' },
    environmentKeys: {
      databaseProvider: 'DB_PROVIDER',
      connectionString: 'DB_POOLED',
      directConnectionString: 'DB_DIRECT',
      lockProvider: 'LOCKS',
      redis: 'REDIS',
      rabbitmq: 'RABBITMQ',
      signingKey: 'SIGNING_KEY',
      adminUser: 'ADMIN_USER',
      adminPassword: 'ADMIN_PASSWORD',
      publicUrl: 'PUBLIC_URL',
    },
  },
  server: {
    ...extras,
    resources,
    placement,
    locks: 'redis',
    preStopSeconds: 20,
    shutdownSeconds: 90,
    autoscaling: {
      enabled: true,
      minReplicas: 2,
      maxReplicas: 4,
      targetCpuUtilization: 60,
    },
  },
  studio: {
    ...extras,
    resources,
    placement,
    verticalAutoscaler: true,
    autoscaling: {
      enabled: true,
      minReplicas: 2,
      maxReplicas: 3,
      targetCpuUtilization: 65,
      targetMemoryUtilization: 85,
    },
  },
  database: {
    mode: 'embedded',
    instances: 1,
    name: 'workflows',
    username: 'engine',
    maxConnections: 300,
    maxPoolSize: 7,
    storage,
    resources,
  },
  pgbouncer: {
    enabled: true,
    poolMode: 'transaction',
    poolSize: 30,
    maxClientConnections: 700,
    resources,
  },
  redis: { enabled: true, storage, resources },
  rabbitmq: { enabled: true, storage, resources },
  backup: {
    enabled: true,
    method: 'dump',
    schedule: '30 1 * * 1-5',
    timeZone: 'Europe/Berlin',
    retentionDays: 60,
    storage,
    velero: {
      enabled: true,
      namespace: 'backups',
      schedule: '45 4 * * 0',
      retentionHours: 1000,
      storageLocation: 'cold',
    },
  },
  exposure: {
    kind: 'gateway',
    host: 'elsa.example.com',
    extraServerPaths: ['/hooks'],
    annotations: { 'example.com/edge': 'a: b' },
    gateway: {
      name: 'inner',
      namespace: 'edge',
      sectionName: 'https',
    },
    tls: { source: 'edge' },
  },
  security: {
    networkPolicy: {
      monitoringNamespace: 'metrics',
      egress: [{ cidr: '192.0.2.0/24', ports: [514], protocol: 'UDP' }],
    },
    viewers: [{ kind: 'User', name: 'olivia@example.com' }],
    serviceAccountAnnotations: { 'example.com/role': 'workflows' },
  },
  secrets: {
    kind: 'external-secrets',
    store: { name: 'vault' },
    refreshInterval: '15m',
    names: {
      server: 'own-server',
      database: 'own-database',
      redis: 'own-redis',
      rabbitmq: 'own-rabbitmq',
      backup: 'own-backup',
    },
  },
  monitoring: {
    enabled: true,
    metricProfile: 'prometheus-net',
    collection: 'service-monitor',
    metricsPath: '/internal/metrics',
    metricsPort: 9091,
    namespace: 'metrics',
    labels: { release: 'prometheus' },
    probe: {
      enabled: true,
      prober: 'blackbox.metrics.svc:9116',
      module: 'http_post_2xx',
    },
    dashboard: {
      folder: 'Team: "Payments"',
      url: 'https://grafana.example.com',
    },
  },
  slos: [
    slo('availability'),
    slo('success'),
    slo('latency', { thresholdMilliseconds: 512 }),
    slo('custom', {
      errorQuery: 'sum(rate(a_total{code="5"}[{{.window}}]))',
      totalQuery: 'sum(rate(a_total[{{.window}}]))',
    }),
    slo('custom', {
      name: 'ratio',
      errorRatioQuery: 'avg_over_time(b[{{.window}}])',
    }),
  ],
  delivery: {
    repository: {
      url: 'https://gitlab.example.com/payments/elsa.git',
      branch: 'release/1',
    },
    ci: 'gitlab',
    argocd: {
      enabled: true,
      namespace: 'gitops',
      project: 'workflows',
      destination: { server: 'https://kubernetes.example.com' },
      url: 'https://argocd.example.com',
    },
  },
};

/** Everything that can be switched off. */
const off = {
  ...owned,
  metadata: { name: 'payments' },
  preset: 'staging',
  host,
  database: {
    provider: 'postgresql',
    mode: 'external',
    external: { host: 'db.example.com', tls: 'disable' },
  },
  server: { locks: 'postgresql' },
  redis: { enabled: false },
  rabbitmq: {
    enabled: true,
    mode: 'external',
    external: { host: 'mq.example.com', port: 5673, tls: false },
  },
  backup: { enabled: false },
  exposure: {
    kind: 'ingress-nginx',
    host: 'elsa.test',
    tls: { enabled: false },
  },
  security: { podSecurity: 'none', podDisruptionBudget: false },
  mesh: { kind: 'linkerd', retries: false },
  monitoring: {
    enabled: true,
    metricProfile: 'linkerd',
    collection: 'none',
    alerts: false,
    probe: { enabled: false },
  },
  delivery: { ci: 'none', argocd: { enabled: false } },
};

/** A mesh that is being introduced, with metrics of the server's own. */
const permissive = {
  ...owned,
  metadata: { name: 'payments' },
  preset: 'production',
  host,
  server: {
    locks: 'redis',
    autoscaling: {
      enabled: true,
      kind: 'keda',
      minReplicas: 2,
      maxReplicas: 4,
      requestsPerSecond: 20,
    },
  },
  redis: {
    enabled: true,
    mode: 'external',
    external: { host: 'redis.example.com', port: 6380, tls: false },
  },
  database: { mode: 'cloudnativepg', instances: 1 },
  backup: {
    enabled: true,
    method: 'object-store',
    objectStore: {
      destinationPath: 's3://backups/payments',
      endpoint: 'https://minio.example.com',
    },
  },
  exposure: {
    kind: 'istio',
    host: 'elsa.example.com',
    tls: { issuer: { name: 'internal', kind: 'Issuer' } },
  },
  mesh: {
    kind: 'istio',
    istio: {
      gatewayNamespace: 'edge',
      gatewayServiceAccount: 'edge',
      mutualTls: 'PERMISSIVE',
    },
  },
  security: { podSecurity: 'baseline' },
  monitoring: {
    enabled: true,
    metricProfile: 'otel',
    collection: 'otlp',
    otlpEndpoint: 'http://collector.observability.svc:4317',
    prometheusUrl: 'http://prometheus.metrics.svc:9090',
  },
  slos: [
    slo('database', { objective: 0.9999 }),
    slo('workflow', { objective: 0.95 }),
  ],
  delivery: {
    repository: { url: 'https://git.example.com/payments/elsa.git' },
    ci: 'github',
    argocd: { destination: { name: 'eu' } },
  },
};

/** Paid for, on spot nodes, behind a shared load balancer. */
const licensed = (edition: string) => ({
  ...owned,
  metadata: { name: 'payments' },
  preset: 'staging',
  target: { ...owned.target, cloud: 'aws' },
  host: { profile: 'official' },
  studio: { placement: { spot: 'only', spreadZones: 'none' } },
  database: {
    provider: 'sqlserver',
    mode: 'embedded',
    sqlserver: { acceptEula: true, edition },
  },
  exposure: {
    kind: 'alb',
    host: 'elsa.example.com',
    alb: {
      groupName: 'shared',
      sourceCidrs: ['10.0.0.0/16'],
      certificateArn:
        'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
    },
  },
});

/** What is left of an acknowledged move once it was generated. */
const moved = {
  ...owned,
  metadata: { name: 'payments' },
  exposure: { host: 'elsa.example.com' },
  database: { version: '17' },
  dataMoves: [
    {
      field: 'database.version',
      from: 'postgresql 16',
      to: 'postgresql 17',
    },
  ],
};

const edge = (metricProfile: string, exposure: object) => ({
  ...owned,
  metadata: { name: 'payments' },
  preset: 'staging',
  studio: { placement: { spot: 'preferred' } },
  target: { ...owned.target, cloud: 'gcp' },
  exposure: { host: 'elsa.example.com', ...exposure },
  monitoring: { enabled: true, metricProfile },
});

/**
 * Environments that state what no option of the pairs states: names, sizes,
 * places, and what is switched off.
 */
export const statedCases = Object.entries({
  named,
  moved,
  off,
  permissive,
  'on SQL Server Standard': licensed('Standard'),
  'on SQL Server Enterprise': licensed('Enterprise'),
  'counted by ingress-nginx': edge('ingress-nginx', { kind: 'ingress-nginx' }),
  'counted by Traefik': edge('traefik', { kind: 'traefik' }),
  "counted by Istio's gateway": edge('istio', {
    gateway: { implementation: 'istio' },
  }),
}).map(([name, input]) => ({ name, input: input as EnvironmentSpec }));
