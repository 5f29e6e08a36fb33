import type { Clock } from '../clock';
import { Random } from '../random';
import { ObjectStore } from './store';
import type { KubernetesObject, Pod } from './types';

/** How the API server misbehaves towards its clients. */
export interface ApiFaults {
  isDown: boolean;
  delayMilliseconds: number;
  isForbidden: boolean;
}

export interface LogLine {
  /** Milliseconds since 1970. */
  at: number;
  text: string;
}

/** Answered by the kubelets, which know what runs. */
export interface PodInspector {
  logs(pod: Pod, container: string, isPrevious: boolean): LogLine[] | undefined;
  usage(pod: Pod): Array<{
    container: string;
    cpuMillicores: number;
    memoryBytes: number;
  }>;
}

const NOTHING_RUNS: PodInspector = { logs: () => undefined, usage: () => [] };

interface ClusterOptions {
  name: string;
  clock: Clock;
  seed: number | string;
  kubernetesVersion?: string;
  historyLimit?: number;
}

/** One cluster: its objects, its time and its faults. */
export class Cluster {
  readonly name: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: ObjectStore;
  readonly kubernetesVersion: string;
  readonly faults: ApiFaults = {
    isDown: false,
    delayMilliseconds: 0,
    isForbidden: false,
  };
  pods: PodInspector = NOTHING_RUNS;

  constructor(options: ClusterOptions) {
    this.name = options.name;
    this.clock = options.clock;
    this.random = new Random(`${options.seed}/${options.name}`);
    this.kubernetesVersion = options.kubernetesVersion ?? '1.36.2';
    this.store = new ObjectStore({
      clock: options.clock,
      random: this.random,
      historyLimit: options.historyLimit,
    });
  }

  list<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): T[] {
    return this.store.list<T>(apiVersion, kind, namespace);
  }
}
