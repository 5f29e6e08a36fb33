import type {
  AlertStatus,
  EnvironmentHealth,
  EnvironmentStatus,
  HealthStatus,
  SecurityFinding,
  SloStatus,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { UsedKinds } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { CatalogEnvironment } from './CatalogEnvironment';

/** What the cluster says about one environment. */
/** An SLO that the rules in the cluster define, measured or not. */
export interface DefinedSlo {
  name: string;
  /** Ratio, 0 to 1. */
  objective: number;
  windowSeconds: number;
}

export interface ClusterPart extends Pick<
  EnvironmentStatus,
  | 'components'
  | 'storage'
  | 'certificates'
  | 'backups'
  | 'argoCd'
  | 'deployments'
> {
  health: EnvironmentHealth;
  /** From the workloads' annotation, as it is written there. */
  clusterOwner?: string;
  /** What it consists of, for when a kind cannot be read any more. */
  usedKinds?: UsedKinds;
  /** Of all its containers; absent where it was stored by an older version. */
  securityFindings?: SecurityFinding[];
  /** Absent where the rules may not be read. */
  definedSlos?: DefinedSlo[];
}

/**
 * How often SLOs are evaluated from raw metrics: weeks of them cost a server
 * too much to be asked for every cycle.
 */
export const RAW_SLO_INTERVAL_MS = 5 * 60 * 1000;

/** What Prometheus and Alertmanager say about one environment. */
export interface MetricsPart {
  /** When these figures were evaluated. */
  evaluatedAt: string;
  /** Source ids that they come from. */
  sources: string[];
  alerts: AlertStatus[];
  /** Those that were not evaluated with the others carry a time of their own. */
  slos: SloStatus[];
  /** By claim. */
  volumes: Record<string, { usedBytes?: number; capacityBytes?: number }>;
}

/** One environment as it is stored. */
export interface StoredEnvironment {
  entityRef: string;
  catalog: CatalogEnvironment;
  cluster?: ClusterPart;
  metrics?: MetricsPart;
  health: HealthStatus;
  isPartial: boolean;
  healthSince?: string;
  /** When it was last read by itself, by a refresh. */
  collectedAt?: string;
  /**
   * Whether the environment in the cluster is this entity's; a copy of another
   * entity is for those alone who may see that one too, and so on.
   */
  claim: {
    state: 'granted' | 'waiting' | 'refused' | 'undecided';
    primary?: string;
  };
  changeKey: string;
  revision: number;
}

/** A source with the time at which it last gave anything. */
export interface StoredSource extends SourceStatus {
  lastDataAt?: string;
  /**
   * What it says of environments that not everybody may see who reads from it:
   * only for those who may see everything.
   */
  note?: string;
}

/** A change of health that was just written. */
export interface HealthChange {
  entityRef: string;
  changeKey: string;
  from?: HealthStatus;
  to: HealthStatus;
  at: string;
}
