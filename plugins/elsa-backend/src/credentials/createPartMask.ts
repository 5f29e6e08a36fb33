import { createMask, type Mask } from './createMask';

/**
 * What is read of a cluster or a Prometheus is mostly names. A password that is
 * a word would blank them, so only secrets that are no word are looked for.
 */
const SHORTEST_IN_FIGURES = 8;

/** For the JSON of what was read, rather than for the text of an error. */
export function createPartMask(secrets: readonly string[]): Mask {
  return createMask(secrets, { shortest: SHORTEST_IN_FIGURES });
}
