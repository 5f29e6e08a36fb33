import type { DatabaseEngine } from './types';

export const mysqlEngine: DatabaseEngine = {
  provider: 'mysql',
  title: 'MySQL',
  isServer: true,
  port: 3306,
  version: '8.4',
  releases: [
    { release: '8.4', tag: '8.4.6' },
    { release: '9', tag: '9.4.0' },
  ],
  hasMajorVersion: false,
  readsNewerPatches: false,
  isPooledByPgbouncer: false,
  hasAdministrator: true,
  wantsMixedPasswords: false,
  isLicensed: false,
  dumpKnowsAuthorities: true,
  dumpsToOwnDisk: false,
};
