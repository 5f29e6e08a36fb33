import { officialAppCredentials } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { HostProfile } from './types';

/** The images that the Elsa project releases today. */
export const officialHostProfile: HostProfile = {
  id: 'official',
  title: 'Official Elsa images',
  description:
    'elsa-server-app and elsa-studio-blazor-wasm-app as released by the Elsa project. One server replica.',
  images: {
    server: {
      repository: 'docker.io/elsaworkflows/elsa-server-app',
      tag: '3.9.0',
    },
    studio: {
      repository: 'docker.io/elsaworkflows/elsa-studio-blazor-wasm-app',
      tag: '3.9.0',
    },
  },
  isClustered: false,
  isCustomizable: false,
  server: {
    port: 8080,
    probes: { live: '/', ready: '/elsa/api/package/version' },
    databaseProviders: {
      postgresql: 'PostgreSql',
      sqlserver: 'SqlServer',
      mysql: 'MySql',
      sqlite: 'Sqlite',
    },
    // Locks are files in App_Data/locks; no key changes that.
    lockProviders: {},
    environment: {
      databaseProvider: 'DatabaseProvider',
      connectionStrings: {
        postgresql: 'ConnectionStrings__PostgreSql',
        sqlserver: 'ConnectionStrings__SqlServer',
        mysql: 'ConnectionStrings__MySql',
        sqlite: 'ConnectionStrings__Sqlite',
      },
      signingKey: 'Identity__Tokens__SigningKey',
      adminUser: 'Identity__AdminUser__UserName',
      adminPassword: 'Identity__AdminUser__Password',
      publicUrl: 'Http__BaseUrl',
    },
    writablePaths: ['/app/App_Data', '/tmp'],
    home: '/tmp',
    setsCors: true,
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
  publicCredentials: officialAppCredentials,
  metricSources: [],
  migrations: 'startup',
  caveats: [
    'The image keeps locks, caches and timers in process, so it runs as a single replica and is briefly unavailable during rollouts.',
    'Migrations run when the server starts, so its database user must be able to change the schema.',
    'The server accepts requests from every origin. Restrict origins at the edge only if the edge removes the header that the server sets.',
  ],
};
