import type { Scale } from './scenario';

/** Addresses of everything that stands in for clusters and Prometheus. */
export interface Upstreams {
  /** By cluster name. */
  clusters: Record<string, string>;
  prometheus: Array<{ name: string; url: string; clusters: string[] }>;
}

/** Requests and bytes since the counters were last asked for. */
export interface UpstreamCounts {
  /** Lists over a whole cluster: the collector's. */
  clusterWide: number;
  clusterWideBytes: number;
  /** Lists of one environment: those of the Kubernetes plugin's readers. */
  single: number;
  singleBytes: number;
  prometheus: number;
  prometheusBytes: number;
}

export interface ServerOptions extends Scale {
  port: number;
  upstreams: Upstreams;
  intervalSeconds: number;
  locator: string;
  clusterConcurrency?: number;
}

/** One round of the collector. */
export interface Cycle {
  seconds: number;
  environments: number;
}

/** Since it was last asked for. */
export interface ServerUsage {
  peakRssBytes: number;
  peakHeapBytes: number;
  cpuSeconds: number;
  wallSeconds: number;
  /** How long the event loop kept others waiting. */
  eventLoopDelayP99Milliseconds: number;
  eventLoopDelayMaxMilliseconds: number;
}

export interface LoadOptions {
  baseUrl: string;
  token: string;
  method: 'GET' | 'POST';
  /** `{{environment}}` stands for the name of a random environment. */
  path: string;
  body?: string;
  environments: string[];
  readers: number;
  /** For how long new requests are begun. */
  seconds: number;
  maxRequests: number;
  /** Longest wait for one answer. */
  timeoutSeconds: number;
}

export interface LoadResult {
  latenciesMilliseconds: number[];
  errors: number;
  timeouts: number;
  /** From the first request to the last answer. */
  seconds: number;
  bytes: number;
  /** Of the first failed request. */
  firstError?: string;
}
