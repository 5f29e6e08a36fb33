import type { MetricProfile } from '../types';
import {
  ignoringProbeRoutes,
  PROMETHEUS_NET_BUCKETS_SECONDS,
  SERVICE_MONITOR_IDENTITY,
  serverErrors,
} from './shared';

/** prometheus-net.AspNetCore with `UseHttpMetrics()`. */
export const prometheusNet: MetricProfile = {
  id: 'prometheus-net',
  title: 'prometheus-net',
  requires:
    'A host of your own with prometheus-net.AspNetCore, UseHttpMetrics() and a metrics endpoint that a ServiceMonitor scrapes.',
  reporter: 'application',
  identity: SERVICE_MONITOR_IDENTITY,
  requests: {
    total: 'http_requests_received_total',
    scope: [],
    // The operator's target label `endpoint` pushes the route aside.
    ignored: [
      ignoringProbeRoutes('endpoint'),
      ignoringProbeRoutes('exported_endpoint'),
    ],
    failed: [serverErrors('code')],
    latency: {
      metric: 'http_request_duration_seconds',
      unit: 'seconds',
      bucketBounds: PROMETHEUS_NET_BUCKETS_SECONDS,
    },
  },
};
