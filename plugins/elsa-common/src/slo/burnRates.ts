import type { BurnRateWindow } from '../contract';
import { burnRateWindowSeconds } from './duration';
import { checkWindow } from './budget';

/** One row of the multiwindow, multi-burn-rate table. @public */
export interface BurnRateRule {
  severity: 'page' | 'ticket';
  shortWindow: BurnRateWindow;
  longWindow: BurnRateWindow;
  /** Share of the budget, 0 to 1, that the factor uses up in the long window. */
  budgetShare: number;
  /** Burn rate above which both windows must be. */
  factor: number;
}

/**
 * Rows of the SRE workbook's table 5-8 and Sloth's fourth
 * (https://sre.google/workbook/alerting-on-slos/, sloth google-30d.yaml). The
 * shares and windows are fixed; the factors follow from the SLO's own window.
 */
const ROWS: ReadonlyArray<Omit<BurnRateRule, 'factor'>> = [
  { severity: 'page', shortWindow: '5m', longWindow: '1h', budgetShare: 0.02 },
  { severity: 'page', shortWindow: '30m', longWindow: '6h', budgetShare: 0.05 },
  { severity: 'ticket', shortWindow: '2h', longWindow: '1d', budgetShare: 0.1 },
  { severity: 'ticket', shortWindow: '6h', longWindow: '3d', budgetShare: 0.1 },
];

/**
 * Below it a pair would fire while the budget outlasts the period. Not quite
 * 1, so that 28 days keep their fourth row (0.93), as Sloth keeps it.
 */
const LEAST_FACTOR = 0.9;

/**
 * The table for an SLO's window: factor = share x window / long window, which
 * gives 14.4, 6, 3 and 1 for 30 days. Short windows have fewer rows: the others
 * would fire although the budget lasts.
 *
 * @throws InputError when the window is not longer than 0
 * @public
 */
export function burnRateRules(windowSeconds: number): BurnRateRule[] {
  checkWindow(windowSeconds);
  return ROWS.map(row => ({
    ...row,
    // Free of binary dust, so that 30 days give 14.4 and not 14.399999999999999.
    factor: Number(
      (
        (row.budgetShare * windowSeconds) /
        burnRateWindowSeconds(row.longWindow)
      ).toPrecision(12),
    ),
  })).filter(({ factor }) => factor >= LEAST_FACTOR);
}
