/**
 * The arithmetic of error budgets. Ratios are 0 to 1, times are seconds, and
 * `null` means that there is no data, which is neither 0 nor 100 %.
 */
import { InputError } from '@backstage/errors';

/** Whether a target can have a budget at all. @public */
export function isObjective(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 1;
}

/**
 * 1 - objective.
 *
 * @throws InputError when the objective is not between 0 and 1
 * @public
 */
export function errorBudget(objective: number): number {
  if (!isObjective(objective)) {
    throw new InputError(
      `An objective must be a ratio between 0 and 1, such as 0.999 (got ${objective})`,
    );
  }
  // 1 - 0.999 is 0.0010000000000000009 in binary; targets have few digits.
  return Number((1 - objective).toPrecision(12));
}

/** @throws InputError when the window is not longer than 0 */
export function checkWindow(windowSeconds: number): void {
  if (!Number.isFinite(windowSeconds) || windowSeconds <= 0) {
    throw new InputError(
      `An SLO's window must be longer than 0 seconds (got ${windowSeconds})`,
    );
  }
}

/**
 * A measured error ratio, or null when it is none: NaN and infinity come from
 * divisions by no traffic. Below 0 is rounding.
 *
 * @public
 */
export function toErrorRatio(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value)
    ? null
    : Math.max(0, value);
}

/**
 * How many times faster than allowed the budget is spent: 1 uses it up exactly
 * at the window's end.
 *
 * @public
 */
export function burnRate(
  errorRatio: number | null | undefined,
  objective: number,
): number | null {
  const ratio = toErrorRatio(errorRatio);
  return ratio === null ? null : ratio / errorBudget(objective);
}

/** Share of the budget that is spent; above 1 when overspent. @public */
export function consumedBudget(
  errorRatio: number | null | undefined,
  objective: number,
): number | null {
  return burnRate(errorRatio, objective);
}

/** 1 = untouched, 0 = gone, negative = overspent. @public */
export function remainingBudget(
  errorRatio: number | null | undefined,
  objective: number,
): number | null {
  const consumed = consumedBudget(errorRatio, objective);
  return consumed === null ? null : 1 - consumed;
}

/**
 * Seconds until the budget is gone at a burn rate: window x remaining / rate.
 * 0 when it is gone; null when it never will be or when there is no data.
 *
 * @public
 */
export function exhaustionSeconds(
  remaining: number | null,
  rate: number | null,
  windowSeconds: number,
): number | null {
  checkWindow(windowSeconds);
  if (remaining === null) {
    return null;
  }
  if (remaining <= 0) {
    return 0;
  }
  if (rate === null || rate <= 0) {
    return null;
  }
  const seconds = (windowSeconds * remaining) / rate;
  return Number.isFinite(seconds) ? seconds : null;
}
