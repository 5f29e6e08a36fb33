import { HostProfile } from './types';

/**
 * A host that a team builds itself on Elsa 3.8 or later: distributed runtime,
 * shared locks, cache invalidation and clustered timers compiled in. The keys
 * are the ones that such a host conventionally binds; a spec may rename them.
 */
export const clusteredHostProfile: HostProfile = {
  id: 'clustered',
  title: 'Your own clustered host',
  description:
    'Your own image, based on Elsa 3.8 or later, with the distributed runtime, shared locks and cache invalidation. Any number of replicas.',
  images: {
    studio: {
      repository: 'docker.io/elsaworkflows/elsa-studio-blazor-wasm-app',
      tag: '3.9.0',
    },
  },
  isClustered: true,
  isCustomizable: true,
  server: {
    port: 8080,
    probes: { live: '/health/live', ready: '/health/ready' },
    databaseProviders: {
      postgresql: 'PostgreSql',
      sqlserver: 'SqlServer',
      mysql: 'MySql',
    },
    lockProviders: { postgresql: 'Postgres', redis: 'Redis' },
    environment: {
      databaseProvider: 'DatabaseProvider',
      connectionStrings: {
        postgresql: 'ConnectionStrings__PostgreSql',
        sqlserver: 'ConnectionStrings__SqlServer',
        mysql: 'ConnectionStrings__MySql',
      },
      directConnectionString: 'ConnectionStrings__Direct',
      lockProvider: 'Runtime__DistributedLocking__Provider',
      redis: 'ConnectionStrings__Redis',
      rabbitmq: 'ConnectionStrings__RabbitMq',
      signingKey: 'Identity__Tokens__SigningKey',
      adminUser: 'Identity__AdminUser__UserName',
      adminPassword: 'Identity__AdminUser__Password',
      publicUrl: 'Http__BaseUrl',
      otlpEndpoint: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    },
    writablePaths: ['/app/App_Data', '/tmp'],
    home: '/tmp',
    setsCors: false,
    runAsUser: 1654,
    publicPaths: ['/elsa/api', '/elsa/hubs', '/workflows'],
  },
  studio: {
    port: 8080,
    probes: { live: '/', ready: '/' },
    apiUrlKey: 'Backend__Url',
    writablePaths: ['/tmp'],
    home: '/tmp',
    runAsUser: 1654,
  },
  secrets: { needsSigningKey: true, needsAdminCredentials: true },
  metricSources: ['otel', 'prometheus-net', 'guide'],
  migrations: 'command',
  caveats: [
    'You provide the image. It must read the environment variables that this repository sets and serve the probe paths that it uses.',
    'Share the data protection keys between replicas. Otherwise, links to resume a workflow work on only one replica.',
  ],
};
