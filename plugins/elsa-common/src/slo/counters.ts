/** `[unix seconds, value]`, ascending. @public */
export type Sample = readonly [number, number];

/**
 * How much a counter grew, restarts of its process included: after a reset it
 * counts from 0 again. Null with fewer than two samples, as in Prometheus
 * (whose `increase` also extrapolates to the edges of the range).
 *
 * @public
 */
export function counterIncrease(samples: readonly Sample[]): number | null {
  const values = samples
    .map(([, value]) => value)
    .filter(value => Number.isFinite(value) && value >= 0);
  if (values.length < 2) {
    return null;
  }
  return values
    .slice(1)
    .reduce(
      (sum, value, index) =>
        sum + (value >= values[index] ? value - values[index] : value),
      0,
    );
}

/**
 * Share of events that failed. No errors counted yet is 0, no events is no data.
 *
 * @public
 */
export function errorRatioOfCounters(
  errors: readonly Sample[],
  total: readonly Sample[],
): number | null {
  const all = counterIncrease(total);
  if (all === null || all <= 0) {
    return null;
  }
  return (counterIncrease(errors) ?? 0) / all;
}
