/** Room above the highest value or threshold. */
const HEADROOM = 1.1;

/**
 * Ticks of a burn-rate axis from 0: every threshold, so that none lies outside,
 * and the top. The axis grows with the square root, or a burn of 470 would
 * press thresholds of 1 to 14 onto the zero line.
 */
export function burnTicks(highest: number, thresholds: number[]): number[] {
  const top = Math.max(highest, ...thresholds, 1) * HEADROOM;
  const magnitude = 10 ** Math.floor(Math.log10(top));
  const rounded =
    [1, 2, 3, 5, 10].map(factor => factor * magnitude).find(t => t >= top) ??
    top;
  return [...new Set([0, ...thresholds, rounded])].sort((a, b) => a - b);
}
