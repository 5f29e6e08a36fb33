/** Resource quantities as `k8s.io/apimachinery/pkg/api/resource` reads them, without a sign. */
const QUANTITY =
  /^([0-9]+(\.[0-9]*)?|\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$/;

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
