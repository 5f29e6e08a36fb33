/* eslint-disable max-lines-per-function -- a table of the section's fields */
import { METRIC_PROFILE_IDS } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import { z } from 'zod';
import { labelName, labels, line, port } from '../../fields/primitives';
import { serviceUrl } from '../../fields/urls';

export const monitoring = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    metricProfile: z
      .enum(METRIC_PROFILE_IDS)
      .optional()
      .describe(
        'Where requests are counted; follows from mesh, edge and host unless given',
      ),
    collection: z
      .enum(['none', 'service-monitor', 'otlp'])
      .optional()
      .describe("How the server's own metrics are collected"),
    metricsPath: z
      .string()
      .regex(/^\/[A-Za-z0-9/_-]*$/)
      .default('/metrics'),
    metricsPort: port()
      .default(8080)
      .describe("Port of the server image's metrics"),
    otlpEndpoint: serviceUrl().optional(),
    prometheusUrl: serviceUrl()
      .optional()
      .describe(
        "Address that KEDA asks for request rates; the Prometheus operator's in monitoring.namespace unless given",
      ),
    namespace: labelName('a namespace')
      .default('monitoring')
      .describe('Where Prometheus and the blackbox exporter run'),
    labels: labels()
      .default({})
      .describe(
        'Labels by which the Prometheus operator selects rules and monitors',
      ),
    alerts: z.boolean().default(true),
    probe: z
      .strictObject({
        enabled: z.boolean().optional(),
        prober: z
          .string()
          .refine(value => /^[a-z0-9][a-z0-9.-]*(:[0-9]{1,5})?$/.test(value), {
            message: 'This is not a valid blackbox exporter address.',
            params: {
              remedy:
                'Write host and port, such as blackbox.monitoring.svc:9115.',
            },
          })
          .optional()
          .describe(
            'Host and port of the blackbox exporter; the usual one in monitoring.namespace unless given',
          ),
        module: labelName('a module')
          .or(z.string().regex(/^[a-z0-9_]{1,63}$/))
          .default('http_2xx'),
      })
      .prefault({}),
    dashboard: z
      .strictObject({
        enabled: z.boolean().default(true),
        folder: line(100).default('Elsa Workflows'),
        url: serviceUrl().optional().describe('Address of Grafana, for links'),
      })
      .prefault({}),
  });
