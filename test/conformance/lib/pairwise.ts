/** Values of each option by its name. */
export type Options = Record<string, readonly unknown[]>;

/** One value of each option. */
export type Combination = Record<string, unknown>;

/** Candidates tried for each combination; more finds slightly smaller covers. */
const CANDIDATES = 30;

/** A small generator with a fixed seed, so that every run covers the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface Pair {
  left: string;
  leftIndex: number;
  right: string;
  rightIndex: number;
}

const keyOf = (pair: Pair) =>
  `${pair.left}:${pair.leftIndex}|${pair.right}:${pair.rightIndex}`;

function allPairs(options: Options): Pair[] {
  const names = Object.keys(options);
  return names.flatMap((left, position) =>
    names.slice(position + 1).flatMap(right =>
      options[left].flatMap((_, leftIndex) =>
        options[right].map((__, rightIndex) => ({
          left,
          leftIndex,
          right,
          rightIndex,
        })),
      ),
    ),
  );
}

/** Result of {@link coverPairs}. */
export interface PairCover {
  combinations: Combination[];
  /** Pairs that no allowed combination has, as far as was tried. */
  impossible: Array<{ left: [string, unknown]; right: [string, unknown] }>;
  pairs: number;
}

/**
 * Chooses combinations so that each pair of values that is allowed at all
 * occurs in one of them: a greedy cover with random candidates.
 *
 * @param options values of each option
 * @param isAllowed whether a combination may be used
 */
export function coverPairs(
  options: Options,
  isAllowed: (combination: Combination) => boolean,
): PairCover {
  const random = createRandom(20261122);
  const names = Object.keys(options);
  const pairs = allPairs(options);
  const open = new Map(pairs.map(pair => [keyOf(pair), pair]));
  const impossible: Pair[] = [];
  const combinations: Combination[] = [];

  const toCombination = (indexes: Record<string, number>): Combination =>
    Object.fromEntries(names.map(name => [name, options[name][indexes[name]]]));

  const covered = (indexes: Record<string, number>) => {
    const keys: string[] = [];
    names.forEach((left, position) => {
      for (const right of names.slice(position + 1)) {
        const key = keyOf({
          left,
          leftIndex: indexes[left],
          right,
          rightIndex: indexes[right],
        });
        if (open.has(key)) keys.push(key);
      }
    });
    return keys;
  };

  const complete = (pair: Pair, isPlain: boolean) => {
    const indexes: Record<string, number> = {};
    for (const name of names) {
      // The first value of each option is its plain choice, which rules
      // rarely forbid: mixing it in finds a completion for most pairs.
      indexes[name] =
        isPlain && random() < 0.75
          ? 0
          : Math.floor(random() * options[name].length);
    }
    indexes[pair.left] = pair.leftIndex;
    indexes[pair.right] = pair.rightIndex;
    return indexes;
  };

  while (open.size > 0) {
    const [firstKey, pair] = open.entries().next().value as [string, Pair];
    let best: { indexes: Record<string, number>; keys: string[] } | undefined;
    for (let attempt = 0; attempt < CANDIDATES * 4; attempt += 1) {
      if (best && attempt >= CANDIDATES) break;
      const indexes = complete(pair, attempt % 2 === 1 || attempt > CANDIDATES);
      const keys = covered(indexes);
      if (best && keys.length <= best.keys.length) continue;
      if (isAllowed(toCombination(indexes))) best = { indexes, keys };
    }
    if (best) {
      combinations.push(toCombination(best.indexes));
      for (const key of best.keys) open.delete(key);
    } else {
      impossible.push(pair);
      open.delete(firstKey);
    }
  }

  return {
    combinations,
    pairs: pairs.length,
    impossible: impossible.map(pair => ({
      left: [pair.left, options[pair.left][pair.leftIndex]],
      right: [pair.right, options[pair.right][pair.rightIndex]],
    })),
  };
}
