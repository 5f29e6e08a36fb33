import type { DatabaseEngine } from './types';

/** The only one that PgBouncer pools and that has an operator here. */
export const postgresqlEngine: DatabaseEngine = {
  provider: 'postgresql',
  title: 'PostgreSQL',
  isServer: true,
  port: 5432,
  version: '17',
  releases: [
    { release: '14', tag: '14.19-bookworm' },
    { release: '15', tag: '15.14-bookworm' },
    { release: '16', tag: '16.10-bookworm' },
    { release: '17', tag: '17.6-bookworm' },
    { release: '18', tag: '18.0-bookworm' },
  ],
  hasMajorVersion: true,
  readsNewerPatches: true,
  lockProvider: 'postgresql',
  isPooledByPgbouncer: true,
  hasAdministrator: false,
  wantsMixedPasswords: false,
  isLicensed: false,
  dumpKnowsAuthorities: false,
  dumpsToOwnDisk: false,
};
