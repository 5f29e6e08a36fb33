import type { MetricProfile } from '../types';
import {
  ignoringProbeRoutes,
  SERVICE_MONITOR_IDENTITY,
  serverErrors,
} from './shared';

/** ASP.NET Core's own instruments, Npgsql's and Elsa's (3.8 and later). */
export const otel: MetricProfile = {
  id: 'otel',
  title: 'OpenTelemetry (ASP.NET Core instruments)',
  requires:
    'A host that exports OpenTelemetry metrics, or auto-instrumentation; the series must carry the labels namespace and service, which a ServiceMonitor gives and a collector has to set.',
  reporter: 'application',
  identity: SERVICE_MONITOR_IDENTITY,
  requests: {
    total: 'http_server_request_duration_seconds_count',
    scope: [],
    ignored: [ignoringProbeRoutes('http_route')],
    failed: [serverErrors('http_response_status_code')],
    latency: {
      metric: 'http_server_request_duration_seconds',
      unit: 'seconds',
      bucketBounds: [
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5,
        10,
      ],
    },
  },
  database: [
    {
      driver: 'npgsql-10',
      failed: [
        'db_client_connection_npgsql_timeouts_total',
        'db_client_operation_failed_total',
      ],
      total: 'db_client_operation_duration_seconds_count',
    },
    {
      driver: 'npgsql-9',
      failed: [
        'db_client_connections_timeouts_total',
        'db_client_commands_failed_total',
      ],
      total: 'db_client_commands_duration_seconds_count',
    },
  ],
  workflow: {
    failed: 'elsa_workflow_faulted_total',
    total: 'elsa_workflow_started_total',
  },
};
