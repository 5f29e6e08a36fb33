const SPLITS = 500;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)] + sorted[Math.floor(middle)]) / 2;
}

/**
 * How far the medians of two kinds of samples are apart, and how far they would
 * be apart by chance: the largest difference between two random halves of all
 * samples. A machine that is busy makes both larger.
 */
export function compareTimes(
  first: readonly number[],
  second: readonly number[],
): { difference: number; noise: number } {
  const all = [...first, ...second];
  const random = createRandom(all.length);
  let noise = 0;
  for (let split = 0; split < SPLITS; split++) {
    for (let index = all.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [all[index], all[other]] = [all[other], all[index]];
    }
    const half = all.length / 2;
    noise = Math.max(
      noise,
      Math.abs(median(all.slice(0, half)) - median(all.slice(half))),
    );
  }
  return { difference: Math.abs(median(first) - median(second)), noise };
}

/** The same numbers every time, so that a failure can be looked at again. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
