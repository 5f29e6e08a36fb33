import type { MetricProfile } from '../types';
import {
  ignoringProbeRoutes,
  PROMETHEUS_NET_BUCKETS_SECONDS,
  SERVICE_MONITOR_IDENTITY,
  serverErrors,
} from './shared';

/** The names of the guide's own rules, for hosts that were made to export them. */
export const guide: MetricProfile = {
  id: 'guide',
  title: "The guide's metric names",
  requires:
    'A host of your own that exports http_requests_total and http_request_duration_seconds with the label code; no Elsa image does.',
  reporter: 'application',
  identity: SERVICE_MONITOR_IDENTITY,
  requests: {
    total: 'http_requests_total',
    scope: [],
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
