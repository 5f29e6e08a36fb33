import { InputError } from '@backstage/errors';
import { escapeRegularExpression, type LabelMatcher } from './promql';
import type { LatencyMetric, SloIndicator } from './types';

const MILLISECONDS_PER_SECOND = 1000;

/** Bucket bounds in seconds, ascending. @public */
export function bucketBoundsSeconds(latency: LatencyMetric): number[] {
  const divisor = latency.unit === 'milliseconds' ? MILLISECONDS_PER_SECOND : 1;
  return latency.bucketBounds.map(bound => bound / divisor);
}

/** The bounds around a threshold: the largest below and the smallest above. @public */
export function nearestBuckets(
  boundsSeconds: readonly number[],
  thresholdSeconds: number,
): { exact?: number; below?: number; above?: number } {
  const sorted = [...boundsSeconds].sort((a, b) => a - b);
  return {
    exact: sorted.find(bound => isSame(bound, thresholdSeconds)),
    below: sorted
      .filter(
        bound => bound < thresholdSeconds && !isSame(bound, thresholdSeconds),
      )
      .pop(),
    above: sorted.find(
      bound => bound > thresholdSeconds && !isSame(bound, thresholdSeconds),
    ),
  };
}

// 0.3 s * 1000 is not 300 ms in binary; bounds never lie this close together.
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** As Go writes floats, which is how Prometheus 3 rewrites `le`. */
function goFloat(value: number): string {
  if (Math.abs(value) < 1e6 && Math.abs(value) >= 1e-4) {
    return String(value);
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/**
 * Matcher for one bucket in every way that exporters and Prometheus 2 and 3
 * write its bound: `1`, `1.0`, `1e+06`.
 *
 * @public
 */
export function bucketMatcher(bound: number): LabelMatcher {
  const plain = String(bound);
  const spellings = new Set([plain, goFloat(bound)]);
  if (Number.isInteger(bound)) {
    spellings.add(`${plain}.0`);
  }
  return spellings.size === 1
    ? { label: 'le', operator: '=', value: plain }
    : {
        label: 'le',
        operator: '=~',
        value: [...spellings].map(escapeRegularExpression).join('|'),
      };
}

/**
 * The bound, in the metric's own unit, of the bucket that an SLO's threshold names.
 *
 * @throws InputError when no bucket has this bound, naming the nearest ones
 */
export function thresholdBound(
  profileId: string,
  latency: LatencyMetric,
  slo: SloIndicator,
): number {
  const threshold = slo.thresholdSeconds;
  if (
    threshold === undefined ||
    !Number.isFinite(threshold) ||
    threshold <= 0
  ) {
    throw new InputError(
      `A latency SLO needs thresholdSeconds, a number above 0 (got ${String(
        threshold,
      )})`,
    );
  }
  const bounds = slo.bucketBoundsSeconds ?? bucketBoundsSeconds(latency);
  const { exact, below, above } = nearestBuckets(bounds, threshold);
  if (exact === undefined) {
    const near = [below, above]
      .filter(bound => bound !== undefined)
      .map(bound => `${bound} s`)
      .join(' or ');
    throw new InputError(
      `thresholdSeconds ${threshold} is not a bucket of ${latency.metric} in metric profile ${profileId}, so requests within it cannot be counted; use ${near}, or configure that bucket in the host and state bucketBoundsSeconds`,
    );
  }
  const factor = latency.unit === 'milliseconds' ? MILLISECONDS_PER_SECOND : 1;
  // Back to the table's own number, free of the division's rounding.
  return (
    latency.bucketBounds.find(bound => isSame(bound, exact * factor)) ??
    exact * factor
  );
}
