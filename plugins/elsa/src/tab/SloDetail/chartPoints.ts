/** What a chart draws: a value, or null where nothing was recorded. */
export interface ChartPoint {
  /** Unix milliseconds. */
  time: number;
  value: number | null;
}

/** A hole of more steps than this is a gap, not jitter of the scrape times. */
const GAP_STEPS = 1.5;

/** Points for a chart, with a null in each gap, so that no line is drawn over it. */
export function chartPoints(
  series: Array<[number, number]>,
  stepSeconds: number,
): ChartPoint[] {
  const points: ChartPoint[] = [];
  let before: number | undefined;
  for (const [seconds, value] of series) {
    if (before !== undefined && seconds - before > stepSeconds * GAP_STEPS) {
      points.push({ time: (before + stepSeconds) * 1_000, value: null });
    }
    points.push({ time: seconds * 1_000, value });
    before = seconds;
  }
  return points;
}

/** The least of the recorded values and the given one. */
export function lowestValue(points: ChartPoint[], other: number): number {
  return points.reduce(
    (lowest, { value }) => (value === null ? lowest : Math.min(lowest, value)),
    other,
  );
}

/** The greatest of the recorded values and the given one. */
export function highestValue(points: ChartPoint[], other: number): number {
  return points.reduce(
    (highest, { value }) =>
      value === null ? highest : Math.max(highest, value),
    other,
  );
}

const MOST_TICKS = 6;

/** Round figures from at most `lowest` up to exactly 1, few enough to be read. */
export function ratioTicks(lowest: number): number[] {
  const span = 1 - Math.min(lowest, 1 - 1e-6);
  const magnitude = 10 ** Math.floor(Math.log10(span / (MOST_TICKS - 1)));
  const step =
    [1, 2, 2.5, 5, 10]
      .map(factor => factor * magnitude)
      .find(candidate => span / candidate <= MOST_TICKS - 1) ?? span;
  const count = Math.ceil(span / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) =>
    // Without rounding, 1 - 3 * 0.1 is 0.7000000000000001.
    Number((1 - (count - index) * step).toFixed(9)),
  );
}
