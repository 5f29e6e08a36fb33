import type { RunbookDatabase } from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { ServiceProfile } from '../ServiceProfile';

/** Database providers that a spec can name. @public */
export const DATABASE_PROVIDERS = [
  'postgresql',
  'sqlserver',
  'mysql',
  'sqlite',
] as const;
/** @public */
export type DatabaseProvider = (typeof DATABASE_PROVIDERS)[number];

/** Who runs the database. @public */
export const DATABASE_MODES = [
  'embedded',
  'external',
  'cloudnativepg',
] as const;
export type DatabaseMode = (typeof DATABASE_MODES)[number];

/** How a connection to a server outside is secured. Every provider knows all three. @public */
export const DATABASE_TLS_MODES = [
  'verify-full',
  'require',
  'disable',
] as const;

/** Ways to back up a database. @public */
export const BACKUP_METHODS = [
  'dump',
  'volume-snapshot',
  'object-store',
] as const;
export type BackupMethod = (typeof BACKUP_METHODS)[number];

interface ContainerResources {
  requests: { cpu: string; memory: string };
  limits: { cpu: string; memory: string };
}

/** Requests and limits, in the order of a table. */
export const resources = (
  cpu: string,
  memory: string,
  cpuLimit: string,
  memoryLimit: string,
): ContainerResources => ({
  requests: { cpu, memory },
  limits: { cpu: cpuLimit, memory: memoryLimit },
});

/** A supported release, and the tag of the newest image of it that was known when this was written. @public */
export interface DatabaseRelease {
  release: string;
  tag: string;
}

/** Settings of one engine only, as the spec has them. */
export interface DatabaseSettings {
  sqlserver: { acceptEula: boolean; edition: string };
}

/** What a database product can do, whoever runs it. */
export interface DatabaseEngine {
  provider: DatabaseProvider;
  /** How documents and the form name it. */
  title: string;
  /** Key of the form's text, where the name alone says too little. */
  text?: 'sqlite';
  /** Runs as a server of its own; otherwise it is a file in the volume of Elsa's server. */
  isServer: boolean;
  /** Port of a server that states none. */
  port: number;
  /** The release that the chart pins. */
  version?: string;
  /** Releases that can be run here, oldest first. */
  releases: readonly DatabaseRelease[];
  /** The chart names its objects after the major release. */
  hasMajorVersion: boolean;
  /** A server reads what a newer patch of the same release wrote. */
  readsNewerPatches: boolean;
  /** Locks of the distributed runtime that can be kept in it. */
  lockProvider?: 'postgresql' | 'sqlserver';
  isPooledByPgbouncer: boolean;
  /** The official image wants a password for its administrator as well. */
  hasAdministrator: boolean;
  /** Passwords need several kinds of characters. */
  wantsMixedPasswords: boolean;
  /** Somebody must accept licence terms before it starts. */
  isLicensed: boolean;
  /** Below this it does not start. */
  smallestMemoryBytes?: number;
  /** Requests and limits in place of those of each size. */
  resources?: Record<'small' | 'medium' | 'large', ContainerResources>;
  /** The image that dumps it has the public certificate authorities. */
  dumpKnowsAuthorities: boolean;
  /** Dumps are written by the server to its own disk. */
  dumpsToOwnDisk: boolean;
  /** Why nothing outside can back it up, where no method fits. */
  noBackup?: { message: string; remedy: string };
  /** Values of the chart that only this engine has. */
  settings?: (database: DatabaseSettings) => Record<string, unknown>;
  /** Where the server's container has the volume of the data, if it has it at all. */
  directory?: string;
}

/** What one mode makes of a database. */
export interface DatabasePlace extends ServiceProfile {
  /** Methods that fit, the default first. */
  backupMethods: readonly BackupMethod[];
  /** The operator that runs it, and for which engines it can. */
  operator?: { title: string; runs: readonly DatabaseProvider[] };
  /** Images of the operator, where they are not those of the engine. */
  operatorReleases?: readonly DatabaseRelease[];
  /** Whose commands the runbook shows. */
  runbook: RunbookDatabase;
}

/**
 * What the database of an environment can do, and what belongs to it.
 *
 * @public
 */
export type DatabaseProfile = DatabaseEngine & DatabasePlace;
