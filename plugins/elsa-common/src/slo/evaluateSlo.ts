import {
  BURN_RATE_WINDOWS,
  type BurnRateAlertStatus,
  type BurnRateWindow,
  type SloState,
  type SloStatus,
} from '../contract';
import {
  burnRate,
  errorBudget,
  exhaustionSeconds,
  remainingBudget,
  toErrorRatio,
} from './budget';
import { burnRateRules } from './burnRates';

/** Below this share of the budget an SLO is at risk although nothing burns. @public */
export const AT_RISK_REMAINING = 0.25;

/** What is known of one SLO. @public */
export interface SloEvaluationInput {
  name: string;
  title?: string;
  description?: string;
  /** Ratio between 0 and 1. */
  objective: number;
  windowSeconds: number;
  /** Error ratio per window; absent, null, NaN and infinite all mean no data. */
  errorRatios: Partial<Record<BurnRateWindow, number | null>>;
  /** Error ratio over the SLO's whole window. */
  periodErrorRatio: number | null | undefined;
  from: SloStatus['from'];
  source?: string;
  evaluatedAt?: string;
}

/** Samples of these windows show that the service is measured now. */
const CURRENT_WINDOWS: readonly BurnRateWindow[] = ['5m', '30m', '1h'];

function stateOf(
  remaining: number | null,
  isMeasured: boolean,
  alerts: readonly BurnRateAlertStatus[],
): SloState {
  const isBurning = (severity: 'page' | 'ticket') =>
    alerts.some(alert => alert.isBurning && alert.severity === severity);
  if (remaining !== null && remaining <= 0) return 'exhausted';
  if (isBurning('page')) return 'burning-fast';
  // Old figures of a service that nobody measures any more are no comfort.
  if (!isMeasured) return 'no-data';
  if (isBurning('ticket')) return 'burning-slow';
  if (remaining === null) return 'no-data';
  return remaining < AT_RISK_REMAINING ? 'at-risk' : 'ok';
}

/**
 * Budget, burn rates and state of one SLO.
 *
 * States, worst first: `exhausted` (nothing remains), `burning-fast` (a page
 * pair burns), `no-data` (not measured within the last hour, or no figure for
 * the whole window), `burning-slow` (a ticket pair burns), `at-risk` (less than
 * a quarter remains), `ok`. Both windows of a pair must exceed its factor.
 *
 * @throws InputError when the objective is not between 0 and 1 or the window
 * is not longer than 0
 * @public
 */
export function evaluateSlo(input: SloEvaluationInput): SloStatus {
  const { objective, windowSeconds } = input;
  const budget = errorBudget(objective);
  const ratioOf = (window: BurnRateWindow) =>
    toErrorRatio(input.errorRatios[window]);
  const burnRates = Object.fromEntries(
    BURN_RATE_WINDOWS.map(window => [
      window,
      burnRate(ratioOf(window), objective),
    ]),
  ) as Record<BurnRateWindow, number | null>;
  const alerts = burnRateRules(windowSeconds).map(
    ({ severity, shortWindow, longWindow, factor }): BurnRateAlertStatus => ({
      severity,
      shortWindow,
      longWindow,
      factor,
      shortBurnRate: burnRates[shortWindow],
      longBurnRate: burnRates[longWindow],
      // Compared as the recorded alert compares: ratio against factor x budget.
      isBurning: [shortWindow, longWindow].every(
        window => (ratioOf(window) ?? -1) > factor * budget,
      ),
    }),
  );
  const errorRatio = toErrorRatio(input.periodErrorRatio);
  const remaining = remainingBudget(errorRatio, objective);
  const isMeasured = CURRENT_WINDOWS.some(window => ratioOf(window) !== null);
  return {
    name: input.name,
    title: input.title ?? input.name,
    ...(input.description ? { description: input.description } : {}),
    objective,
    windowSeconds,
    state: stateOf(remaining, isMeasured, alerts),
    errorRatio,
    errorBudget: budget,
    remaining,
    burnRates,
    alerts,
    exhaustionSeconds: exhaustionSeconds(
      remaining,
      burnRates['1h'],
      windowSeconds,
    ),
    from: isMeasured || errorRatio !== null ? input.from : 'none',
    ...(input.source ? { source: input.source } : {}),
    ...(input.evaluatedAt ? { evaluatedAt: input.evaluatedAt } : {}),
  };
}

/**
 * An SLO that is defined so that it cannot be evaluated.
 *
 * @public
 */
export function unusableSlo(
  input: Pick<SloEvaluationInput, 'name' | 'title' | 'source'> & {
    problem: string;
  },
): SloStatus {
  return {
    name: input.name,
    title: input.title ?? input.name,
    problem: input.problem,
    objective: 0,
    windowSeconds: 0,
    state: 'no-data',
    errorRatio: null,
    errorBudget: 0,
    remaining: null,
    burnRates: Object.fromEntries(
      BURN_RATE_WINDOWS.map(window => [window, null]),
    ) as Record<BurnRateWindow, null>,
    alerts: [],
    exhaustionSeconds: null,
    from: 'none',
    ...(input.source ? { source: input.source } : {}),
  };
}

/** From best to worst. No data hides no burning SLO but is worse than ok. */
const SEVERITY: readonly SloState[] = [
  'ok',
  'no-data',
  'at-risk',
  'burning-slow',
  'burning-fast',
  'exhausted',
];

/** Position of a state, 0 = best. @public */
export function sloStateRank(state: SloState): number {
  return SEVERITY.indexOf(state);
}

/** The SLO that needs attention first; the least remaining budget decides ties. @public */
export function worstSlo<T extends Pick<SloStatus, 'state' | 'remaining'>>(
  slos: readonly T[],
): T | undefined {
  return [...slos].sort(
    (a, b) =>
      sloStateRank(b.state) - sloStateRank(a.state) ||
      (a.remaining ?? 1) - (b.remaining ?? 1),
  )[0];
}
