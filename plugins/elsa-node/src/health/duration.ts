import { InputError } from '@backstage/errors';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * Milliseconds of `90s`, `10m` or `1h30m`.
 *
 * @throws InputError for anything else
 */
export function parseDuration(text: string): number {
  if (!/^(\d{1,5}[smh])+$/.test(text)) {
    throw new InputError(`"${text}" is no duration; write one such as 10m`);
  }
  return [...text.matchAll(/(\d+)([smh])/g)].reduce(
    (sum, [, count, unit]) =>
      sum + Number(count) * UNITS[unit as 's' | 'm' | 'h'],
    0,
  );
}
