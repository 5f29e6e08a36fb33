import type { DatabaseEngine } from './types';

const directory = '/data';

/** A file in the volume of Elsa's server. */
export const sqliteEngine: DatabaseEngine = {
  provider: 'sqlite',
  title: 'SQLite',
  text: 'sqlite',
  isServer: false,
  port: 0,
  releases: [],
  directory,
  settings: () => ({ directory }),
  hasMajorVersion: false,
  readsNewerPatches: false,
  isPooledByPgbouncer: false,
  hasAdministrator: false,
  wantsMixedPasswords: false,
  isLicensed: false,
  dumpKnowsAuthorities: true,
  dumpsToOwnDisk: false,
  noBackup: {
    message: 'The SQLite file cannot be dumped from outside the server.',
    remedy: 'Disable backup, or use postgresql.',
  },
};
