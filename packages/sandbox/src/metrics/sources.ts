import type { Family, Labels, Sample } from './families';
import { counter, gauge } from './families';
import type { Traffic } from './traffic';

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

type Outcome = 'succeeded' | 'failed';

/** How one program in the path of a request names what it counts. */
interface Source {
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

const monitor = ({ namespace, service }: Place): Labels => ({
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

function histogramSamples(
  source: Source,
  labels: Labels,
  count: number,
  sumSeconds: number,
  within: (bound: number) => number,
): Sample[] {
  return [
    ...source.boundsSeconds.map(bound => ({
      suffix: '_bucket',
      labels: { ...labels, le: String(+(bound * source.unit).toFixed(6)) },
      value: within(bound),
    })),
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sumSeconds * source.unit },
    { suffix: '_count', labels, value: count },
  ];
}

/** The series that a source has of an environment at one moment. */
export function trafficFamilies(
  sourceName: string,
  place: Place,
  traffic: Traffic,
): Family[] {
  const source = SOURCES[sourceName];
  const add = (labels: Labels): Labels => ({
    ...labels,
    cluster: place.cluster,
  });
  const succeeded = add(source.labels(place, 'succeeded'));
  const failed = add(source.labels(place, 'failed'));
  const own = add(monitor(place));
  const families: Family[] = [
    {
      name: source.histogram,
      type: 'histogram',
      samples: [
        ...histogramSamples(
          source,
          succeeded,
          traffic.succeeded,
          traffic.secondsTotal,
          bound => traffic.within(bound),
        ),
        ...histogramSamples(
          source,
          failed,
          traffic.failed,
          traffic.failed * 0.01,
          () => traffic.failed,
        ),
      ],
    },
  ];
  if (source.requests) {
    families.push(
      counter(source.requests, [
        [succeeded, traffic.succeeded],
        [failed, traffic.failed],
      ]),
    );
  }
  if (source.isApplication) {
    const database = { ...own, db_client_connection_pool_name: 'elsa' };
    families.push(
      counter('db_client_operation_failed_total', [
        [database, traffic.databaseFailures],
      ]),
      counter('db_client_connection_npgsql_timeouts_total', [[database, 0]]),
      counter('db_client_operation_duration_seconds_count', [
        [database, traffic.databaseOperations],
      ]),
      counter('elsa_workflow_started_total', [
        [{ ...own, workflow_name: 'all' }, traffic.workflowsStarted],
      ]),
      counter('elsa_workflow_completed_total', [
        [
          { ...own, workflow_name: 'all' },
          traffic.workflowsStarted - traffic.workflowsFaulted,
        ],
      ]),
      counter('elsa_workflow_faulted_total', [
        [{ ...own, workflow_name: 'all' }, traffic.workflowsFaulted],
      ]),
    );
  }
  return families;
}

/** Whether Prometheus reaches an app that reports on itself. */
export function targetFamilies(
  sourceName: string,
  place: Place,
  isUp: boolean,
): Family[] {
  if (!SOURCES[sourceName].isApplication) return [];
  return [
    gauge('up', [
      [{ ...monitor(place), cluster: place.cluster }, Number(isUp)],
    ]),
  ];
}

/** What the blackbox exporter says of the public address. */
export function probeFamilies(
  place: Place,
  traffic: Traffic,
  certificateExpiresAt: number | undefined,
): Family[] {
  const labels: Labels = {
    cluster: place.cluster,
    namespace: place.namespace,
    elsa_environment: place.environment,
    job: `probe/${place.namespace}/${place.environment}`,
    ...(place.publicAddress && { instance: place.publicAddress }),
  };
  return [
    {
      name: 'probe_success',
      type: 'gauge',
      samples: [{ labels, value: Number(traffic.isProbeSuccessful) }],
    },
    {
      name: 'probe_ssl_earliest_cert_expiry',
      type: 'gauge',
      samples:
        certificateExpiresAt === undefined
          ? []
          : [{ labels, value: certificateExpiresAt / 1_000 }],
    },
  ];
}
