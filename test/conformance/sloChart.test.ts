import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { recordedSeriesQueries } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import { chartRange } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { execTool } from './lib/helm';
import { Prometheus } from './lib/prometheus';
import { recordingRules } from './lib/recordingRules';

/** Seconds between two samples of the history, and between two evaluations. */
const STEP = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

const WINDOW = 30 * DAY;
const OBJECTIVE = 0.999;

const INCIDENTS = 10;
const INCIDENT_SECONDS = 4 * 60;
const ERROR_RATIO = 0.5;

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
      windowDays: WINDOW / DAY,
    },
  ],
};

/** What the charts of events are made of; the period would take an hour to record. */
const RECORDED = [
  'elsa:slo_errors:rate5m',
  'elsa:slo_events:rate5m',
  'slo:sli_error:ratio_rate5m',
  'slo:sli_error:ratio_rate1h',
];

/** Starts of the incidents, at no round time of the chart. */
function incidentStarts(endSeconds: number): number[] {
  return Array.from(
    { length: INCIDENTS },
    (_, index) => endSeconds - WINDOW + (index * 2.9 + 1) * DAY + 1_740,
  ).map(time => Math.round(time / STEP) * STEP);
}

/** Requests as in any month: more at day than at night, and none fails but in incidents. */
function history(endSeconds: number): string {
  const starts = incidentStarts(endSeconds);
  let total = 0;
  let failed = 0;
  const lines: string[] = [];
  const labels = (code: string) =>
    `{namespace="payments-elsa",service="payments-server",endpoint="elsa/api/workflow-definitions",code="${code}"}`;
  for (let time = endSeconds - WINDOW - DAY; time <= endSeconds; time += STEP) {
    const requests = Math.round(
      600 + 400 * Math.sin((time / DAY) * 2 * Math.PI),
    );
    const isIncident = starts.some(
      start => time > start && time <= start + INCIDENT_SECONDS,
    );
    total += requests;
    failed += isIncident ? requests * ERROR_RATIO : 0;
    lines.push(
      `http_requests_received_total${labels('200')} ${total - failed} ${time}`,
      `http_requests_received_total${labels('500')} ${failed} ${time}`,
    );
  }
  return `# TYPE http_requests_received counter\n${lines.join('\n')}\n# EOF\n`;
}

describe('SLO charts beside the real Prometheus', () => {
  // In the past, at a round time of the chart of a month.
  const endSeconds =
    Math.floor(Date.now() / 1000 / (2 * HOUR)) * 2 * HOUR - 12 * HOUR;
  const range = chartRange({
    fromSeconds: endSeconds - WINDOW,
    toSeconds: endSeconds,
    width: 480,
  });
  const queries = recordedSeriesQueries(
    {
      environment: 'payments',
      namespace: 'payments-elsa',
      name: 'success',
      objective: OBJECTIVE,
    },
    range.stepSeconds,
  );
  let folder: string;
  let prometheus: Prometheus;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'elsa-slo-chart-'));
    const data = join(folder, 'data');
    await mkdir(data);
    await writeFile(join(folder, 'prometheus.yml'), 'scrape_configs: []\n');
    await writeFile(join(folder, 'history.txt'), history(endSeconds));
    const groups = (await recordingRules(input))
      .map(group => ({
        ...group,
        rules: group.rules.filter(
          rule => 'record' in rule && RECORDED.includes(String(rule.record)),
        ),
      }))
      .filter(group => group.rules.length > 0);
    await writeFile(join(folder, 'rules.yaml'), stringify({ groups }));
    await execTool('PROMTOOL', [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
      ...['--max-block-duration=240h', join(folder, 'history.txt'), data],
    ]);
    prometheus = new Prometheus(folder);
    await prometheus.restart();
    await execTool('PROMTOOL', [
      ...['tsdb', 'create-blocks-from', 'rules'],
      `--start=${endSeconds - WINDOW - 2 * HOUR}`,
      `--end=${endSeconds}`,
      ...[`--eval-interval=${STEP}s`, `--url=${prometheus.url}`],
      ...['--max-block-duration=240h', `--output-dir=${data}`],
      join(folder, 'rules.yaml'),
    ]);
    await prometheus.restart();
  }, 240_000);

  afterAll(async () => {
    await prometheus?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Points at which something of an incident shows. */
  const seen = (points: Array<[number, number]>, start: number) =>
    points.filter(
      ([seconds, level]) =>
        seconds > start &&
        seconds - range.stepSeconds <= start + INCIDENT_SECONDS + 300 &&
        level < 1 - 1e-4,
    );

  it('should show ten short incidents in a month', async () => {
    expect(range.stepSeconds).toBe(2 * HOUR);
    const points = await prometheus.queryRange(queries.sli, range);
    const starts = incidentStarts(endSeconds);
    expect(starts.filter(start => seen(points, start).length > 0)).toEqual(
      starts,
    );
    // Elsewhere nothing failed.
    const dips = points.filter(([, level]) => level < 1 - 1e-4).length;
    expect(dips).toBeGreaterThanOrEqual(INCIDENTS);
    expect(dips).toBeLessThanOrEqual(2 * INCIDENTS);
    // What is measured over five minutes every two hours misses most of them.
    const sampled = await prometheus.queryRange(
      '1 - max(slo:sli_error:ratio_rate5m)',
      range,
    );
    expect(
      starts.filter(start => seen(sampled, start).length > 0).length,
    ).toBeLessThan(INCIDENTS / 2);
  });

  it('should show how fast the budget burned in each of them', async () => {
    const points = await prometheus.queryRange(queries.burnRate, range);
    for (const start of incidentStarts(endSeconds)) {
      const [highest] = points
        .filter(
          ([seconds]) =>
            seconds > start && seconds - range.stepSeconds <= start + HOUR,
        )
        .map(([, rate]) => rate)
        .sort((a, b) => b - a);
      // Four minutes of an hour, half of them errors, at a budget of 0.1 %.
      const expected = (INCIDENT_SECONDS / HOUR) * ERROR_RATIO * 1_000;
      expect(highest / expected).toBeGreaterThan(0.85);
      expect(highest / expected).toBeLessThan(1.2);
    }
  });

  it('should add up to the figure of the whole window', async () => {
    const [levels, traffic] = await Promise.all(
      [queries.sli, queries.traffic!].map(query =>
        prometheus.queryRange(query, range),
      ),
    );
    // The first point stands for the step before the window.
    const rates = new Map(traffic.slice(1));
    let errors = 0;
    let events = 0;
    for (const [seconds, level] of levels.slice(1)) {
      const rate = rates.get(seconds);
      expect(rate).toBeDefined();
      errors += (1 - level) * rate!;
      events += rate!;
    }
    const [period] = await prometheus.query(
      `sum_over_time(elsa:slo_errors:rate5m[30d]) / sum_over_time(elsa:slo_events:rate5m[30d])`,
      endSeconds,
    );
    const figure = Number(period.value[1]);
    expect(figure).toBeGreaterThan(0);
    expect(errors / events / figure).toBeCloseTo(1, 3);
  });
});
