import type { Warnings } from './events';
import type { Patience } from './pods/patience';
import type { PlacedObject } from './topology';

/** What else has to be known to judge an object. */
export interface Surroundings {
  patience: Patience;
  /** All that stands for itself, the object included. */
  placed: readonly PlacedObject[];
  warnings: Warnings;
}

/** For an object of which nothing else is to be known. */
export function aloneAt(now: number): Surroundings {
  return { patience: { now }, placed: [], warnings: new Map() };
}
