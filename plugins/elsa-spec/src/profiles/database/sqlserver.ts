import { type DatabaseEngine, resources } from './types';

/** SQL Server on Linux, as Microsoft documents its image. */
export const sqlServerEngine: DatabaseEngine = {
  provider: 'sqlserver',
  title: 'SQL Server',
  isServer: true,
  port: 1433,
  version: '2022',
  releases: [
    { release: '2019', tag: '2019-CU32-ubuntu-20.04' },
    { release: '2022', tag: '2022-CU20-ubuntu-22.04' },
    { release: '2025', tag: '2025-RTM-ubuntu-22.04' },
  ],
  hasMajorVersion: false,
  readsNewerPatches: false,
  lockProvider: 'sqlserver',
  isPooledByPgbouncer: false,
  hasAdministrator: true,
  wantsMixedPasswords: true,
  isLicensed: true,
  smallestMemoryBytes: 2 * 2 ** 30,
  resources: {
    small: resources('500m', '2Gi', '2', '3Gi'),
    medium: resources('1', '4Gi', '4', '6Gi'),
    large: resources('4', '8Gi', '8', '16Gi'),
  },
  dumpKnowsAuthorities: true,
  dumpsToOwnDisk: true,
  noBackup: {
    message:
      'SQL Server writes its backups to its own disk, which an external server does not share.',
    remedy: "Use the server's own backups and disable backup.",
  },
  settings: ({ sqlserver }) => ({
    acceptEula: sqlserver.acceptEula,
    edition: sqlserver.edition,
  }),
};
