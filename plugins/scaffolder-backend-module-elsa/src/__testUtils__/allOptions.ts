import type { JsonObject } from '@backstage/types';

/** Answers to every optional page, for a host that can do all of it. */
export const ALL_OPTIONS: JsonObject = {
  target: {
    cluster: 'production-eu',
    namespace: 'payments-elsa',
    kubernetesVersion: '1.37',
    cloud: 'aws',
  },
  exposure: {
    kind: 'traefik',
    host: 'elsa.example.com',
    tls: { source: 'cert-manager', issuer: { name: 'company' } },
  },
  host: {
    profile: 'clustered',
    server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
  },
  database: {
    provider: 'postgresql',
    mode: 'cloudnativepg',
    instances: 3,
    storage: { size: '80Gi' },
  },
  mesh: { kind: 'linkerd', retries: false },
  secrets: {
    kind: 'external-secrets',
    store: { name: 'vault', kind: 'ClusterSecretStore' },
    refreshInterval: '30m',
  },
  server: {
    autoscaling: {
      enabled: true,
      kind: 'keda',
      minReplicas: 2,
      maxReplicas: 4,
      requestsPerSecond: 50,
    },
  },
  redis: { enabled: true },
  rabbitmq: { enabled: true, mode: 'operator', replicas: 3 },
  pgbouncer: { enabled: true, poolMode: 'transaction', replicas: 2 },
  monitoring: {
    enabled: true,
    metricProfile: 'linkerd',
    labels: { release: 'prometheus' },
  },
  backup: {
    enabled: true,
    method: 'object-store',
    objectStore: { destinationPath: 's3://backups/payments' },
    retentionDays: 60,
  },
  security: {
    podSecurity: 'restricted',
    networkPolicy: { enabled: true, allowMail: true },
    resourceQuota: { enabled: true, pods: 40 },
  },
};
