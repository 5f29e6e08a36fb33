import type {
  ArgoCdStatus,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { UsedKinds } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type {
  ArgoCdDestination,
  CollectorConfig,
  NamesConfig,
} from '../config';
import type {
  DecidedClaim,
  PlacedRecord,
  PreparedPart,
  SeenEnvironment,
  StoredClaim,
} from '../store';
import type { CatalogEnvironment } from '../model';
import type { FoundApplication } from '../sources/argocd/applications';
import type { AskedPause } from '../sources/kubernetes/ClusterReading';
import type { ServedKind } from '../sources/kubernetes/discoverKinds';

/** An environment of the catalog, with what is stored of it. */
export interface JobEnvironment extends Pick<
  CatalogEnvironment,
  'entityRef' | 'name' | 'namespace' | 'expectedComponents' | 'describedParts'
> {
  /** Of the stored part: the same one is not handed over again. */
  knownHash?: string;
  /** What it was last seen to consist of. */
  usedKinds?: UsedKinds;
  /** What Argo CDs in other clusters say of Applications that may deliver it. */
  deliveries?: ArgoCdStatus[];
}

/**
 * Reading one cluster, or one environment of it, and judging what is found.
 * Plain data, so that it can be done in another thread.
 */
export interface ClusterJob {
  cluster: string;
  /** What the cluster is known to serve; it is asked when this is absent. */
  kinds?: ServedKind[];
  /** Why kinds must not be asked for, by their ids. */
  pausedKinds?: Record<string, string>;
  environments: JobEnvironment[];
  /** All that name a place of these environments, or of this cluster. */
  claims: StoredClaim[];
  /** What the cluster said of whose they are when it was last read. */
  records: PlacedRecord[];
  /** Reads the one environment of the job alone. */
  isSingle?: boolean;
}

/** What came of a job. */
export interface ClusterResult {
  cluster: string;
  state: SourceState;
  message?: string;
  retryAfterMs?: number;
  /** What is to be left alone from now on. */
  pauses: AskedPause[];
  /** Absent when the cluster as a whole could not be read. */
  found?: {
    /** Of the environments that get figures. */
    parts: PreparedPart[];
    /** What was decided otherwise than before. */
    decided: DecidedClaim[];
    /** What the cluster says otherwise than before of whose they are. */
    records: PlacedRecord[];
    /** Environments that are in no catalog; absent when workloads are missing. */
    unregistered?: SeenEnvironment[];
    /** Absent when Applications could not be read. */
    applications?: FoundApplication[];
  };
  kinds?: ServedKind[];
  /** How the requests ended. */
  calls: Partial<Record<SourceState, number>>;
}

/** Does jobs, here or in other threads. Never throws for a cluster that failed. */
export interface ClusterReader {
  read(job: ClusterJob, signal: AbortSignal): Promise<ClusterResult>;
  close(): Promise<void>;
}

/** What is the same for all jobs. */
export interface ClusterReaderConfig {
  limits: Pick<
    CollectorConfig,
    | 'requestTimeoutMs'
    | 'clusterTimeoutMs'
    | 'requestConcurrency'
    | 'pageSize'
    | 'maxResponseBytes'
  > &
    Partial<Pick<CollectorConfig, 'notReadyAfterMs'>>;
  names: NamesConfig;
  destinations: ArgoCdDestination[];
  /** Namespace that Argo CD runs in. */
  argoCdNamespace: string;
  /** Credentials that a cluster may repeat: see `readKnownSecrets`. */
  secrets: readonly string[];
}
