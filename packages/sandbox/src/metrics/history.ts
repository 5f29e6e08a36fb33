import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { DAY, HOUR, MINUTE } from '../clock';
import type { Family, Labels } from './families';
import { formatSeries } from './families';
import { EVALUATION_INTERVAL } from './intervals';
import type { Observatory, Observed } from './observatory';
import { SOURCES } from './sources';
import { probeFamilies, trafficFamilies } from './trafficFamilies';
import type { Traffic } from './traffic';

const HISTORY = 30 * DAY;
/**
 * Series that a budget is summed from are as dense as Prometheus will record
 * them from now on: a denser present would weigh more than the past.
 */
const STEP = EVALUATION_INTERVAL;
/** Counters only go back as far as the longest window of an alert reads them. */
const COUNTER_HISTORY = 3 * DAY + HOUR;
const COUNTER_STEP = 5 * MINUTE;
const FINE_HISTORY = HOUR;
/** Recorded series that are only looked at. */
const COARSE_STEP = HOUR;
const RECENT = 6 * HOUR;
const RECENT_STEP = 5 * MINUTE;

/** Running totals from which the ratio over any window can be told. */
interface Totals {
  at: number;
  errors: Record<SloKind, number>;
  events: Record<SloKind, number>;
}

type SloKind = 'success' | 'latency' | 'database' | 'workflow' | 'availability';

interface RecordedSeries {
  record: string;
  labels: Labels;
  kind: SloKind;
  isSummed: boolean;
}

const DURATIONS: Record<string, number> = { m: MINUTE, h: HOUR, d: DAY };

function windowOf(record: string): number | undefined {
  const match = /^slo:sli_error:ratio_rate(\d+)([mhd])$/.exec(record);
  return match ? Number(match[1]) * DURATIONS[match[2]] : undefined;
}

function kindOf(expression: string): SloKind {
  if (expression.includes('probe_success')) return 'availability';
  if (expression.includes('_bucket')) return 'latency';
  if (expression.includes('db_client')) return 'database';
  if (expression.includes('elsa_workflow')) return 'workflow';
  return 'success';
}

function rulesOf(observed: Observed) {
  return observed.rules.flatMap(object =>
    object.spec.groups.flatMap(group => group.rules),
  );
}

/** The series that an environment's rules will record, with what they measure. */
function recordedSeries(observed: Observed): RecordedSeries[] {
  const rules = rulesOf(observed);
  const named = (record: string) =>
    new Map(
      rules
        .filter(rule => rule.record === record)
        .map(rule => [rule.labels?.sloth_slo ?? '', rule]),
    );
  const shortest = named('slo:sli_error:ratio_rate5m');
  const events = named('elsa:slo_events:rate5m');
  return rules
    .filter(rule =>
      /^(slo:sli_error:|elsa:slo_|slo:period_error_budget_remaining)/.test(
        rule.record ?? '',
      ),
    )
    .map(({ record = '', labels = {} }) => {
      const slo = labels.sloth_slo ?? '';
      // Made from the ratio over the period, whose window it keeps as a label.
      const isRemaining = record.startsWith('slo:period_');
      const summed = events.has(slo)
        ? record.startsWith('elsa:slo_')
        : record === 'slo:sli_error:ratio_rate5m';
      return {
        record,
        labels: isRemaining ? { ...labels, sloth_window: '30d' } : labels,
        kind: kindOf(shortest.get(slo)?.expr ?? ''),
        isSummed: summed,
      };
    });
}

function objectiveOf(observed: Observed, slo: string): number {
  const rule = rulesOf(observed).find(
    row =>
      row.record === 'slo:objective:ratio' && row.labels?.sloth_slo === slo,
  );
  const value = /vector\(([0-9.]+)\)/.exec(rule?.expr ?? '')?.[1];
  return Number(value ?? 0.99);
}

/** The bucket that the latency objective reads, in seconds. */
function latencyBound(observed: Observed): number {
  // A bound may be a regular expression, in which its dot is escaped.
  const bounds = rulesOf(observed)
    .filter(rule => rule.record === 'slo:sli_error:ratio_rate5m')
    .map(rule => /le=~?"([0-9.\\]+)/.exec(rule.expr)?.[1])
    .filter(text => text !== undefined);
  const bound = Number(bounds[0]?.replace(/\\/g, ''));
  const { boundsSeconds, unit } = SOURCES[observed.source];
  return (
    boundsSeconds.find(candidate => candidate * unit === bound) ??
    boundsSeconds[boundsSeconds.length - 1]
  );
}

function totalsOf(
  traffic: Traffic,
  at: number,
  previous: Totals,
  bound: number,
): Totals {
  const requests = traffic.succeeded + traffic.failed;
  const elapsed = at - previous.at;
  return {
    at,
    errors: {
      success: traffic.failed,
      latency: traffic.succeeded - traffic.within(bound),
      database: traffic.databaseFailures,
      workflow: traffic.workflowsFaulted,
      availability:
        previous.errors.availability +
        (traffic.isProbeSuccessful ? 0 : elapsed),
    },
    events: {
      success: requests,
      latency: requests,
      database: traffic.databaseOperations,
      workflow: traffic.workflowsStarted,
      availability: previous.events.availability + elapsed,
    },
  };
}

function emptyTotals(at: number): Totals {
  const zero = {
    success: 0,
    latency: 0,
    database: 0,
    workflow: 0,
    availability: 0,
  };
  return { at, errors: { ...zero }, events: { ...zero } };
}

/** The last totals at or before a time; they are in order. */
function totalsAt(all: Totals[], at: number): Totals {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (all[middle].at <= at) low = middle;
    else high = middle - 1;
  }
  return all[low];
}

class Writer {
  readonly #stream: WriteStream;
  #buffer: string[] = [];

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  add(series: string, value: number, at: number): void {
    this.#buffer.push(`${series} ${value} ${at / 1_000}\n`);
  }

  addFamilies(families: Family[], at: number): void {
    for (const { name, samples } of families) {
      for (const { suffix = '', labels, value } of samples) {
        this.add(formatSeries(name + suffix, labels), value, at);
      }
    }
  }

  async flush(): Promise<void> {
    const isAccepted = this.#stream.write(this.#buffer.join(''));
    this.#buffer = [];
    if (!isAccepted) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    await this.flush();
    this.#stream.end('# EOF\n');
    await once(this.#stream, 'finish');
  }
}

function recordedValue(
  series: RecordedSeries,
  all: Totals[],
  at: number,
  objective: number,
): number | undefined {
  const window = windowOf(series.record);
  const isRate = series.record.startsWith('elsa:slo_');
  const current = totalsAt(all, at);
  const before = totalsAt(
    all,
    at - (isRate ? 5 * MINUTE : (window ?? HISTORY)),
  );
  const events = current.events[series.kind] - before.events[series.kind];
  const errors = current.errors[series.kind] - before.errors[series.kind];
  if (events <= 0) return undefined;
  if (isRate) {
    const seconds = (current.at - before.at) / 1_000;
    return (
      (series.record.startsWith('elsa:slo_errors') ? errors : events) / seconds
    );
  }
  const ratio = errors / events;
  return window === undefined ? 1 - ratio / (1 - objective) : ratio;
}

async function writeEnvironment(
  observatory: Observatory,
  observed: Observed,
  now: number,
  writer: Writer,
): Promise<void> {
  const traffic = observatory.traffic(observed);
  const bound = latencyBound(observed);
  const series = recordedSeries(observed).map(row => ({
    ...row,
    text: formatSeries(row.record, row.labels),
    objective: objectiveOf(observed, row.labels.sloth_slo ?? ''),
  }));
  const start = Math.floor((now - HISTORY) / HOUR) * HOUR;
  const all: Totals[] = [emptyTotals(start - STEP)];
  for (let at = start; at < now; at += STEP) {
    traffic.advance(at - STEP, at, observatory.past(observed, at));
    all.push(totalsOf(traffic, at, all[all.length - 1], bound));
    const isCounted =
      at > now - FINE_HISTORY ||
      (at > now - COUNTER_HISTORY && at % COUNTER_STEP === 0);
    if (isCounted) {
      writer.addFamilies(
        [
          ...trafficFamilies(observed.source, observed.place, traffic),
          ...probeFamilies(observed.place, traffic, undefined),
        ],
        at,
      );
    }
    const isShown =
      at % COARSE_STEP === 0 || (at > now - RECENT && at % RECENT_STEP === 0);
    for (const row of series) {
      if (!row.isSummed && !isShown) continue;
      const value = recordedValue(row, all, at, row.objective);
      if (value !== undefined) writer.add(row.text, value, at);
    }
    if (at % DAY === 0) await writer.flush();
  }
  await writer.flush();
}

/**
 * Writes a month of series as OpenMetrics, from which promtool makes blocks: a
 * file for each environment, given as soon as it is whole.
 */
export async function* writeHistory(
  observatory: Observatory,
  folder: string,
  now: number,
): AsyncGenerator<string> {
  for (const [index, observed] of observatory.observed().entries()) {
    const path = join(folder, `${index}.om`);
    const writer = new Writer(path);
    await writeEnvironment(observatory, observed, now, writer);
    await writer.end();
    yield path;
  }
  observatory.startAt(now);
}
