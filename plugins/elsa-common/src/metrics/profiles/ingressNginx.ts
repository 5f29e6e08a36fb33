import type { MetricProfile } from '../types';
import { ignoringProbeRoutes, serverErrors } from './shared';

/** What the retired ingress-nginx controller counts per Service. */
export const ingressNginx: MetricProfile = {
  id: 'ingress-nginx',
  title: 'ingress-nginx',
  requires:
    "The controller's metrics, scraped with its chart's ServiceMonitor as it comes (honorLabels off, so that the namespace of the Service is the label exported_namespace).",
  reporter: 'edge',
  identity: {
    kind: 'labels',
    namespace: 'exported_namespace',
    service: 'exported_service',
  },
  requests: {
    total: 'nginx_ingress_controller_requests',
    scope: [],
    ignored: [ignoringProbeRoutes('path')].map(matcher => ({
      ...matcher,
      // Here `/` is the rule of the whole host, not a probe.
      value: matcher.value.replace(/^\/\|/, ''),
    })),
    failed: [serverErrors('status')],
    latency: {
      metric: 'nginx_ingress_controller_request_duration_seconds',
      unit: 'seconds',
      bucketBounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    },
  },
};
