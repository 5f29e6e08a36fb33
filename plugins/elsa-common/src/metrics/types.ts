import type { LabelMatcher } from './promql';

/** Where request and latency figures can come from. @public */
export const METRIC_PROFILE_IDS = [
  'otel',
  'prometheus-net',
  'ingress-nginx',
  'traefik',
  'istio',
  'linkerd',
  'guide',
] as const;
/** @public */
export type MetricProfileId = (typeof METRIC_PROFILE_IDS)[number];

/**
 * Which labels say whose series it is.
 *
 * `labels`: one label holds the namespace, another the Service or workload.
 * `joined`: one label holds both, as Traefik writes its service names.
 *
 * @public
 */
export type MetricIdentity =
  | { kind: 'labels'; namespace: string; service: string }
  | {
      kind: 'joined';
      label: string;
      /** RE2, with `NAMESPACE` and `SERVICE` where the escaped names go. */
      pattern: string;
      /** Its first group is `<namespace>-<service>`. */
      extract: RegExp;
    };

/** A histogram of request durations. @public */
export interface LatencyMetric {
  /** Name without `_bucket`, `_count` and `_sum`. */
  metric: string;
  unit: 'seconds' | 'milliseconds';
  /** Upper bounds in `unit` that exist unless somebody configured others. */
  bucketBounds: readonly number[];
}

/** Counters of a database driver. @public */
export interface DatabaseMetrics {
  driver: DatabaseDriver;
  /** Counters of failed operations and of connections that could not be had. */
  failed: readonly string[];
  total: string;
}

/** Npgsql renamed its instruments in version 10. @public */
export const DATABASE_DRIVERS = ['npgsql-10', 'npgsql-9'] as const;
/** @public */
export type DatabaseDriver = (typeof DATABASE_DRIVERS)[number];

/**
 * How one source of metrics names and labels what it counts.
 *
 * @public
 */
export interface MetricProfile {
  id: MetricProfileId;
  title: string;
  /** What has to run, and how it has to be scraped, for the series to exist. */
  requires: string;
  /** Whether the app itself reports, or the edge or mesh in front of it. */
  reporter: 'application' | 'edge' | 'mesh';
  identity: MetricIdentity;
  requests: {
    /** Counter of requests. */
    total: string;
    /** Matchers that every request selector carries. */
    scope: readonly LabelMatcher[];
    /** Matchers that leave out probes and scrapes, where the route is a label. */
    ignored: readonly LabelMatcher[];
    /** Matchers that select failed requests (5xx). */
    failed: readonly LabelMatcher[];
    latency: LatencyMetric;
  };
  database?: readonly DatabaseMetrics[];
  workflow?: { failed: string; total: string };
}

/** Whose series a query selects. @public */
export interface MetricTarget {
  environment: string;
  namespace: string;
  /** Service and workload of the Elsa server; `<environment>-server` when absent. */
  service?: string;
}

/** @public */
export const SLO_KINDS = [
  'success',
  'latency',
  'availability',
  'database',
  'workflow',
] as const;
/** @public */
export type SloKind = (typeof SLO_KINDS)[number];

/**
 * What an SLO measures.
 *
 * - `success`: requests without a 5xx answer
 * - `latency`: requests answered within a threshold
 * - `availability`: probes of the public address that succeed
 * - `database`: database operations that succeed
 * - `workflow`: workflow runs that do not fault
 *
 * @public
 */
export interface SloIndicator {
  kind: SloKind;
  /** Kind `latency` only. Must be a bucket bound. */
  thresholdSeconds?: number;
  /** Kind `latency` only: the bounds of a host that configured its own buckets. */
  bucketBoundsSeconds?: readonly number[];
  /** Kind `database` only, default `npgsql-10`. */
  driver?: DatabaseDriver;
  /**
   * Below this rate there is no data rather than a ratio of a handful of
   * events. Default 0: any traffic counts. Not for `availability`.
   */
  minimumEventsPerSecond?: number;
}

/**
 * An SLI as Sloth takes it: either events (two queries, each to be put in
 * parentheses and divided) or a ratio. `{{.window}}` stands for the range.
 *
 * @public
 */
export type SloQueries =
  | { errorQuery: string; totalQuery: string; errorRatioQuery?: undefined }
  | { errorRatioQuery: string; errorQuery?: undefined; totalQuery?: undefined };
