import type { PublicCredentials } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import type { MetricProfileId } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { DatabaseProvider } from '../database';

/** Lock providers of Elsa's distributed runtime. @public */
export const LOCK_PROVIDERS = [
  'file',
  'postgresql',
  'sqlserver',
  'redis',
] as const;
/** @public */
export type LockProvider = (typeof LOCK_PROVIDERS)[number];

/**
 * Environment variables that an image reads, by what we want to tell it. A key
 * that is absent is one that the image does not read: it is never emitted.
 *
 * @public
 */
export interface HostEnvironmentKeys {
  databaseProvider?: string;
  /** Connection string per provider. */
  connectionStrings: Partial<Record<DatabaseProvider, string>>;
  /** Direct (not pooled) connection string for locks and migrations. */
  directConnectionString?: string;
  lockProvider?: string;
  redis?: string;
  rabbitmq?: string;
  signingKey?: string;
  adminUser?: string;
  adminPassword?: string;
  /** Address under which clients reach the server, for links that it generates. */
  publicUrl?: string;
  /** OTLP exporter endpoint. */
  otlpEndpoint?: string;
  /** Further settings that must come from the secret: variable to key of the secret. */
  additionalSecrets?: Record<string, string>;
}

/** @public */
export interface HostImage {
  repository: string;
  tag?: string;
  digest?: string;
}

/**
 * What one kind of Elsa image can do. Facts, not wishes: a capability that is
 * absent here cannot be switched on by any spec.
 *
 * @public
 */
export interface HostProfile {
  id: string;
  title: string;
  description: string;
  /** Default images; absent where users must bring their own. */
  images: { server?: HostImage; studio: HostImage };
  /** More than one server replica keeps data, locks, caches and timers consistent. */
  isClustered: boolean;
  /** Paths may be overridden by the spec, as users build the image themselves. */
  isCustomizable: boolean;
  server: {
    port: number;
    /** `startup` falls back to `live`. */
    probes: { live: string; ready: string };
    /** Value of the database provider key, per provider; absent = not supported. */
    databaseProviders: Partial<Record<DatabaseProvider, string>>;
    /** Value of the lock provider key, per provider; empty = not configurable. */
    lockProviders: Partial<Record<LockProvider, string>>;
    environment: HostEnvironmentKeys;
    writablePaths: string[];
    runAsUser: number;
    /** Prefixes that clients call; everything else stays inside. */
    publicPaths: string[];
    /** Value of HOME; lies in a writable path. */
    home: string;
    /** The image answers CORS requests itself; a second header at the edge would break browsers. */
    setsCors: boolean;
    /** Instances are deleted by the image this many hours after they finish. */
    deletesFinishedInstancesAfterHours?: number;
  };
  studio: {
    port: number;
    probes: { live: string; ready: string };
    /** Holds the API's public address, as the browser calls it. */
    apiUrlKey: string;
    writablePaths: string[];
    home: string;
    runAsUser: number;
  };
  secrets: {
    /** The image has public defaults, or refuses to start, without these. */
    needsSigningKey: boolean;
    needsAdminCredentials: boolean;
  };
  /** Credentials that everybody can read, and which versions have them; absent where the image is your own. */
  publicCredentials?: PublicCredentials;
  /** Metric profiles that this image can feed by itself; edges and meshes are always possible. */
  metricSources: MetricProfileId[];
  /** Migrations run in the server's own start; `command` profiles can run them as a job. */
  migrations: 'startup' | 'command';
  /** What a user of this profile must know, as sentences. */
  caveats: string[];
}
