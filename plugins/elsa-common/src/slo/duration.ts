import { InputError } from '@backstage/errors';
import type { BurnRateWindow } from '../contract';

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
};

/** @public */
export const SECONDS_PER_DAY = 86400;

/**
 * Seconds of a duration as Prometheus writes it with one unit: `5m`, `30d`.
 *
 * @throws InputError when it is none
 * @public
 */
export function durationSeconds(duration: string): number {
  const match = /^([0-9]{1,6})([smhdw])$/.exec(duration);
  if (!match) {
    throw new InputError(
      `${JSON.stringify(
        duration,
      )} is not a duration; write a number and s, m, h, d or w, such as 30d`,
    );
  }
  return Number(match[1]) * UNIT_SECONDS[match[2]];
}

/** Seconds of a burn-rate window. @public */
export function burnRateWindowSeconds(window: BurnRateWindow): number {
  return durationSeconds(window);
}
