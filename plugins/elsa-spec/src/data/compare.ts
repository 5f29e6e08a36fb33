import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';

/** Numbers of `mysql 8.4.6`. */
const numbersOf = (release: string): number[] =>
  (release.split(' ').pop() ?? '').split('.').map(Number);

/** Whether a volume grows, which a claim can do. */
export const isLargerVolume = (from: string, to: string): boolean =>
  (parseQuantity(to) ?? 0) >= (parseQuantity(from) ?? Infinity);

/** Whether two releases of one product store their files alike. */
export const isSameMajor = (from: string, to: string): boolean =>
  numbersOf(from)[0] === numbersOf(to)[0];

/** Whether a release is not below another; what is not stated counts as equal. */
export function isHigherRelease(from: string, to: string): boolean {
  const [before, after] = [numbersOf(from), numbersOf(to)];
  const index = before.findIndex(
    (number, place) => after[place] !== undefined && number !== after[place],
  );
  return index < 0 || after[index] > before[index];
}
