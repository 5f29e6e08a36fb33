import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { send } from './FakeCluster';
import type { BenchEnvironment } from './scenario';

const SLOS = [
  { name: 'success', objective: '0.999', errorRatio: 0.0004 },
  { name: 'latency', objective: '0.95', errorRatio: 0.01 },
  { name: 'availability', objective: '0.9995', errorRatio: 0.0001 },
];
const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'];
const GIBIBYTE = 1024 ** 3;

/** One environment in fifty has an alert that fires. */
const ENVIRONMENTS_PER_ALERT = 50;

interface Sample {
  metric: Record<string, string>;
  value: [number, string];
}

/** Answers the collector's queries for many environments; knows no PromQL. */
export class FakePrometheus {
  readonly #environments: readonly BenchEnvironment[];

  constructor(environments: readonly BenchEnvironment[]) {
    this.#environments = environments;
  }

  /** @returns bytes of the answer */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<number> {
    if (request.url === '/api/v1/alerts') {
      return send(response, 200, success({ alerts: this.#alerts() }));
    }
    const query = new URLSearchParams(await text(request)).get('query') ?? '';
    const cluster = /cluster="([^"]+)"/.exec(query)?.[1];
    const environments = this.#environments.filter(
      item => cluster === undefined || item.cluster === cluster,
    );
    const samplesOf = samplesFor(query);
    const seconds = Date.now() / 1000;
    const result = environments.flatMap(item =>
      samplesOf(item, seconds).map(([metric, value]): Sample => ({
        metric,
        value: [seconds, value],
      })),
    );
    return send(response, 200, success({ resultType: 'vector', result }));
  }

  #alerts() {
    return this.#environments
      .filter(({ index }) => index % ENVIRONMENTS_PER_ALERT === 0)
      .map(item => ({
        labels: {
          alertname: 'ElsaErrorBudgetBurn',
          severity: 'warning',
          sloth_slo: 'latency',
          cluster: item.cluster,
          ...labelsOf(item),
        },
        annotations: {
          summary: `${item.name} burns its error budget too fast`,
        },
        state: 'firing',
        activeAt: '2026-11-01T00:00:00Z',
        value: '1e+00',
      }));
  }
}

type SamplesOf = (
  environment: BenchEnvironment,
  seconds: number,
) => Array<[metric: Record<string, string>, value: string]>;

function samplesFor(query: string): SamplesOf {
  if (query.includes('slo:sli_error')) {
    return sliErrors;
  }
  if (query.includes('slo:objective')) {
    return definitions;
  }
  if (query.includes('kubelet_volume_stats_used_bytes')) {
    return (item, seconds) => volumes(item, usedBytes(item, seconds));
  }
  if (query.includes('kubelet_volume_stats_capacity_bytes')) {
    return item => volumes(item, 20 * GIBIBYTE);
  }
  return () => [];
}

function labelsOf({ name }: BenchEnvironment): Record<string, string> {
  return { elsa_environment: name, namespace: name };
}

/** Under traffic every evaluation gives another ratio. */
function sliErrors(
  item: BenchEnvironment,
  seconds: number,
): ReturnType<SamplesOf> {
  const drift = 1 + 0.3 * Math.sin(seconds / 600 + item.index);
  return SLOS.flatMap(slo =>
    WINDOWS.map((sloth_window): [Record<string, string>, string] => [
      { ...labelsOf(item), sloth_slo: slo.name, sloth_window },
      String(slo.errorRatio * drift),
    ]),
  );
}

function definitions(item: BenchEnvironment): ReturnType<SamplesOf> {
  return SLOS.flatMap(({ name, objective }): ReturnType<SamplesOf> => {
    const labels = { ...labelsOf(item), sloth_slo: name };
    return [
      [{ __name__: 'slo:objective:ratio', ...labels }, objective],
      [{ __name__: 'slo:time_period:days', ...labels }, '30'],
    ];
  });
}

function usedBytes({ index }: BenchEnvironment, seconds: number): number {
  return Math.round(
    (5 + (index % 10) + (seconds % 86_400) / 86_400) * GIBIBYTE,
  );
}

function volumes(
  { name }: BenchEnvironment,
  bytes: number,
): ReturnType<SamplesOf> {
  return [
    [
      {
        namespace: name,
        persistentvolumeclaim: `data-${name}-postgresql-0`,
      },
      String(bytes),
    ],
  ];
}

function success(data: unknown): string {
  return JSON.stringify({ status: 'success', data });
}
