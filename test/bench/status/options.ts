import { parseArgs } from 'node:util';
import type { Scale } from './scenario';

export interface StatusBenchOptions {
  scales: Scale[];
  readers: number[];
  /** Times that each reading is repeated, ours and the peer's in turn. */
  rounds: number;
  /** For how long one reading begins new requests. */
  seconds: number;
  intervalSeconds: number;
  /** Clusters that the collector reads at the same time; its default if not given. */
  clusterConcurrency?: number;
  /** Folder for a CPU profile of the backend; it makes the figures worse. */
  profile?: string;
  /** How the Kubernetes plugin finds an entity's clusters. */
  locator: string;
}

const SCALES = [100, 1_000, 10_000].flatMap(environments =>
  [1, 10, 50].map(clusters => `${environments}x${clusters}`),
);

const LOCATORS = ['singleTenant', 'multiTenant'];

function readScale(text: string): Scale {
  const match = /^(\d{1,6})x(\d{1,3})$/.exec(text);
  const [environments, clusters] = match?.slice(1).map(Number) ?? [0, 0];
  if (environments === 0 || clusters === 0 || clusters > environments) {
    throw new Error(
      `--scale ${text} is not environments x clusters; write it like 1000x10`,
    );
  }
  return { environments, clusters };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 100_000) {
    throw new Error(`--${name} ${text} is not a whole number of at least 1`);
  }
  return value;
}

/** @throws Error that names the argument and what it takes */
export function readOptions(argv: string[]): StatusBenchOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string', multiple: true },
      readers: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '3' },
      interval: { type: 'string', default: '30' },
      'cluster-concurrency': { type: 'string' },
      profile: { type: 'string' },
      locator: { type: 'string', default: 'singleTenant' },
    },
  });
  const { quick } = values;
  if (!LOCATORS.includes(values.locator)) {
    throw new Error(
      `--locator ${values.locator} is not known; it takes ${LOCATORS.join(' or ')}`,
    );
  }
  return {
    scales: (values.scale ?? (quick ? ['100x1'] : SCALES)).map(readScale),
    readers: (
      values.readers ?? (quick ? ['1', '100'] : ['1', '100', '1000'])
    ).map(text => readNumber('readers', text)),
    rounds: readNumber('rounds', values.rounds),
    seconds: readNumber('seconds', values.seconds),
    intervalSeconds: readNumber('interval', values.interval),
    clusterConcurrency:
      values['cluster-concurrency'] === undefined
        ? undefined
        : readNumber('cluster-concurrency', values['cluster-concurrency']),
    profile: values.profile,
    locator: values.locator,
  };
}
