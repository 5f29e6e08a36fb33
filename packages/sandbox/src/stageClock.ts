import type { Clock } from './clock';
import { systemClock } from './clock';

/** Plays the past first, as fast as it can, and then follows the system's time. */
export class StageClock implements Clock {
  readonly #present: Clock;
  #playing?: number;

  constructor(present: Clock = systemClock) {
    this.#present = present;
  }

  now(): number {
    return this.#playing ?? this.#present.now();
  }

  present(): number {
    return this.#present.now();
  }

  play(at: number): void {
    this.#playing = at;
  }

  followPresent(): void {
    this.#playing = undefined;
  }
}
