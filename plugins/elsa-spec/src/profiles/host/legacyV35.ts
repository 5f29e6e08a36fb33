import { referenceServerCredentials } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { HostProfile } from './types';

/** The line that the guide uses: frozen at 3.5.2, pushed as `latest` and `sha-*` only. */
export const legacyV35HostProfile: HostProfile = {
  id: 'legacy-v3-5',
  title: 'Legacy 3.5 images',
  description:
    'elsa-server-v3-5 and elsa-studio-v3-5, frozen at 3.5.2 and pinned by digest. For installations that cannot be upgraded yet. One server replica.',
  images: {
    server: { repository: 'docker.io/elsaworkflows/elsa-server-v3-5' },
    studio: { repository: 'docker.io/elsaworkflows/elsa-studio-v3-5' },
  },
  isClustered: false,
  isCustomizable: false,
  server: {
    port: 8080,
    probes: { live: '/', ready: '/elsa/api/package/version' },
    // MySql is compiled out of this image: it would fall back to SQLite silently.
    databaseProviders: {
      postgresql: 'PostgreSql',
      sqlserver: 'SqlServer',
      sqlite: 'Sqlite',
    },
    lockProviders: { file: 'File', postgresql: 'Postgres', redis: 'Redis' },
    environment: {
      databaseProvider: 'DatabaseProvider',
      connectionStrings: {
        postgresql: 'ConnectionStrings__PostgreSql',
        sqlserver: 'ConnectionStrings__SqlServer',
        sqlite: 'ConnectionStrings__Sqlite',
      },
      lockProvider: 'Runtime__DistributedLocking__Provider',
      redis: 'ConnectionStrings__Redis',
      signingKey: 'Identity__Tokens__SigningKey',
      publicUrl: 'Http__BaseUrl',
      // Configuration arrays merge by index: leaving out one of the three
      // published users (admin, alice, bob) would leave it open.
      additionalSecrets: {
        Identity__Users__0__HashedPassword: 'user-0-password-hash',
        Identity__Users__0__HashedPasswordSalt: 'user-0-password-salt',
        Identity__Users__1__HashedPassword: 'user-1-password-hash',
        Identity__Users__1__HashedPasswordSalt: 'user-1-password-salt',
        Identity__Users__2__HashedPassword: 'user-2-password-hash',
        Identity__Users__2__HashedPasswordSalt: 'user-2-password-salt',
        Identity__Applications__0__HashedApiKey: 'api-key-hash',
        Identity__Applications__0__HashedApiKeySalt: 'api-key-salt',
      },
    },
    writablePaths: ['/app/App_Data', '/tmp'],
    home: '/tmp',
    setsCors: true,
    runAsUser: 1654,
    publicPaths: ['/elsa/api', '/elsa/hubs', '/workflows'],
    deletesFinishedInstancesAfterHours: 5,
  },
  studio: {
    port: 8080,
    probes: { live: '/', ready: '/' },
    apiUrlKey: 'ELSASERVER__URL',
    writablePaths: ['/tmp'],
    home: '/tmp',
    runAsUser: 1654,
  },
  secrets: { needsSigningKey: true, needsAdminCredentials: true },
  publicCredentials: referenceServerCredentials,
  metricSources: [],
  migrations: 'startup',
  caveats: [
    'The image is no longer maintained. Plan a move to the official images.',
    'The image deletes all finished workflow instances, including faulted ones, every five hours. This cannot be configured.',
    'The image ships three users with a published password and a published API key; the generated settings replace all of them from the secret.',
    'Its cache is not shared between processes, so it runs as a single replica.',
  ],
};
