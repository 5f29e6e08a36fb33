import type { LabelMatcher } from '../promql';

/**
 * Routes of probes and scrapes, which would dilute both errors and latency.
 * The bare names need their slash: the Prometheus operator labels targets with
 * `endpoint="metrics"`, the port's name, and that must not be taken for a route.
 */
const IGNORED_ROUTES =
  '/|/(health|alive|metrics)(/.*)?|/?elsa/api/package/version';

/** Matcher on a route label; series without the label are kept. */
export function ignoringProbeRoutes(label: string): LabelMatcher {
  return { label, operator: '!~', value: IGNORED_ROUTES };
}

/** Matcher for server errors on a status label, classes such as `5xx` included. */
export function serverErrors(label: string): LabelMatcher {
  return { label, operator: '=~', value: '5..' };
}

/** Labels that the Prometheus operator puts on targets of a ServiceMonitor. */
export const SERVICE_MONITOR_IDENTITY = {
  kind: 'labels',
  namespace: 'namespace',
  service: 'service',
} as const;

/** 1 ms doubled 15 times: prometheus-net's default for HTTP durations. */
export const PROMETHEUS_NET_BUCKETS_SECONDS = Array.from(
  { length: 16 },
  (_, exponent) => 2 ** exponent / 1000,
);
