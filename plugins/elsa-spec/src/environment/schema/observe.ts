import { z } from 'zod';
import { METRIC_PROFILE_IDS } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  annotations,
  freeText,
  labelName,
  labels,
  line,
  objectName,
  port,
  serviceUrl,
} from './fields';

/** What an objective can measure. @public */
export const SLO_INDICATORS = [
  'availability',
  'success',
  'latency',
  'database',
  'workflow',
  'custom',
] as const;

const query = () =>
  z
    .string()
    .min(1)
    .max(4000)
    .refine(value => value.includes('{{.window}}'), {
      message: 'The query does not say where its range goes.',
      params: {
        remedy: 'Write {{.window}} in place of the range, as in [{{.window}}].',
      },
    });

export const slo = () =>
  z.strictObject({
    name: z
      .string()
      .refine(
        value =>
          value.length <= 40 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(value),
        {
          message: 'This is not a name for an objective.',
          params: {
            remedy:
              'Use lower-case letters, digits and hyphens, start with a letter, at most 40 characters.',
          },
        },
      ),
    title: line(100).optional(),
    description: freeText(500).optional(),
    indicator: z.enum(SLO_INDICATORS),
    objective: z.number().gt(0).lt(1).describe('Target ratio, such as 0.999'),
    windowDays: z
      .int()
      // The windows of the burn rates reach over three days: a period must be
      // longer, and its series must not have the name of one of theirs.
      .min(7)
      .max(90)
      .default(30)
      .describe('Days that the error budget is for'),
    thresholdMilliseconds: z
      .int()
      .min(1)
      .max(600000)
      .optional()
      .describe('A request is fast enough up to this time'),
    errorQuery: query().optional(),
    totalQuery: query().optional(),
    errorRatioQuery: query().optional(),
  });

export const slos = () => z.array(slo()).max(20);

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
            message: 'This is not the address of a blackbox exporter.',
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

export const extra = () =>
  z.strictObject({
    labels: labels().default({}).describe('On every object'),
    annotations: annotations().default({}).describe('On every object'),
    objects: z
      .array(
        z.looseObject({
          apiVersion: z.string().regex(/^([a-z0-9.-]+\/)?v[a-z0-9]+$/),
          kind: z.string().regex(/^[A-Z][A-Za-z0-9]{0,62}$/),
          metadata: z.looseObject({ name: objectName() }),
        }),
      )
      .max(100)
      .default([])
      .describe('Whole Kubernetes objects that this template does not know'),
  });
