import { longestGapSeconds } from './lateness';

const LEAP_YEAR_SECONDS = 366 * 86_400;

/**
 * Whether a schedule comes in every year: 30 February never does, 29 February
 * once in four years. A day of the week comes in any case: beside days of the
 * month either is enough.
 *
 * @public
 */
export function comesEveryYear(text: string): boolean {
  return (longestGapSeconds(text) ?? Infinity) <= LEAP_YEAR_SECONDS;
}
