import type { Labels } from './families';

/** Whose requests are counted. */
export interface Place {
  cluster: string;
  environment: string;
  namespace: string;
  /** Service and workload of the server. */
  service: string;
  /** Where it is probed from outside. */
  publicAddress?: string;
}

export type Outcome = 'succeeded' | 'failed';

/** How one program in the path of a request names what it counts. */
export interface Source {
  /** Found in rules that read this source. */
  sign: RegExp;
  boundsSeconds: number[];
  /** Multiplies seconds: some count in milliseconds. */
  unit: number;
  /** Counter beside the histogram; the histogram's `_count` when absent. */
  requests?: string;
  histogram: string;
  labels: (place: Place, outcome: Outcome) => Labels;
  /** Whether the app itself reports, and so falls silent with it. */
  isApplication: boolean;
}

/** Labels of what the server itself reports. */
export const monitor = ({ namespace, service }: Place): Labels => ({
  namespace,
  service,
  job: service,
  endpoint: 'metrics',
  instance: `${service}.${namespace}:9464`,
});

const DOUBLED_MILLISECONDS = Array.from(
  { length: 16 },
  (_, exponent) => 2 ** exponent / 1_000,
);

export const SOURCES: Record<string, Source> = {
  otel: {
    sign: /http_server_request_duration_seconds/,
    boundsSeconds: [
      0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ],
    unit: 1,
    histogram: 'http_server_request_duration_seconds',
    labels: (place, outcome) => ({
      ...monitor(place),
      http_request_method: 'GET',
      http_route: 'elsa/api/workflow-instances',
      http_response_status_code: outcome === 'failed' ? '500' : '200',
      url_scheme: 'http',
      network_protocol_version: '1.1',
    }),
    isApplication: true,
  },
  'prometheus-net': {
    sign: /http_requests_received_total/,
    boundsSeconds: DOUBLED_MILLISECONDS,
    unit: 1,
    requests: 'http_requests_received_total',
    histogram: 'http_request_duration_seconds',
    labels: (place, outcome) => ({
      ...monitor(place),
      code: outcome === 'failed' ? '500' : '200',
      method: 'GET',
      controller: '',
      action: '',
      exported_endpoint: 'elsa/api/workflow-instances',
    }),
    isApplication: true,
  },
  guide: {
    sign: /\bhttp_requests_total\b/,
    boundsSeconds: DOUBLED_MILLISECONDS,
    unit: 1,
    requests: 'http_requests_total',
    histogram: 'http_request_duration_seconds',
    labels: (place, outcome) => ({
      ...monitor(place),
      code: outcome === 'failed' ? '500' : '200',
      method: 'GET',
    }),
    isApplication: true,
  },
  'ingress-nginx': {
    sign: /nginx_ingress_controller_requests/,
    boundsSeconds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    unit: 1,
    requests: 'nginx_ingress_controller_requests',
    histogram: 'nginx_ingress_controller_request_duration_seconds',
    labels: ({ namespace, service, environment }, outcome) => ({
      namespace: 'ingress-nginx',
      exported_namespace: namespace,
      exported_service: service,
      ingress: environment,
      status: outcome === 'failed' ? '503' : '200',
      method: 'GET',
      path: '/elsa/api',
    }),
    isApplication: false,
  },
  traefik: {
    sign: /traefik_service_/,
    boundsSeconds: [0.1, 0.3, 1.2, 5],
    unit: 1,
    requests: 'traefik_service_requests_total',
    histogram: 'traefik_service_request_duration_seconds',
    labels: ({ namespace, service }, outcome) => ({
      namespace: 'traefik',
      service: `${namespace}-${service}-http@kubernetes`,
      code: outcome === 'failed' ? '503' : '200',
      method: 'GET',
      protocol: 'http',
    }),
    isApplication: false,
  },
  istio: {
    sign: /istio_request/,
    boundsSeconds: [
      0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ],
    unit: 1_000,
    requests: 'istio_requests_total',
    histogram: 'istio_request_duration_milliseconds',
    labels: ({ namespace, service }, outcome) => ({
      namespace,
      reporter: 'destination',
      destination_workload_namespace: namespace,
      destination_workload: service,
      destination_service_name: service,
      response_code: outcome === 'failed' ? '503' : '200',
    }),
    isApplication: false,
  },
  linkerd: {
    sign: /\bresponse_(total|latency_ms)/,
    boundsSeconds: [
      0.001, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 1, 2,
      3, 4, 5, 10,
    ],
    unit: 1_000,
    requests: 'response_total',
    histogram: 'response_latency_ms',
    labels: ({ namespace, service }, outcome) => ({
      namespace,
      deployment: service,
      direction: 'inbound',
      route_name: 'elsa-api',
      status_code: outcome === 'failed' ? '503' : '200',
      classification: outcome === 'failed' ? 'failure' : 'success',
    }),
    isApplication: false,
  },
};

const DEFAULT_SOURCE = 'ingress-nginx';

/** Which source an environment's rules read. */
export function sourceOf(rules: string): string {
  return (
    Object.entries(SOURCES).find(([, source]) =>
      source.sign.test(rules),
    )?.[0] ?? DEFAULT_SOURCE
  );
}
