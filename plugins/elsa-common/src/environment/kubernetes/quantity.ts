/** Resource quantities as `k8s.io/apimachinery/pkg/api/resource` reads them, without a sign. */
const QUANTITY =
  /^([0-9]+(\.[0-9]*)?|\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$/;

/** Quantities as the chart's schema takes them: without the rarer ways to write them. */
export const CHART_QUANTITY =
  /^[0-9]+(\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|m|k|M|G|T|P)?$/;

const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * Reads a quantity as a plain number: cores for CPU, bytes for memory.
 *
 * @returns the number, or undefined when it is not a quantity.
 * @public
 */
export function parseQuantity(value: string): number | undefined {
  const match = QUANTITY.exec(value);
  if (!match) return undefined;
  const suffix = match[3] ?? '';
  const number = Number(match[1]);
  return suffix in FACTORS
    ? number * FACTORS[suffix]
    : Number(`${match[1]}${suffix}`);
}

/** A quantity of bytes: a milli suffix is legal for Kubernetes and always a mistake. */
export function isByteQuantity(value: string): boolean {
  const bytes = parseQuantity(value);
  return bytes !== undefined && bytes > 0 && !value.endsWith('m');
}

/** CPU is counted in thousandths of a core; Kubernetes refuses anything finer. */
export function isCpuQuantity(value: string): boolean {
  const cores = parseQuantity(value);
  if (cores === undefined || cores <= 0) return false;
  const thousandths = cores * 1000;
  return Math.abs(thousandths - Math.round(thousandths)) < 1e-6;
}
