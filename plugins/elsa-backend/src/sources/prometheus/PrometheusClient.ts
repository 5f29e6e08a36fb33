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
import { findPartial, readItems, type ReadableItems } from './readAnswer';

/** An alert of `/api/v1/alerts`. */
export interface PrometheusAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
  activeAt?: string;
  value?: string;
}

/** All alerts that could be read. */
export interface AlertsAnswer {
  alerts: PrometheusAlert[];
  /** Why there may be more of them. */
  problem?: UpstreamError;
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
  /** @throws UpstreamError, also when the answer is partial */
  query(promql: string, signal?: AbortSignal): Promise<InstantSample[]>;
  /** @throws UpstreamError */
  queryRange(
    promql: string,
    range: { fromSeconds: number; toSeconds: number; stepSeconds: number },
    signal?: AbortSignal,
  ): Promise<RangeSeries[]>;
  /** @throws UpstreamError */
  alerts(signal?: AbortSignal): Promise<AlertsAnswer>;
  close(): Promise<void>;
}

const labels = z.record(z.string(), z.string());

const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.unknown()),
});
const sampleSchema = z.object({
  metric: labels,
  value: z.tuple([z.number(), z.string()]),
});

const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(z.object({ metric: labels, values: z.array(z.unknown()) })),
});

const alertsSchema = z.object({ alerts: z.array(z.unknown()) });
const alertSchema = z.object({
  labels,
  annotations: labels.nullable().default({}),
  state: z.enum(['pending', 'firing', 'inactive', 'unknown']),
  activeAt: z.string().optional(),
  value: z.string().optional(),
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

/** @throws UpstreamError where there is nothing but odd ones */
function readList<T>(
  list: readonly unknown[],
  schema: z.ZodType<T>,
  subject: string,
): ReadableItems<T> {
  const read = readItems(list, schema);
  if (!read) {
    throw new UpstreamError(
      'invalid-response',
      `${subject} with something else`,
    );
  }
  return read;
}

function waitingAlerts(items: ReadonlyArray<z.infer<typeof alertSchema>>) {
  return items.flatMap(({ state, annotations, ...alert }) =>
    state === 'pending' || state === 'firing'
      ? [{ ...alert, annotations: annotations ?? {}, state }]
      : [],
  );
}

function oddAlerts(subject: string, count: number): UpstreamError | undefined {
  return count === 0
    ? undefined
    : new UpstreamError(
        'invalid-response',
        `${subject} gave ${count} of its alerts in a form that is no alert, and they are left out`,
      );
}

/** Reads what a server answers, naming the server in every fault. */
function createAnswerReader(
  config: PrometheusConfig,
  target: Pick<ReturnType<typeof createHttpTarget>, 'mask'>,
) {
  const subject = `Prometheus '${config.name}'`;
  const dataOf = <T>(answer: unknown, schema: z.ZodType<T>, what: string) =>
    readData(answer, schema, `${subject} answered ${what}`);
  const itemsOf = <T>(
    list: readonly unknown[],
    schema: z.ZodType<T>,
    what: string,
  ) => readList(list, schema, `${subject} answered ${what}`);
  const partialityOf = (answer: unknown) => {
    const partial = findPartial(answer, subject);
    return (
      partial && new UpstreamError('partial', target.mask(partial.message))
    );
  };
  return { subject, dataOf, itemsOf, partialityOf };
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

  const { subject, dataOf, ...answer } = createAnswerReader(config, target);

  return {
    config,
    async query(promql, signal) {
      const body = await target.read({
        path: '/api/v1/query',
        method: 'POST',
        parameters: { query: promql, ...timeoutParameter(config) },
        signal,
      });
      const { result } = dataOf(body, vectorSchema, 'a query');
      const partial = answer.partialityOf(body);
      if (partial) {
        throw partial;
      }
      return answer.itemsOf(result, sampleSchema, 'a query').items;
    },
    async queryRange(promql, range, signal) {
      const body = await target.read({
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
      return dataOf(body, matrixSchema, 'a range query').result;
    },
    async alerts(signal) {
      const body = await target.read({
        path: '/api/v1/alerts',
        method: 'GET',
        signal,
      });
      const what = 'a request for alerts';
      const { alerts } = dataOf(body, alertsSchema, what);
      const { items, oddCount } = answer.itemsOf(alerts, alertSchema, what);
      return {
        alerts: JSON.parse(target.mask(JSON.stringify(waitingAlerts(items)))),
        problem: answer.partialityOf(body) ?? oddAlerts(subject, oddCount),
      };
    },
    close: () => target.close(),
  };
}

/** Lets the server stop working on what nobody waits for any more. */
function timeoutParameter({ timeoutMs }: PrometheusConfig) {
  return { timeout: `${Math.max(1, Math.ceil(timeoutMs / 1000))}s` };
}
