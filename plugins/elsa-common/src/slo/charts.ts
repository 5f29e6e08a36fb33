import { InputError } from '@backstage/errors';
import { SECONDS_PER_DAY } from './duration';

/** A range query that fits a chart. @public */
export interface ChartRange {
  fromSeconds: number;
  toSeconds: number;
  stepSeconds: number;
}

/** Steps that people and recorded series share, in seconds. */
const STEPS = [
  30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400,
];

/** Prometheus refuses more points than this in one series. */
const MAXIMUM_POINTS = 11_000;

/** What charts have before they are laid out. */
const DEFAULT_WIDTH = 800;

/**
 * The smallest even step with which no pixel holds two points. Start and end
 * are moved to multiples of the step, so that the same chart asks the same
 * question for a while and caches can answer.
 *
 * @param width - pixels, 1 to 11,000
 * @throws InputError when the range is empty or the width is not positive
 * @public
 */
export function chartRange(options: {
  fromSeconds: number;
  toSeconds: number;
  width?: number;
}): ChartRange {
  const { fromSeconds, toSeconds, width = DEFAULT_WIDTH } = options;
  const span = toSeconds - fromSeconds;
  if (!Number.isFinite(span) || span <= 0) {
    throw new InputError(
      `A chart must begin before it ends (got ${fromSeconds} to ${toSeconds}, in unix seconds)`,
    );
  }
  if (!Number.isFinite(width) || width < 1) {
    throw new InputError(
      `A chart must be at least 1 pixel wide (got ${width})`,
    );
  }
  // Both edges move outwards by up to one step, which adds a point or two.
  const pixels = Math.max(1, Math.min(Math.floor(width), MAXIMUM_POINTS) - 2);
  const smallest = span / pixels;
  const stepSeconds =
    STEPS.find(step => step >= smallest) ??
    Math.ceil(smallest / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  return {
    fromSeconds: Math.floor(fromSeconds / stepSeconds) * stepSeconds,
    toSeconds: Math.ceil(toSeconds / stepSeconds) * stepSeconds,
    stepSeconds,
  };
}

/**
 * Points of a Prometheus matrix (`[seconds, "value"]`), without what is no
 * number: a gap stays a gap.
 *
 * @public
 */
export function toChartPoints(values: unknown): Array<[number, number]> {
  if (!Array.isArray(values)) {
    return [];
  }
  return values.flatMap((point): Array<[number, number]> => {
    const [seconds, value] = Array.isArray(point) ? point : [];
    const number = parseSampleValue(value);
    return typeof seconds === 'number' &&
      Number.isFinite(seconds) &&
      number !== null
      ? [[seconds, number]]
      : [];
  });
}

/** The number that a Prometheus sample holds; null for NaN, infinity and anything else. @public */
export function parseSampleValue(value: unknown): number | null {
  if (typeof value !== 'string' || value.trim() === '') {
    return null;
  }
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
