import type { InstantSample } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { z } from 'zod';
import type { PrometheusConfig } from '../../config';
import type { CollectorMetrics } from '../../metrics';
import {
  createHttpTarget,
  type OwnDelay,
  type Pauses,
  UpstreamError,
} from '../http';

/** An alert of `/api/v1/alerts`. */
export interface PrometheusAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
  activeAt?: string;
  value?: string;
}

/** One series of a range query; points are `[unix seconds, "value"]`. */
export interface RangeSeries {
  metric: Record<string, string>;
  values: unknown[];
}

export interface PrometheusClientOptions {
  metrics: Pick<CollectorMetrics, 'upstreamCall'>;
  pauses: Pauses;
  delay?: OwnDelay;
}

export interface PrometheusClient {
  config: PrometheusConfig;
  /** @throws UpstreamError */
  query(promql: string, signal?: AbortSignal): Promise<InstantSample[]>;
  /** @throws UpstreamError */
  queryRange(
    promql: string,
    range: { fromSeconds: number; toSeconds: number; stepSeconds: number },
    signal?: AbortSignal,
  ): Promise<RangeSeries[]>;
  /** @throws UpstreamError */
  alerts(signal?: AbortSignal): Promise<PrometheusAlert[]>;
  close(): Promise<void>;
}

const labels = z.record(z.string(), z.string());

const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(
    z.object({ metric: labels, value: z.tuple([z.number(), z.string()]) }),
  ),
});

const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(z.object({ metric: labels, values: z.array(z.unknown()) })),
});

const alertsSchema = z.object({
  alerts: z.array(
    z.object({
      labels,
      annotations: labels.default({}),
      state: z.enum(['pending', 'firing', 'inactive', 'unknown']),
      activeAt: z.string().optional(),
      value: z.string().optional(),
    }),
  ),
});

/** @throws UpstreamError where the answer has no data of the schema */
function readData<T>(
  answer: unknown,
  schema: z.ZodType<T>,
  subject: string,
): T {
  const envelope = z
    .object({ status: z.literal('success'), data: schema })
    .safeParse(answer);
  if (!envelope.success) {
    throw new UpstreamError(
      'invalid-response',
      `${subject} with something else`,
    );
  }
  return envelope.data.data;
}

function waitingAlerts({ alerts }: z.infer<typeof alertsSchema>) {
  return alerts.flatMap(({ state, ...alert }) =>
    state === 'pending' || state === 'firing' ? [{ ...alert, state }] : [],
  );
}

/** Queries are sent as forms: they outgrow what servers take in an address. */
export function createPrometheusClient(
  config: PrometheusConfig,
  { metrics, pauses, delay }: PrometheusClientOptions,
): PrometheusClient {
  const target = createHttpTarget('prometheus', config, {
    pauses,
    onCall: state => metrics.upstreamCall('prometheus', config.name, state),
    delay,
  });

  const dataOf = <T>(answer: unknown, schema: z.ZodType<T>, what: string) =>
    readData(answer, schema, `Prometheus '${config.name}' answered ${what}`);

  return {
    config,
    async query(promql, signal) {
      const answer = await target.read({
        path: '/api/v1/query',
        method: 'POST',
        parameters: { query: promql, ...timeoutParameter(config) },
        signal,
      });
      return dataOf(answer, vectorSchema, 'a query').result;
    },
    async queryRange(promql, range, signal) {
      const answer = await target.read({
        path: '/api/v1/query_range',
        method: 'POST',
        parameters: {
          query: promql,
          start: String(range.fromSeconds),
          end: String(range.toSeconds),
          step: String(range.stepSeconds),
          ...timeoutParameter(config),
        },
        signal,
      });
      return dataOf(answer, matrixSchema, 'a range query').result;
    },
    async alerts(signal) {
      const answer = await target.read({
        path: '/api/v1/alerts',
        method: 'GET',
        signal,
      });
      const waiting = waitingAlerts(
        dataOf(answer, alertsSchema, 'a request for alerts'),
      );
      return JSON.parse(target.mask(JSON.stringify(waiting)));
    },
    close: () => target.close(),
  };
}

/** Lets the server stop working on what nobody waits for any more. */
function timeoutParameter({ timeoutMs }: PrometheusConfig) {
  return { timeout: `${Math.max(1, Math.ceil(timeoutMs / 1000))}s` };
}
