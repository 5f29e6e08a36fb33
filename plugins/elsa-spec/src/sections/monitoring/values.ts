/*
 * monitoring               from
 * ----------------------------------------------------------------------
 * serviceMonitor, otlp     monitoring.collection
 * probe                    monitoring.probe
 * queries                  the metric profile, resolved for this environment
 * alerts                   monitoring.alerts, the runbook's address
 * slos                     slos, with the queries of the metric profile
 * dashboard                monitoring.dashboard
 */
import { runbookUrl } from '../delivery/links';
import {
  errorRatioQuery,
  latencyQuery,
  requestRateQuery,
  workflowRateQuery,
} from '../queries';
import type { Environment } from '../Environment';
import type { Values } from '../Values';
import { sloValues } from '../slos/values';

export function monitoringValues(environment: Environment): Values {
  const { spec, profiles } = environment;
  const { monitoring } = spec;
  if (!monitoring.enabled) return { monitoring: { enabled: false } };
  return {
    monitoring: {
      enabled: true,
      labels: monitoring.labels,
      serviceMonitor: { enabled: monitoring.collection === 'service-monitor' },
      otlp: {
        enabled: monitoring.collection === 'otlp',
        ...(monitoring.otlpEndpoint && {
          endpoint: monitoring.otlpEndpoint,
          protocol: otlpProtocol(monitoring.otlpEndpoint),
        }),
      },
      podMonitors: {
        enabled:
          profiles.database.hasPodMonitor ||
          (spec.rabbitmq.enabled && profiles.rabbitmq.hasPodMonitor),
      },
      probe: {
        enabled: monitoring.probe.enabled,
        prober: monitoring.probe.prober,
        module: monitoring.probe.module,
      },
      queries: queryValues(environment),
      alerts: {
        enabled: monitoring.alerts,
        runbookUrl: runbookUrl(spec) ?? '',
      },
      slos: spec.slos.map(slo => sloValues(environment, slo)),
      dashboard: {
        enabled: monitoring.dashboard.enabled,
        folder: monitoring.dashboard.folder,
      },
    },
  };
}

/** Port 4318 is the one that OpenTelemetry keeps for HTTP, 4317 the one for gRPC. */
function otlpProtocol(endpoint: string): 'grpc' | 'http/protobuf' {
  return new URL(endpoint).port === '4318' ? 'http/protobuf' : 'grpc';
}

function queryValues(environment: Environment): Values {
  const window = '{{.window}}';
  return {
    requestRate: requestRateQuery(environment, window) ?? '',
    errorRatio: errorRatioQuery(environment) ?? '',
    latencyP50: latencyQuery(environment, 0.5) ?? '',
    latencyP95: latencyQuery(environment, 0.95) ?? '',
    latencyP99: latencyQuery(environment, 0.99) ?? '',
    workflowsStarted:
      workflowRateQuery(environment, 'elsa_workflow_started_total') ?? '',
    workflowsCompleted:
      workflowRateQuery(environment, 'elsa_workflow_completed_total') ?? '',
    workflowsFaulted:
      workflowRateQuery(environment, 'elsa_workflow_faulted_total') ?? '',
  };
}
