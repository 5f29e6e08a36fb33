import type { Family, Labels, Sample } from './families';
import { counter, gauge } from './families';
import {
  monitor,
  type Outcome,
  type Place,
  type Source,
  SOURCES,
} from './sources';
import type { Traffic } from './traffic';

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

/** How long requests took, by whether they succeeded. */
function durationFamily(
  source: Source,
  traffic: Traffic,
  { succeeded, failed }: Record<Outcome, Labels>,
): Family {
  return {
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
  };
}

/** What the server counts beside its requests. */
function applicationFamilies(own: Labels, traffic: Traffic): Family[] {
  const database = { ...own, db_client_connection_pool_name: 'elsa' };
  const workflows = { ...own, workflow_name: 'all' };
  const { workflowsStarted, workflowsFaulted } = traffic;
  return [
    counter('db_client_operation_failed_total', [
      [database, traffic.databaseFailures],
    ]),
    counter('db_client_connection_npgsql_timeouts_total', [[database, 0]]),
    counter('db_client_operation_duration_seconds_count', [
      [database, traffic.databaseOperations],
    ]),
    counter('elsa_workflow_started_total', [[workflows, workflowsStarted]]),
    counter('elsa_workflow_completed_total', [
      [workflows, workflowsStarted - workflowsFaulted],
    ]),
    counter('elsa_workflow_faulted_total', [[workflows, workflowsFaulted]]),
  ];
}

/** The series that a source has of an environment at one moment. */
export function trafficFamilies(
  sourceName: string,
  place: Place,
  traffic: Traffic,
): Family[] {
  const source = SOURCES[sourceName];
  const { cluster } = place;
  const labels = {
    succeeded: { ...source.labels(place, 'succeeded'), cluster },
    failed: { ...source.labels(place, 'failed'), cluster },
  };
  return [
    durationFamily(source, traffic, labels),
    ...(source.requests
      ? [
          counter(source.requests, [
            [labels.succeeded, traffic.succeeded],
            [labels.failed, traffic.failed],
          ]),
        ]
      : []),
    ...(source.isApplication
      ? applicationFamilies({ ...monitor(place), cluster }, traffic)
      : []),
  ];
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
