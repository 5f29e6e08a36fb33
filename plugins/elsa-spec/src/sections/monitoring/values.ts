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
import type { Spec, Values } from '../Values';
import { sloValues } from '../slos/values';

export function monitoringValues(spec: Spec): Values {
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
          spec.database.mode === 'cloudnativepg' ||
          (spec.rabbitmq.enabled && spec.rabbitmq.mode === 'operator'),
      },
      probe: {
        enabled: monitoring.probe.enabled,
        prober: monitoring.probe.prober,
        module: monitoring.probe.module,
      },
      queries: queryValues(spec),
      alerts: {
        enabled: monitoring.alerts,
        runbookUrl: runbookUrl(spec) ?? '',
      },
      slos: spec.slos.map(slo => sloValues(spec, slo)),
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

function queryValues(spec: Spec): Values {
  const window = '{{.window}}';
  return {
    requestRate: requestRateQuery(spec, window) ?? '',
    errorRatio: errorRatioQuery(spec) ?? '',
    latencyP50: latencyQuery(spec, 0.5) ?? '',
    latencyP95: latencyQuery(spec, 0.95) ?? '',
    latencyP99: latencyQuery(spec, 0.99) ?? '',
    workflowsStarted:
      workflowRateQuery(spec, 'elsa_workflow_started_total') ?? '',
    workflowsCompleted:
      workflowRateQuery(spec, 'elsa_workflow_completed_total') ?? '',
    workflowsFaulted:
      workflowRateQuery(spec, 'elsa_workflow_faulted_total') ?? '',
  };
}
