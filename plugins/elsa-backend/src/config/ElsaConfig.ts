import type {
  MetricProfileId,
  SloIndicator,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** How to reach one HTTP server, its secrets included: never log it. */
export interface HttpTargetConfig {
  /** Unique among servers of its kind; shown to users. */
  name: string;
  /** Without a slash at the end, without user name and password. */
  url: string;
  auth: HttpTargetAuth;
  tls: { ca?: string; rejectUnauthorized: boolean };
  /** Such as `X-Scope-OrgID` for Mimir, Cortex and Loki. */
  tenant?: { header: string; value: string };
  timeoutMs: number;
  maxResponseBytes: number;
}

export type HttpTargetAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string }
  | { type: 'mtls'; cert: string; key: string };

export interface PrometheusConfig extends HttpTargetConfig {
  /** Names of the Kubernetes plugin's clusters whose metrics it holds. */
  clusters: string[];
  /** Label that tells the clusters apart, when it holds more than one. */
  clusterLabel?: string;
  /** Label matchers added to every query, such as `{ tenant: 'eu' }`. */
  matchers: Record<string, string>;
}

export interface AlertmanagerConfig extends HttpTargetConfig {
  /** Names of the Prometheus servers that send it their alerts. */
  prometheus: string[];
}

export interface CollectorConfig {
  isEnabled: boolean;
  intervalMs: number;
  /** Age at which a figure stops being true. */
  staleAfterMs: number;
  /** Time that one cluster has in one cycle. */
  clusterTimeoutMs: number;
  requestTimeoutMs: number;
  clusterConcurrency: number;
  requestConcurrency: number;
  pageSize: number;
  maxResponseBytes: number;
  /** Threads that read clusters; with none, the backend's own does. */
  threads: number;
}

/** Which cluster Argo CD means by a destination. */
export interface ArgoCdDestination {
  /** Cluster that Argo CD runs in; that of any when absent. */
  hub?: string;
  /** As Argo CD calls the destination; either this or its address. */
  name?: string;
  /** Without a slash at the end. */
  server?: string;
  /** As the Kubernetes plugin calls it. */
  cluster: string;
}

/** Names of labels and annotations, for portals that cannot use ours. */
export interface NamesConfig {
  environmentAnnotation: string;
  ownerAnnotation: string;
  environmentType: string;
  partOfLabel: string;
  partOfValue: string;
  instanceLabel: string;
}

/** An SLO that is evaluated from raw metrics where no rule records it. */
export interface RawSloConfig {
  name: string;
  title?: string;
  description?: string;
  metricProfile: MetricProfileId;
  indicator: SloIndicator;
  /** Ratio between 0 and 1. */
  objective: number;
  windowDays: number;
}

/** Everything under `elsa` in app-config, checked. */
export interface ElsaConfig {
  collector: CollectorConfig;
  names: NamesConfig;
  retention: { transitionsMs: number; unregisteredMs: number };
  refresh: { minIntervalMs: number; perCallerPerMinute: number };
  access: { decisionTtlMs: number };
  notifications: {
    isEnabled: boolean;
    openAfterMs: number;
    closeAfterMs: number;
  };
  prometheus: PrometheusConfig[];
  alertmanager: AlertmanagerConfig[];
  argoCd: { destinations: ArgoCdDestination[] };
  slos: RawSloConfig[];
  /** Every credential for servers that are read, also of the Kubernetes plugin. */
  knownSecrets: string[];
}
