import type { MetricProfile } from '../types';

/** Linkerd's proxy metrics of the server's inbound side. */
export const linkerd: MetricProfile = {
  id: 'linkerd',
  title: 'Linkerd',
  requires:
    "The server meshed and its proxy scraped with the labels of linkerd-viz's scrape configuration (namespace, deployment).",
  reporter: 'mesh',
  identity: { kind: 'labels', namespace: 'namespace', service: 'deployment' },
  requests: {
    total: 'response_total',
    scope: [{ label: 'direction', operator: '=', value: 'inbound' }],
    // Linkerd authorises the kubelet's probes by a route of this name.
    ignored: [{ label: 'route_name', operator: '!=', value: 'probe' }],
    failed: [{ label: 'classification', operator: '=', value: 'failure' }],
    latency: {
      metric: 'response_latency_ms',
      unit: 'milliseconds',
      bucketBounds: [
        1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 100, 200, 300, 400, 500, 1000, 2000,
        3000, 4000, 5000, 10000, 20000, 30000, 40000, 50000,
      ],
    },
  },
};
