import type { MetricProfile } from '../types';
import { serverErrors } from './shared';

/** Istio's standard metrics, from the server's sidecar or its waypoint. */
export const istio: MetricProfile = {
  id: 'istio',
  title: 'Istio',
  requires:
    'The server in the mesh (a sidecar, or in ambient mode a waypoint) and its proxy scraped.',
  reporter: 'mesh',
  identity: {
    kind: 'labels',
    namespace: 'destination_workload_namespace',
    service: 'destination_workload',
  },
  requests: {
    total: 'istio_requests_total',
    // The client's proxy counts every request once more.
    scope: [
      { label: 'reporter', operator: '=~', value: 'destination|waypoint' },
    ],
    ignored: [],
    failed: [serverErrors('response_code')],
    latency: {
      metric: 'istio_request_duration_milliseconds',
      unit: 'milliseconds',
      bucketBounds: [
        0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000,
        60000, 300000, 600000, 1800000, 3600000,
      ],
    },
  },
};
