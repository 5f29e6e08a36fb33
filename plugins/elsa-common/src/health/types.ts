import type { RunbookKey } from '../runbook/keys';
import type {
  ArgoCdStatus,
  BackupStatus,
  CertificateStatus,
  ComponentName,
  ComponentStatus,
  EnvironmentHealth,
  HealthStatus,
  SecurityFinding,
  SourceState,
  StorageStatus,
} from '../contract';

/**
 * What one rule makes of one object.
 *
 * @public
 */
export interface Assessment {
  status: HealthStatus;
  /** Kubernetes' own reason where there is one, else a word of the same kind. */
  code: string;
  /** Completes a sentence that begins with the object's kind and name. */
  text: string;
  /** JSON path of the deciding field. */
  field: string;
  container?: string;
  /** What the cluster said. */
  detail?: string;
  since?: string;
  runbook: RunbookKey;
  /** The part that suffers, where it is not the object's own. */
  component?: ComponentName;
}

/** Reads one kind of object, which may lack anything. Never throws. @public */
export type HealthRule = (object: unknown) => Assessment;

/** An object that the environment's repository says should exist. @public */
export interface ExpectedObject {
  /** Empty for the core group. */
  group: string;
  kind: string;
  name: string;
  component: ComponentName;
}

/**
 * A part that an environment must have in its cluster: a component, or what
 * scales the server.
 *
 * @public
 */
export type RequiredPart = ComponentName | 'autoscaler';

/** A kind of object that could not be read. @public */
export interface UnreadObjects {
  group: string;
  kind: string;
  state: SourceState;
  message?: string;
  /** Components of which nothing certain is known without it. */
  decides: readonly ComponentName[];
  /** Components that may exist although nothing of them was seen. */
  mayHide?: readonly ComponentName[];
  /** Every component that it decides has objects of it. */
  isPartOfAll?: boolean;
}

/**
 * What an environment was seen to consist of. Plain data, to be stored and
 * given back at the next evaluation.
 *
 * @public
 */
export interface UsedKinds {
  /** Kinds such as `apps/Deployment` by component. */
  components: Partial<Record<ComponentName, string[]>>;
  /** Kinds that could not be read even once: whether they are used is not known. */
  neverRead: string[];
  /** Parts that were there and are gone, and when they were first missed. */
  lost?: Partial<Record<RequiredPart, string>>;
}

/** @public */
export interface EnvironmentInput {
  /** Name of the environment. */
  name: string;
  /** Everything labelled as this environment's, of any kind, Argo CD's Application included. */
  objects: readonly unknown[];
  /** Milliseconds since 1970. */
  now: number;
  unread?: readonly UnreadObjects[];
  expected?: readonly ExpectedObject[];
  /** Parts that must exist in the cluster. Default: a server. */
  required?: readonly RequiredPart[];
  /**
   * Parts that the catalog says there are in the cluster, all of them: none of
   * the others is missed when it goes.
   */
  described?: readonly RequiredPart[];
  /**
   * Parts that the catalog says there are. Only asked about what cannot be
   * read: they may well live outside of the cluster.
   */
  expectedComponents?: readonly ComponentName[];
  /** What the evaluation before this one found. */
  previous?: UsedKinds;
  /** How long a pod may be Pending or not ready. Default: 10 minutes. */
  notReadyAfterSeconds?: number;
  /** Bytes used by claim name. */
  volumeUsedBytes?: ReadonlyMap<string, number>;
  /** Name of the annotation that names the owner. */
  ownerAnnotation?: string;
}

/** @public */
export interface EnvironmentEvaluation {
  /** `since` is left to the caller, who knows the previous status. */
  health: EnvironmentHealth;
  components: ComponentStatus[];
  storage: StorageStatus[];
  certificates: CertificateStatus[];
  backups: BackupStatus[];
  argoCd?: ArgoCdStatus;
  /** Owner that the workloads' annotation names. */
  clusterOwner?: string;
  /** Entity that the workloads' annotation names. */
  clusterEntity?: string;
  /** Whether anything is there that would carry these annotations. */
  hasWorkloads: boolean;
  usedKinds: UsedKinds;
  /** Of all containers that run in it. */
  securityFindings: SecurityFinding[];
}
