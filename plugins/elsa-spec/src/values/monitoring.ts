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
import {
  buildSloQueries,
  METRIC_PROFILES,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Spec, Values } from './types';
import { runbookUrl } from './links';
import {
  errorRatioQuery,
  latencyQuery,
  metricProfileOf,
  requestRateQuery,
  targetOf,
  workflowRateQuery,
} from './queries';

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

type Slo = Spec['slos'][number];

const TITLES: Record<Slo['indicator'], string> = {
  availability: 'The public address answers',
  success: 'Requests succeed',
  latency: 'Requests are answered in time',
  database: 'Database operations succeed',
  workflow: 'Workflow runs do not fault',
  custom: 'Objective',
};

/** What an objective is called where the spec gives it no title. @public */
export function sloTitle(slo: Slo): string {
  return slo.title ?? TITLES[slo.indicator];
}

/** An objective as a sentence. @public */
export function sloDescription(slo: Slo): string {
  if (slo.description) return slo.description;
  const percent = Number((slo.objective * 100).toFixed(4));
  const days = `over ${slo.windowDays} days`;
  switch (slo.indicator) {
    case 'availability':
      return `${percent} % of the probes of the public address succeed ${days}.`;
    case 'success':
      return `${percent} % of requests are answered without a server error ${days}.`;
    case 'latency':
      return `${percent} % of requests are answered within ${slo.thresholdMilliseconds} ms ${days}.`;
    case 'database':
      return `${percent} % of database operations succeed ${days}.`;
    case 'workflow':
      return `${percent} % of workflow runs do not fault ${days}.`;
    default:
      return `${percent} % ${days}.`;
  }
}

function sloValues(spec: Spec, slo: Slo): Values {
  return {
    name: slo.name,
    title: sloTitle(slo),
    description: sloDescription(slo),
    objective: slo.objective,
    windowDays: slo.windowDays,
    ...sloQueries(spec, slo),
  };
}

export function sloQueries(spec: Spec, slo: Slo) {
  if (slo.indicator === 'custom') {
    return slo.errorRatioQuery !== undefined
      ? { errorRatioQuery: slo.errorRatioQuery }
      : {
          errorQuery: slo.errorQuery,
          totalQuery: slo.totalQuery,
          // A counter of errors has no series before its first error.
          absentErrorsAreZero: true,
        };
  }
  // Availability comes from the probe; the profile does not matter to it.
  const profile = metricProfileOf(spec) ?? METRIC_PROFILES.otel;
  return buildSloQueries(profile, targetOf(spec), {
    kind: slo.indicator,
    ...(slo.thresholdMilliseconds !== undefined && {
      thresholdSeconds: slo.thresholdMilliseconds / 1000,
    }),
  });
}
