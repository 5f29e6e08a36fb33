/**
 * The status model: what the collector stores, the API serves and the tab
 * shows. All times are ISO 8601 in UTC; ratios are 0 to 1; sizes are bytes.
 */

/** Argo CD's words, in its order from best to worst. @public */
export const HEALTH_STATUSES = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
] as const;
/** @public */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** Parts of an environment. @public */
export const COMPONENT_NAMES = [
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
  'exposure',
  'secrets',
  'backup',
  'monitoring',
  'other',
] as const;
/** Value of the label `app.kubernetes.io/component`, `other` when unknown. @public */
export type ComponentName = (typeof COMPONENT_NAMES)[number];

/** @public */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** The field of an object that made a reason. @public */
export interface Evidence {
  object: ObjectReference;
  /** JSON path within the object, such as `status.containerStatuses[0].state.waiting`. */
  field: string;
  /** Container, where the field belongs to one. */
  container?: string;
  /** What the cluster said, verbatim and shortened to 1,000 characters. */
  message?: string;
}

/**
 * One observed fact that made an environment's health what it is.
 *
 * @public
 */
export interface HealthReason {
  /** Kubernetes' or Argo CD's own reason where there is one, such as `CrashLoopBackOff`. */
  code: string;
  /** What this fact alone makes of its component. */
  health: HealthStatus;
  component: ComponentName;
  /** One plain sentence that names the object. */
  message: string;
  evidence?: Evidence;
  since?: string;
  /** Key of the runbook table. */
  runbook: string;
}

/** @public */
export interface ReplicaStatus {
  /** `spec.replicas`. */
  desired: number;
  /** Pods of the newest revision. */
  updated: number;
  ready: number;
  available: number;
  /** Pods of older revisions that still run. */
  old: number;
  /** Pods with a failing container (crash loop, image pull, bad config, unschedulable). */
  failing: number;
}

/** @public */
export interface PodStatus {
  name: string;
  phase: string;
  isReady: boolean;
  readyContainers: number;
  containers: number;
  restarts: number;
  startedAt?: string;
  node?: string;
  zone?: string;
  isTerminating?: boolean;
  images: string[];
  waiting?: { container: string; reason: string; message?: string };
  lastTermination?: {
    container: string;
    reason: string;
    exitCode: number;
    finishedAt?: string;
  };
}

/** @public */
export interface ImageStatus {
  container: string;
  /** Image that the workload asks for. */
  wanted: string;
  /** Images that its pods run, each with the number of pods. */
  running: Array<{ image: string; pods: number }>;
}

/** @public */
export interface AutoscalerMetric {
  /** `cpu`, `memory` or the metric's own name. */
  name: string;
  current?: string;
  target: string;
}

/** @public */
export interface AutoscalerStatus {
  name: string;
  current: number;
  desired: number;
  min: number;
  max: number;
  metrics: AutoscalerMetric[];
  /** Set when condition ScalingLimited is true, `TooManyReplicas` means capped at max. */
  limited?: { reason: string; message?: string; since?: string };
  lastScaleAt?: string;
}

/** @public */
export interface DisruptionBudgetStatus {
  name: string;
  disruptionsAllowed: number;
  currentHealthy: number;
  desiredHealthy: number;
}

/** @public */
export interface ComponentStatus {
  name: ComponentName;
  /** Server and database are critical; the others degrade an environment partially. */
  isCritical: boolean;
  health: HealthStatus;
  workload?: ObjectReference;
  replicas?: ReplicaStatus;
  rollout?: { revision?: string; reason?: string; since?: string };
  autoscaler?: AutoscalerStatus;
  disruptionBudget?: DisruptionBudgetStatus;
  images: ImageStatus[];
  pods: PodStatus[];
  /** Application version from `app.kubernetes.io/version`. */
  version?: string;
}

/** @public */
export interface StorageStatus {
  claim: string;
  component: ComponentName;
  phase: string;
  storageClass?: string;
  requestedBytes?: number;
  capacityBytes?: number;
  /** From kubelet_volume_stats_used_bytes; absent when no Prometheus reports it. */
  usedBytes?: number;
}

/** @public */
export interface CertificateStatus {
  name: string;
  dnsNames: string[];
  isReady: boolean;
  notAfter?: string;
  renewalAt?: string;
  message?: string;
}

/** @public */
export interface BackupStatus {
  kind: string;
  name: string;
  schedule?: string;
  isSuspended: boolean;
  lastScheduledAt?: string;
  lastSuccessAt?: string;
  health: HealthStatus;
  message?: string;
}

/** @public */
export interface AlertStatus {
  name: string;
  state: 'pending' | 'firing';
  isSilenced: boolean;
  severity?: string;
  labels: Record<string, string>;
  summary?: string;
  description?: string;
  runbookUrl?: string;
  activeSince?: string;
  value?: number;
  /** Id of the SLO whose budget the alert protects. */
  slo?: string;
  /** Id of the source that reported it. */
  source: string;
}

/** @public */
export const SLO_STATES = [
  'ok',
  'at-risk',
  'burning-slow',
  'burning-fast',
  'exhausted',
  'no-data',
] as const;
/** @public */
export type SloState = (typeof SLO_STATES)[number];

/** Windows over which burn rates are shown. @public */
export const BURN_RATE_WINDOWS = [
  '5m',
  '30m',
  '1h',
  '2h',
  '6h',
  '1d',
  '3d',
] as const;
/** @public */
export type BurnRateWindow = (typeof BURN_RATE_WINDOWS)[number];

/** One row of the multiwindow burn-rate table. @public */
export interface BurnRateAlertStatus {
  severity: 'page' | 'ticket';
  shortWindow: BurnRateWindow;
  longWindow: BurnRateWindow;
  /** Burn rate above which both windows must be, such as 14.4. */
  factor: number;
  shortBurnRate: number | null;
  longBurnRate: number | null;
  isBurning: boolean;
}

/** @public */
export interface SloStatus {
  /** Name unique in the environment, as in the spec, such as `availability`. */
  name: string;
  title: string;
  description?: string;
  /** Target ratio, such as 0.999. */
  objective: number;
  windowSeconds: number;
  state: SloState;
  /** Error ratio over the whole window; null = no data. */
  errorRatio: number | null;
  /** 1 - objective. */
  errorBudget: number;
  /** 1 = untouched, 0 = gone, negative = overspent; null = no data. */
  remaining: number | null;
  burnRates: Record<BurnRateWindow, number | null>;
  alerts: BurnRateAlertStatus[];
  /** Seconds until the budget is gone at the 1 h burn rate; null = never or unknown. */
  exhaustionSeconds: number | null;
  /** Whether recorded series or raw metrics were evaluated. */
  from: 'recorded' | 'raw' | 'none';
  source?: string;
  evaluatedAt?: string;
}

/** @public */
export interface ArgoCdStatus {
  application: string;
  /** Where Argo CD runs, when that is another cluster than the environment's. */
  cluster?: string;
  namespace?: string;
  health?: { status: string; message?: string };
  sync?: { status: string; revision?: string };
  operation?: {
    phase: string;
    message?: string;
    startedAt?: string;
    finishedAt?: string;
  };
  conditions: Array<{ type: string; message: string }>;
  outOfSync: ObjectReference[];
}

/** @public */
export interface OwnershipStatus {
  /** Entity reference from the catalog. */
  owner?: string;
  /** Entity reference from the workloads' annotation. */
  clusterOwner?: string;
  /**
   * `owned`: the owner exists; `owner-missing`: named but not in the catalog;
   * `unowned`: nobody is named; `unknown`: the catalog could not be asked.
   */
  state: 'owned' | 'owner-missing' | 'unowned' | 'unknown';
  /** The workloads name another owner than the catalog. */
  isDisputed?: boolean;
}

/** Where a figure was read. @public */
export const SOURCE_KINDS = [
  'kubernetes',
  'prometheus',
  'alertmanager',
  'catalog',
] as const;
/** @public */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** @public */
export const SOURCE_STATES = [
  'ok',
  /** Older than the configured limit; figures are the last good ones. */
  'stale',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'timeout',
  /** The portal itself did not come to reading it; the source is not to blame. */
  'portal-busy',
  'unreachable',
  'tls-error',
  'server-error',
  'invalid-response',
  /** Only client-side credentials are configured for the cluster. */
  'needs-sign-in',
  'not-configured',
  'pending',
] as const;
/** @public */
export type SourceState = (typeof SOURCE_STATES)[number];

/** @public */
export interface SourceStatus {
  /** Unique, such as `kubernetes:production-eu`. */
  id: string;
  kind: SourceKind;
  name: string;
  state: SourceState;
  /** What went wrong, without secrets or addresses with credentials. */
  message?: string;
  /** What to do about it. */
  remedy?: string;
  /** Last time that all of it was read. */
  lastSuccessAt?: string;
  lastAttemptAt?: string;
}

/** @public */
export interface EnvironmentLink {
  kind: 'studio' | 'server' | 'repository' | 'argocd' | 'grafana' | 'other';
  title: string;
  url: string;
}

/**
 * A server image that runs with credentials that everybody can read. Says
 * nothing about health, and its absence does not say that all is safe: images
 * that are not recognisably Elsa's get no verdict.
 *
 * @public
 */
export interface SecurityFinding {
  /** Such as `public-credentials-3.6`. */
  id: string;
  /** Elsa's minor version, such as `3.6`. */
  version: string;
  /** As the pods name it. */
  image: string;
  /** Pods that run it. */
  pods: number;
}

/** @public */
export interface EnvironmentHealth {
  status: HealthStatus;
  /** Only a part that is not critical is affected. */
  isPartial: boolean;
  /** Worst first. */
  reasons: HealthReason[];
  /** When the status last changed. */
  since?: string;
}

/**
 * Whether alerts could be read. `stale`: what is known is old, or a server of
 * several is silent; `unavailable`: nothing was ever read; `not-configured`:
 * no Prometheus is configured for the cluster.
 *
 * @public
 */
export const ALERT_READABILITIES = [
  'readable',
  'stale',
  'unavailable',
  'not-configured',
] as const;
/** @public */
export type AlertReadability = (typeof ALERT_READABILITIES)[number];

/** Alerts of one environment in numbers; null = not known, which is not 0. @public */
export interface AlertsSummary {
  readability: AlertReadability;
  firing: number | null;
  pending: number | null;
  silenced: number | null;
}

/** Figures that the environments table shows. @public */
export interface EnvironmentSummary {
  /** Reference of the Component that stands for the environment. */
  entityRef: string;
  /** Name of the environment. */
  name: string;
  title?: string;
  owner?: string;
  ownership: OwnershipStatus['state'];
  system?: string;
  lifecycle?: string;
  cluster: string;
  namespace: string;
  health: HealthStatus;
  isPartial: boolean;
  /** Code and sentence of the worst reason. */
  reason?: { code: string; message: string };
  healthSince?: string;
  serverReplicas?: { ready: number; desired: number };
  alerts: AlertsSummary;
  /** Worst state of all SLOs and its remaining budget; absent when none are defined. */
  slo?: { state: SloState; name: string; remaining: number | null };
  argoCdSync?: string;
  version?: string;
  /** Number of security findings; absent when there are none. */
  securityFindings?: number;
  collectedAt?: string;
  isStale: boolean;
}

/**
 * Everything known of one environment, with the age of each part.
 *
 * @public
 */
export interface EnvironmentStatus {
  entityRef: string;
  name: string;
  title?: string;
  description?: string;
  system?: string;
  lifecycle?: string;
  cluster: string;
  namespace: string;
  hostProfile?: string;
  health: EnvironmentHealth;
  /** What runs there and lets anybody in; absent when nothing is known of such. */
  securityFindings?: SecurityFinding[];
  components: ComponentStatus[];
  storage: StorageStatus[];
  certificates: CertificateStatus[];
  backups: BackupStatus[];
  alerts: AlertStatus[];
  slos: SloStatus[];
  argoCd?: ArgoCdStatus;
  ownership: OwnershipStatus;
  links: EnvironmentLink[];
  sources: SourceStatus[];
  /** When this snapshot was made. */
  collectedAt?: string;
  isStale: boolean;
  /**
   * Key of the signals channel on which this reader alone is told that the
   * environment changed. Another one is given from time to time; absent for
   * services.
   */
  changeKey?: string;
}

/** @public */
export interface HealthTransition {
  at: string;
  from?: HealthStatus;
  to: HealthStatus;
  isPartial: boolean;
  reason?: { code: string; message: string };
}

/** An environment that runs in a cluster but that the catalog does not know. @public */
export interface UnregisteredEnvironment {
  name: string;
  cluster: string;
  namespace: string;
  clusterOwner?: string;
  health: HealthStatus;
  /** Absent when nothing is known of such, which does not mean safe. */
  securityFindings?: SecurityFinding[];
  firstSeenAt: string;
  lastSeenAt: string;
}

/** Points are `[unix seconds, value]`; a gap is a missing point, never 0. @public */
export interface SloSeries {
  slo: string;
  objective: number;
  windowSeconds: number;
  fromSeconds: number;
  toSeconds: number;
  stepSeconds: number;
  /** 1 - error ratio over 5 minutes. */
  sli: Array<[number, number]>;
  /** Remaining budget ratio at each point, over the rolling window. */
  remaining: Array<[number, number]>;
  /** Burn rate over 1 hour. */
  burnRate: Array<[number, number]>;
}
