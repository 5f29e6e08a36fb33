import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';

/** One objective of the spec. */
export type Slo = NonNullable<EnvironmentSpec['slos']>[number];

export const DEFAULT_WINDOW_DAYS = 30;
const SECONDS_PER_DAY = 86_400;
// 99.99999 % is beyond what anyone can measure in 90 days.
const DIGITS = 7;

const round = (value: number) => Number(value.toFixed(DIGITS));

/** 99.9 from 0.999, without the dust of binary fractions. */
export function toPercent(ratio: number): number {
  return round(ratio * 100);
}

/** 0.999 from 99.9. */
export function toRatio(percent: number): number {
  return round(percent / 100);
}

/**
 * Seconds of complete failure that an objective allows in its window:
 * (1 - objective) times the window.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
export function budgetSeconds(slo: Slo): number {
  return round(
    (1 - slo.objective) *
      (slo.windowDays ?? DEFAULT_WINDOW_DAYS) *
      SECONDS_PER_DAY,
  );
}

/** A new objective with a name that no other has. */
export function createSlo(existing: Slo[]): Slo {
  const names = new Set(existing.map(slo => slo.name));
  let name = 'availability';
  for (let number = 2; names.has(name); number++) {
    name = `availability-${number}`;
  }
  return {
    name,
    indicator: 'availability',
    objective: 0.999,
    windowDays: DEFAULT_WINDOW_DAYS,
  };
}
