import { MINUTE } from '../clock';
import { hash32 } from '../random';

/** What an environment lives through during some span of time. */
export interface TrafficConditions {
  requestsPerSecond: number;
  /** Share of requests that fail although the server runs. */
  errorRatio: number;
  /** Mean of the time that a request takes. */
  latencySeconds: number;
  /** No ready server: the edge answers 503 to everything. */
  isServing: boolean;
}

/** Counters as a client of the environment would have counted them. */
export class Traffic {
  readonly #key: string;
  /** Requests answered, by outcome; failures answer at once. */
  succeeded = 0;
  failed = 0;
  secondsTotal = 0;
  databaseOperations = 0;
  databaseFailures = 0;
  workflowsStarted = 0;
  workflowsFaulted = 0;
  isProbeSuccessful = true;
  /** Of the latest span, for the histogram's shape. */
  #fast = new Map<number, number>();
  readonly #bounds: number[];

  constructor(key: string, boundsSeconds: number[]) {
    this.#key = key;
    this.#bounds = boundsSeconds;
    boundsSeconds.forEach(bound => this.#fast.set(bound, 0));
  }

  /** Successful requests that took no longer than a bound. */
  within(boundSeconds: number): number {
    return this.#fast.get(boundSeconds) ?? this.succeeded;
  }

  advance(from: number, to: number, conditions: TrafficConditions): void {
    const seconds = Math.max(0, to - from) / 1_000;
    const requests = conditions.requestsPerSecond * seconds;
    // No two minutes are alike, yet the same minute always is.
    const wobble =
      0.5 + (hash32(`${this.#key}/${Math.floor(to / MINUTE)}`) % 1_000) / 1_000;
    const ratio = conditions.isServing
      ? Math.min(1, conditions.errorRatio * wobble)
      : 1;
    const failed = requests * ratio;
    const succeeded = requests - failed;
    this.failed += failed;
    this.succeeded += succeeded;
    this.secondsTotal += succeeded * conditions.latencySeconds + failed * 0.01;
    for (const bound of this.#bounds) {
      const share = 1 - Math.exp(-bound / conditions.latencySeconds);
      this.#fast.set(bound, (this.#fast.get(bound) ?? 0) + succeeded * share);
    }
    this.databaseOperations += succeeded * 4 + failed;
    this.databaseFailures += failed * (conditions.isServing ? 0.05 : 1);
    this.workflowsStarted += succeeded * 0.2;
    this.workflowsFaulted += succeeded * 0.2 * conditions.errorRatio;
    this.isProbeSuccessful = conditions.isServing;
  }
}
