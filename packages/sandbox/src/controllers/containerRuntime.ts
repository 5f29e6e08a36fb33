import { MINUTE, SECOND, timestamp } from '../clock';
import type { ContainerStatus } from '../kubernetes/types';
import { hash32, Random } from '../random';
import type { Behaviour } from './behaviour';

/** Kubelet's crash-loop back-off: 10 s, doubled up to 5 min, reset after 10 min of running. */
const FIRST_BACKOFF = 10 * SECOND;
const LONGEST_BACKOFF = 5 * MINUTE;
const BACKOFF_RESET = 10 * MINUTE;
const PULL_TIME = 2 * SECOND;

/** One run of a container, from its start to its end. */
export interface Run {
  behaviour: Behaviour;
  startedAt: number;
  finishedAt?: number;
  containerId: string;
}

export type RuntimeEvent =
  | { reason: 'Pulled' | 'Created' | 'Started'; at: number }
  | { reason: 'BackOff' | 'Failed'; at: number; message: string };

type Phase = 'creating' | 'stuck' | 'running' | 'backing-off' | 'finished';

interface ContainerRuntimeOptions {
  name: string;
  image: string;
  /** Distinguishes this container from all others. */
  key: string;
  restarts: boolean;
  decide: () => Behaviour;
  emit: (event: RuntimeEvent) => void;
}

/** `5m0s`, as Go writes durations. */
function goDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}

/** What a kubelet knows of one container: its runs, restarts and back-off. */
export class ContainerRuntime {
  readonly #options: ContainerRuntimeOptions;
  #phase: Phase = 'creating';
  #dueAt: number;
  #stuck?: { reason: string; message: string };
  #backoff = 0;
  restartCount = 0;
  current?: Run;
  previous?: Run;

  constructor(options: ContainerRuntimeOptions, now: number) {
    this.#options = options;
    const spread = hash32(options.key) % 1_000;
    this.#dueAt = now + PULL_TIME + spread;
  }

  get isRunning(): boolean {
    return this.#phase === 'running';
  }

  get isFinished(): boolean {
    return this.#phase === 'finished';
  }

  isReady(now: number): boolean {
    if (!this.current || this.#phase !== 'running') return false;
    const { behaviour, startedAt } = this.current;
    return (
      behaviour.kind === 'runs' &&
      now >= startedAt + behaviour.readySeconds * SECOND
    );
  }

  /** Lives through everything that was due until now, in order. */
  advance(now: number): void {
    while (this.#phase !== 'finished' && this.#dueAt <= now) {
      if (this.#phase === 'running') this.#finish(this.#dueAt);
      else this.#start(this.#dueAt);
    }
  }

  /** Ends the current run, as a process does that lost its database. */
  crash(now: number): void {
    if (this.#phase === 'running') this.#dueAt = Math.min(this.#dueAt, now);
    if (this.current) this.current.behaviour = this.#options.decide();
  }

  status(podRef: string, now: number): ContainerStatus {
    const { name, image } = this.#options;
    const digest = new Random(image).hex(64);
    return {
      name,
      image,
      imageID:
        this.#phase === 'creating' || this.#phase === 'stuck'
          ? ''
          : `${image.split(/[:@]/)[0]}@sha256:${digest}`,
      ...(this.current && { containerID: this.current.containerId }),
      ready: this.isReady(now) || this.#hasSucceeded(),
      started: this.isRunning,
      restartCount: this.restartCount,
      state: this.#state(podRef),
      lastState: this.previous ? { terminated: terminated(this.previous) } : {},
    };
  }

  #hasSucceeded(): boolean {
    const behaviour = this.current?.behaviour;
    return (
      this.#phase === 'finished' &&
      behaviour?.kind === 'exits' &&
      behaviour.exitCode === 0
    );
  }

  #state(podRef: string): ContainerStatus['state'] {
    if (this.#phase === 'running' && this.current) {
      return { running: { startedAt: timestamp(this.current.startedAt) } };
    }
    if (this.#phase === 'finished' && this.current) {
      return { terminated: terminated(this.current) };
    }
    if (this.#phase === 'stuck') return { waiting: this.#stuck };
    if (this.#phase === 'backing-off') {
      return {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off ${goDuration(
            this.#backoff,
          )} restarting failed container=${this.#options.name} pod=${podRef}`,
        },
      };
    }
    return { waiting: { reason: 'ContainerCreating' } };
  }

  #start(at: number): void {
    const behaviour = this.#options.decide();
    if (behaviour.kind === 'stuck') {
      this.#phase = 'stuck';
      this.#stuck = { reason: behaviour.reason, message: behaviour.message };
      this.#options.emit({ reason: 'Failed', at, message: behaviour.message });
      this.#dueAt = at + MINUTE;
      return;
    }
    if (this.#phase === 'backing-off') this.restartCount += 1;
    for (const reason of ['Pulled', 'Created', 'Started'] as const) {
      this.#options.emit({ reason, at });
    }
    this.#phase = 'running';
    this.current = {
      behaviour,
      startedAt: at,
      containerId: `containerd://${new Random(`${this.#options.key}/${at}`).hex(
        64,
      )}`,
    };
    this.#dueAt =
      behaviour.kind === 'exits'
        ? at + behaviour.afterSeconds * SECOND
        : Number.POSITIVE_INFINITY;
  }

  #finish(at: number): void {
    if (!this.current) return;
    const run: Run = { ...this.current, finishedAt: at };
    if (!this.#options.restarts) {
      this.current = run;
      this.#phase = 'finished';
      return;
    }
    this.previous = run;
    const isLongRun = at - run.startedAt >= BACKOFF_RESET;
    this.#backoff =
      this.#backoff === 0 || isLongRun
        ? FIRST_BACKOFF
        : Math.min(this.#backoff * 2, LONGEST_BACKOFF);
    this.#phase = 'backing-off';
    this.#dueAt = at + this.#backoff;
    this.#options.emit({
      reason: 'BackOff',
      at,
      message: `Back-off restarting failed container ${this.#options.name}`,
    });
  }
}

function terminated(run: Run) {
  const { behaviour } = run;
  const exit =
    behaviour.kind === 'exits'
      ? { exitCode: behaviour.exitCode, reason: behaviour.reason }
      : { exitCode: 0, reason: 'Completed' };
  return {
    ...exit,
    startedAt: timestamp(run.startedAt),
    finishedAt: timestamp(run.finishedAt ?? run.startedAt),
    containerID: run.containerId,
  };
}
