import type { MetricProfile } from '../types';
import { serverErrors } from './shared';

/**
 * Traefik's service metrics. Its label `service` joins what it was made from:
 * `<namespace>-<service>-<port>@kubernetes` for an Ingress,
 * `<namespace>-<route>-<hash>@kubernetescrd` for an IngressRoute,
 * `httproute-...-svc-<namespace>-<service>-<n>@kubernetesgateway` (or
 * `<namespace>-<service>-http-<port>` in older releases) for an HTTPRoute.
 */
export const traefik: MetricProfile = {
  id: 'traefik',
  title: 'Traefik',
  requires:
    'Traefik 3 with metrics.prometheus and addServicesLabels (its default); an IngressRoute must be named like the Service that it leads to.',
  reporter: 'edge',
  identity: {
    kind: 'joined',
    label: 'service',
    pattern:
      '(httproute-.+-svc-)?NAMESPACE-SERVICE(-http)?-[a-z0-9]+@kubernetes(crd|gateway)?',
    extract:
      /^(?:httproute-.+-svc-)?(.+?)(?:-http)?-[a-z0-9]+@kubernetes(?:crd|gateway)?$/,
  },
  requests: {
    total: 'traefik_service_requests_total',
    scope: [],
    ignored: [],
    failed: [serverErrors('code')],
    latency: {
      metric: 'traefik_service_request_duration_seconds',
      unit: 'seconds',
      bucketBounds: [0.1, 0.3, 1.2, 5],
    },
  },
};
