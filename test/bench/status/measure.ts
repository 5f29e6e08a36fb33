import { median, percentile } from '../lib/statistics';
import type {
  Cycle,
  LoadOptions,
  LoadResult,
  ServerUsage,
  UpstreamCounts,
} from './messages';
import type { StatusBenchOptions } from './options';
import { Portal } from './Portal';
import { createEnvironments, type Scale } from './scenario';

/** Rounds of the collector without readers, after the first one. */
const STEADY_CYCLES = 2;

/** Beyond this an answer counts as not given. */
const TIMEOUT_SECONDS = 60;

/** A bound, should a reading turn out to be very quick. */
const MAX_REQUESTS = 200_000;

export const READINGS = {
  list: { method: 'GET', path: '/api/elsa/environments?limit=100' },
  single: {
    method: 'GET',
    path: '/api/elsa/environments/component/default/{{environment}}',
  },
  kubernetes: {
    method: 'POST',
    path: '/api/kubernetes/resources/workloads/query',
    body: '{"entityRef":"component:default/{{environment}}","auth":{}}',
  },
} satisfies Record<string, Pick<LoadOptions, 'method' | 'path' | 'body'>>;

export type Reading = keyof typeof READINGS;

/** One reading with so many readers, as the median of all rounds. */
export interface ReadingFigures {
  reading: Reading;
  readers: number;
  requestsPerSecond: number;
  p50Milliseconds: number;
  p95Milliseconds: number;
  p99Milliseconds: number;
  kilobytesPerAnswer: number;
  /** Of all rounds together. */
  answers: number;
  failures: number;
  /** Cluster requests that one answer caused. */
  upstreamCallsPerAnswer: number;
  firstError?: string;
}

export interface CollectorFigures {
  first: Cycle;
  steadySeconds: number;
  kubernetesCallsPerMinute: number;
  prometheusCallsPerMinute: number;
  megabytesPerMinute: number;
  /** Environments that the portal calls Unknown after these rounds. */
  unknown: number;
  usage: ServerUsage;
}

export interface ScaleFigures {
  scale: Scale;
  collector: CollectorFigures;
  readings: ReadingFigures[];
  usageWithReaders: ServerUsage;
}

async function measureCollector(
  portal: Portal,
  say: (text: string) => void,
): Promise<CollectorFigures> {
  const first = await portal.nextCycle();
  say(`first collection: ${first.seconds.toFixed(1)} s`);
  await portal.takeCounts();
  await portal.takeUsage();
  const startedAt = performance.now();
  const steady: Cycle[] = [];
  while (steady.length < STEADY_CYCLES) {
    const cycle = await portal.nextCycle();
    say(`collection: ${cycle.seconds.toFixed(1)} s`);
    steady.push(cycle);
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  const counts = await portal.takeCounts();
  return {
    first,
    steadySeconds: median(steady.map(({ seconds }) => seconds)),
    kubernetesCallsPerMinute: counts.clusterWide / minutes,
    prometheusCallsPerMinute: counts.prometheus / minutes,
    megabytesPerMinute:
      (counts.clusterWideBytes + counts.prometheusBytes) / 1e6 / minutes,
    unknown: await portal.countUnknown(say),
    usage: await portal.takeUsage(),
  };
}

interface Round {
  result: LoadResult;
  counts: UpstreamCounts;
}

function summarize(
  reading: Reading,
  readers: number,
  rounds: readonly Round[],
): ReadingFigures {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  const share = (at: number) =>
    of(({ result }) => percentile(result.latenciesMilliseconds, at));
  const sum = (value: (round: Round) => number) =>
    rounds.reduce((total, round) => total + value(round), 0);
  const answers = sum(({ result }) => result.latenciesMilliseconds.length);
  return {
    reading,
    readers,
    requestsPerSecond: of(
      ({ result }) => result.latenciesMilliseconds.length / result.seconds,
    ),
    p50Milliseconds: share(0.5),
    p95Milliseconds: share(0.95),
    p99Milliseconds: share(0.99),
    kilobytesPerAnswer: sum(({ result }) => result.bytes) / 1e3 / answers,
    answers,
    failures: sum(({ result }) => result.errors + result.timeouts),
    upstreamCallsPerAnswer: sum(({ counts }) => counts.single) / answers,
    firstError: rounds.flatMap(({ result }) => result.firstError ?? [])[0],
  };
}

async function measureReaders(
  portal: Portal,
  environments: string[],
  readers: number,
  options: StatusBenchOptions,
): Promise<ReadingFigures[]> {
  const readings = Object.keys(READINGS) as Reading[];
  const rounds = new Map<Reading, Round[]>(
    readings.map(reading => [reading, []]),
  );
  for (let round = 0; round < options.rounds; round++) {
    // Turn about, so that what else the machine does meets all of them.
    for (const reading of readings) {
      await portal.takeCounts();
      const result = await portal.load({
        ...READINGS[reading],
        environments,
        readers,
        seconds: options.seconds,
        maxRequests: MAX_REQUESTS,
        timeoutSeconds: TIMEOUT_SECONDS,
      });
      const counts = await portal.takeCounts();
      rounds.get(reading)?.push({ result, counts });
    }
  }
  return [...rounds].map(([reading, all]) => summarize(reading, readers, all));
}

/** Starts a portal of this size, measures it and stops it. */
export async function measureScale(
  scale: Scale,
  options: StatusBenchOptions,
  say: (text: string) => void,
): Promise<ScaleFigures> {
  const portal = await Portal.start({ ...scale, ...options });
  try {
    say('started; waiting for collections without readers');
    const collector = await measureCollector(portal, say);
    const environments = createEnvironments(scale).map(({ name }) => name);
    for (const name of [environments[0], ...environments.slice(-1)]) {
      // A size that is too large for the machine is a result, not a fault.
      await portal
        .requireContent(name)
        .catch(error => say(`${String(error).slice(0, 600)} ...`));
    }
    const readings: ReadingFigures[] = [];
    for (const readers of options.readers) {
      say(`${readers} readers`);
      readings.push(
        ...(await measureReaders(portal, environments, readers, options)),
      );
    }
    return {
      scale,
      collector,
      readings,
      usageWithReaders: await portal.takeUsage(),
    };
  } finally {
    await portal.stop();
  }
}
