import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  buildRawSliQuery,
  getMetricProfile,
  recordedSloQueries,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  durationSeconds,
  evaluateSlo,
  readRecordedSlos,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { execTool } from './lib/helm';
import { Prometheus } from './lib/prometheus';
import { recordingRules } from './lib/recordingRules';

/** Seconds between two samples of the history. */
const STEP = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

const OBJECTIVE = 0.999;
/** The shortest period that a spec can have: the rules are evaluated all over it. */
const WINDOW_DAYS = 7;

const input: EnvironmentSpec = {
  metadata: { name: 'payments' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  host: {
    profile: 'clustered',
    server: { repository: 'registry.example.com/payments/elsa', tag: '1.0.0' },
  },
  exposure: {
    kind: 'gateway',
    hosts: { server: 'elsa-api.example.com', studio: 'elsa.example.com' },
  },
  monitoring: { enabled: true, metricProfile: 'prometheus-net' },
  slos: [
    {
      name: 'success',
      indicator: 'success',
      objective: OBJECTIVE,
      windowDays: WINDOW_DAYS,
    },
  ],
};

interface History {
  startSeconds: number;
  endSeconds: number;
  totals: Array<[number, number]>;
  errors: Array<[number, number]>;
}

/**
 * Ten requests a second for nine days, with an error in a thousand, a
 * restart of the process 30 hours before the end, and 4 % errors in the last
 * two hours.
 */
function makeHistory(endSeconds: number): History {
  const startSeconds = endSeconds - 9 * DAY;
  const history: History = { startSeconds, endSeconds, totals: [], errors: [] };
  let total = 0;
  let errors = 0;
  for (let time = startSeconds; time <= endSeconds; time += STEP) {
    if (time === endSeconds - 30 * HOUR) {
      total = 0;
      errors = 0;
    }
    const isIncident = time > endSeconds - 2 * HOUR;
    total += 600;
    errors += isIncident ? 24 : 0.6;
    history.totals.push([time, total]);
    history.errors.push([time, errors]);
  }
  return history;
}

function toOpenMetrics({ totals, errors }: History): string {
  const labels = (code: string) =>
    `{namespace="payments-elsa",service="payments-server",endpoint="elsa/api/workflow-definitions",code="${code}"}`;
  const lines = totals.flatMap(([time, total], index) => {
    const failed = errors[index][1];
    return [
      `http_requests_received_total${labels('200')} ${total - failed} ${time}`,
      `http_requests_received_total${labels('500')} ${failed} ${time}`,
    ];
  });
  return `# TYPE http_requests_received counter\n${lines.join('\n')}\n# EOF\n`;
}

/** How much a counter grew; after a restart it counts from 0 again. */
function increaseOf(samples: ReadonlyArray<[number, number]>): number {
  return samples
    .slice(1)
    .reduce(
      (sum, [, value], index) =>
        sum + (value >= samples[index][1] ? value - samples[index][1] : value),
      0,
    );
}

/** Error ratio of the window before a time, by arithmetic of the test on the same samples. */
function ownErrorRatio(history: History, at: number, seconds: number): number {
  const inWindow = (samples: Array<[number, number]>) =>
    samples.filter(([time]) => time >= at - seconds && time <= at);
  return (
    increaseOf(inWindow(history.errors)) / increaseOf(inWindow(history.totals))
  );
}

describe('SLO evaluation beside the real Prometheus', () => {
  // Well in the past, so that the blocks do not overlap what Prometheus writes now.
  const endSeconds = Math.floor(Date.now() / 1000 / HOUR) * HOUR - 12 * HOUR;
  const history = makeHistory(endSeconds);
  let folder: string;
  let prometheus: Prometheus;
  /** When the rules were evaluated last: a group has an offset of its own. */
  let at: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'elsa-slo-'));
    const data = join(folder, 'data');
    await mkdir(data);
    await writeFile(join(folder, 'prometheus.yml'), 'scrape_configs: []\n');
    await writeFile(join(folder, 'history.txt'), toOpenMetrics(history));
    await writeFile(
      join(folder, 'rules.yaml'),
      stringify({ groups: await recordingRules(input) }),
    );
    await execTool('PROMTOOL', [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
      ...['--max-block-duration=120h', join(folder, 'history.txt'), data],
    ]);
    prometheus = new Prometheus(folder);
    // Each pass lets the rules see what those before them recorded.
    for (let pass = 0; pass < 4; pass += 1) {
      await prometheus.restart();
      await execTool('PROMTOOL', [
        ...['tsdb', 'create-blocks-from', 'rules'],
        `--start=${endSeconds - WINDOW_DAYS * DAY}`,
        // promtool's last sample may lie before the end.
        `--end=${endSeconds + HOUR}`,
        ...['--eval-interval=300s', `--url=${prometheus.url}`],
        ...['--max-block-duration=120h', `--output-dir=${data}`],
        join(folder, 'rules.yaml'),
      ]);
    }
    await prometheus.restart();
    const [evaluated] = await prometheus.query(
      'timestamp(slo:sli_error:ratio_rate5m)',
      endSeconds,
    );
    at = Number(evaluated.value[1]);
  }, 240_000);

  afterAll(async () => {
    await prometheus?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const readSlo = async () => {
    const queries = recordedSloQueries();
    const slos = readRecordedSlos({
      sliErrors: await prometheus.query(queries.sliErrors, at),
      definitions: await prometheus.query(queries.definitions, at),
    });
    const slo = slos.find(({ name }) => name === 'success');
    if (!slo) throw new Error('The rules recorded no SLO named success');
    return slo;
  };

  it('should agree with what the generated rules record, for every window', async () => {
    const slo = await readSlo();
    expect(slo).toMatchObject({
      environment: 'payments',
      namespace: 'payments-elsa',
      objective: OBJECTIVE,
      windowSeconds: WINDOW_DAYS * DAY,
    });
    const windows = Object.entries(slo.errorRatios);
    expect(windows.length).toBeGreaterThanOrEqual(5);
    for (const [window, ratio] of windows) {
      expect([window, ratio]).toEqual([
        window,
        expect.closeTo(ownErrorRatio(history, at, durationSeconds(window)), 9),
      ]);
    }
  });

  it('should agree on the budget of the whole period', async () => {
    const slo = await readSlo();
    const own = ownErrorRatio(history, at, WINDOW_DAYS * DAY);
    // The recorded period weighs 5-minute rates, so it smooths its edges.
    expect(slo.periodErrorRatio).toBeCloseTo(own, 4);
    const status = evaluateSlo({ ...slo, from: 'recorded' });
    expect(status.remaining).toBeCloseTo(1 - own / (1 - OBJECTIVE), 1);
    expect(status.burnRates['1h']).toBeCloseTo(40, 6);
    expect(status.state).toBe(
      1 - own / (1 - OBJECTIVE) <= 0 ? 'exhausted' : 'burning-fast',
    );
    const [recorded] = await prometheus.query(
      'slo:period_error_budget_remaining:ratio{sloth_slo="success"}',
      at,
    );
    // Recorded by another group, up to five minutes earlier.
    expect(Number(recorded.value[1])).toBeCloseTo(
      status.remaining as number,
      1,
    );
  });

  it('should agree with the same SLO read from raw metrics', async () => {
    const slo = await readSlo();
    for (const window of ['5m', '1h', '6h', '1d'] as const) {
      const { query } = buildRawSliQuery(
        getMetricProfile('prometheus-net'),
        { kind: 'success' },
        window,
      );
      const [sample] = await prometheus.query(query, at);
      expect(Number(sample.value[1])).toBeCloseTo(
        slo.errorRatios[window] as number,
        9,
      );
    }
  });
});
