/** Values of each option by its name. */
export type Options = Record<string, readonly unknown[]>;

/** One value of each option. */
export type Combination = Record<string, unknown>;

/** Tries to complete a pair before it counts as impossible. */
const ATTEMPTS = 40;

/** Values tried for an option while a combination is made to cover more. */
const BEST_VALUES = 3;

/** A small generator with a fixed seed, so that every run covers the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Index of the value of each option, in the options' order. */
type Indexes = readonly number[];

/** An option's place and the index of one of its values. */
type Choice = readonly [option: number, index: number];

/** The pairs of values that no combination has yet. */
class OpenPairs {
  readonly #offsets: number[] = [];
  readonly #values: number;
  readonly #isOpen: Uint8Array;
  #count = 0;

  constructor(sizes: readonly number[]) {
    let values = 0;
    for (const size of sizes) {
      this.#offsets.push(values);
      values += size;
    }
    this.#values = values;
    this.#isOpen = new Uint8Array(values * values);
    for (const [left, right] of allPairs(sizes)) {
      this.#isOpen[this.#key(left, right)] = 1;
      this.#count += 1;
    }
  }

  get count() {
    return this.#count;
  }

  /** Pairs are kept once, the option that comes first on the left. */
  #key(one: Choice, other: Choice): number {
    const [left, right] = one[0] < other[0] ? [one, other] : [other, one];
    return (
      (this.#offsets[left[0]] + left[1]) * this.#values +
      this.#offsets[right[0]] +
      right[1]
    );
  }

  has(one: Choice, other: Choice): boolean {
    return this.#isOpen[this.#key(one, other)] === 1;
  }

  close(one: Choice, other: Choice) {
    const key = this.#key(one, other);
    this.#count -= this.#isOpen[key];
    this.#isOpen[key] = 0;
  }

  /** Open pairs that a value would make with all others of a combination. */
  gain(indexes: Indexes, choice: Choice): number {
    return indexes.filter(
      (index, option) =>
        option !== choice[0] && this.has(choice, [option, index]),
    ).length;
  }

  closeAll(indexes: Indexes) {
    for (const [left, right] of allPairs(indexes.map(() => 1))) {
      this.close([left[0], indexes[left[0]]], [right[0], indexes[right[0]]]);
    }
  }
}

function* allPairs(sizes: readonly number[]): Generator<[Choice, Choice]> {
  for (let left = 0; left < sizes.length; left += 1) {
    for (let right = left + 1; right < sizes.length; right += 1) {
      for (let i = 0; i < sizes[left]; i += 1) {
        for (let j = 0; j < sizes[right]; j += 1) {
          yield [
            [left, i],
            [right, j],
          ];
        }
      }
    }
  }
}

const isSame = (one: Choice, other: Choice) =>
  one[0] === other[0] && one[1] === other[1];

const withChoices = (indexes: Indexes, ...choices: Choice[]): number[] => {
  const changed = [...indexes];
  for (const [option, index] of choices) changed[option] = index;
  return changed;
};

/** Result of {@link coverPairs}. */
export interface PairCover {
  combinations: Combination[];
  /** Pairs that no allowed combination has, as far as was tried. */
  impossible: Array<{ left: [string, unknown]; right: [string, unknown] }>;
  pairs: number;
}

/**
 * Chooses combinations so that each pair of values that is allowed at all
 * occurs in one of them: each begins with a pair that is still open and is then
 * changed, option by option, to what covers more and is still allowed.
 *
 * @param options values of each option, its plain choice first
 * @param countProblems how much is wrong with a combination; 0: it may be used
 */
export function coverPairs(
  options: Options,
  countProblems: (combination: Combination) => number,
): PairCover {
  const random = createRandom(20261122);
  const names = Object.keys(options);
  const sizes = names.map(name => options[name].length);
  const open = new OpenPairs(sizes);
  const pairs = open.count;
  const plain = names.map(() => 0);

  const toCombination = (indexes: Indexes): Combination =>
    Object.fromEntries(
      names.map((name, option) => [name, options[name][indexes[option]]]),
    );
  const problemsOf = (indexes: Indexes) =>
    countProblems(toCombination(indexes));
  const works = (indexes: Indexes) => problemsOf(indexes) === 0;
  const pick = <T>(items: readonly T[]): T =>
    items[Math.floor(random() * items.length)];
  const anyIndexes = () => sizes.map(size => Math.floor(random() * size));

  /** First candidate that works, of those made by mixing what is known to work. */
  function search(
    sources: readonly Indexes[],
    choices: Choice[],
  ): Indexes | undefined {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const chance = anyIndexes();
      const mixed =
        sources[attempt] ??
        plain.map((_, option) =>
          random() < 0.1 ? chance[option] : pick(sources)[option],
        );
      const candidate = withChoices(mixed, ...choices);
      if (works(candidate)) return candidate;
    }
    return undefined;
  }

  /** Changes one of some options after the other to what leaves the fewest problems. */
  function repair(
    start: Indexes,
    changeable: readonly number[],
  ): Indexes | undefined {
    let best = { indexes: start, problems: problemsOf(start) };
    while (best.problems > 0) {
      const before = best;
      for (const option of changeable) {
        for (let index = 0; index < sizes[option]; index += 1) {
          const indexes = withChoices(before.indexes, [option, index]);
          const problems = problemsOf(indexes);
          if (problems < best.problems) best = { indexes, problems };
        }
      }
      if (best === before) return undefined;
    }
    return best.indexes;
  }

  // What a single value needs beside it is found once and helps all its pairs.
  const bases = sizes.map((size, option) =>
    Array.from({ length: size }, (_, index) =>
      repair(
        withChoices(plain, [option, index]),
        [...names.keys()].filter(other => other !== option),
      ),
    ),
  );

  const impossible: Array<[Choice, Choice]> = [];

  function complete(left: Choice, right: Choice): Indexes | undefined {
    const [one, other] = [bases[left[0]][left[1]], bases[right[0]][right[1]]];
    if (!one || !other) return undefined;
    // Options that one of the two is at odds with are the ones to look at.
    const related = impossible
      .flatMap(pair =>
        pair.some(choice => isSame(choice, left) || isSame(choice, right))
          ? pair.map(([option]) => option)
          : [],
      )
      .filter(option => option !== left[0] && option !== right[0]);
    return (
      search([one, other, plain], [left, right]) ??
      repair(withChoices(one, right), [...new Set(related)])
    );
  }

  function improve(start: Indexes, fixed: readonly number[]): Indexes {
    let best = start;
    const order = names
      .map((_, option) => ({ option, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ option }) => option)
      .filter(option => !fixed.includes(option));
    for (const option of [...order, ...order]) {
      const now = best;
      const current = open.gain(now, [option, now[option]]);
      const better = Array.from({ length: sizes[option] }, (_, index) => ({
        index,
        gain: open.gain(now, [option, index]),
      }))
        .filter(({ gain }) => gain > current)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, BEST_VALUES);
      for (const { index } of better) {
        const candidate = withChoices(now, [option, index]);
        if (works(candidate)) {
          best = candidate;
          break;
        }
      }
    }
    return best;
  }

  const combinations: Combination[] = [];
  for (const [left, right] of allPairs(sizes)) {
    if (!open.has(left, right)) continue;
    const start = complete(left, right);
    if (start) {
      const indexes = improve(start, [left[0], right[0]]);
      combinations.push(toCombination(indexes));
      open.closeAll(indexes);
    } else {
      impossible.push([left, right]);
      open.close(left, right);
    }
  }

  const named = ([option, index]: Choice): [string, unknown] => [
    names[option],
    options[names[option]][index],
  ];
  return {
    combinations,
    pairs,
    impossible: impossible.map(([left, right]) => ({
      left: named(left),
      right: named(right),
    })),
  };
}
