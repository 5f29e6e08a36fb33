import fc from 'fast-check';
import {
  burnRate,
  consumedBudget,
  errorBudget,
  exhaustionSeconds,
  remainingBudget,
  toErrorRatio,
} from './budget';
import { burnRateRules } from './burnRates';
import { chartRange, toChartPoints } from './charts';
import { evaluateSlo } from './evaluateSlo';
import { BURN_RATE_WINDOWS } from '../contract';

const objective = fc.double({ min: 0.5, max: 0.99999, noNaN: true });
const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const windowSeconds = fc.integer({ min: 1, max: 90 }).map(days => days * 86400);
const noNumber = fc.constantFrom(null, undefined, NaN, Infinity, -Infinity);

/** Equal but for the rounding of a few operations. */
function isClose(actual: number | null, expected: number): boolean {
  return (
    actual !== null &&
    Math.abs(actual - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
  );
}

describe('SLO arithmetic', () => {
  it('should split the budget into what is consumed and what remains', () => {
    fc.assert(
      fc.property(ratio, objective, (errors, target) => {
        const consumed = consumedBudget(errors, target);
        expect(isClose(consumed, errors / (1 - target))).toBe(true);
        expect(
          isClose(remainingBudget(errors, target), 1 - (consumed ?? 0)),
        ).toBe(true);
      }),
    );
  });

  it('should use the budget up in exactly one window at burn rate 1', () => {
    fc.assert(
      fc.property(objective, windowSeconds, (target, window) => {
        expect(
          isClose(
            exhaustionSeconds(1, burnRate(errorBudget(target), target), window),
            window,
          ),
        ).toBe(true);
      }),
    );
  });

  it('should be exhausted after the share that the table promises', () => {
    fc.assert(
      fc.property(windowSeconds, window => {
        for (const { factor, budgetShare, longWindow } of burnRateRules(
          window,
        )) {
          const long = { '1h': 3600, '6h': 21600, '1d': 86400, '3d': 259200 }[
            longWindow as '1h'
          ];
          expect(isClose((factor * long) / window, budgetShare)).toBe(true);
        }
      }),
    );
  });

  it('should never get more time by burning faster or with less left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        windowSeconds,
        (remaining, rate, times, window) => {
          const time = exhaustionSeconds(remaining, rate, window) ?? NaN;
          expect(
            exhaustionSeconds(remaining, rate * times, window),
          ).toBeLessThanOrEqual(time);
          expect(
            exhaustionSeconds(remaining / times, rate, window),
          ).toBeLessThanOrEqual(time);
        },
      ),
    );
  });

  it('should scale exhaustion with the window', () => {
    fc.assert(
      fc.property(objective, windowSeconds, ratio, (target, window, errors) => {
        const remaining = 0.5;
        const rate = burnRate(errors, target);
        const time = exhaustionSeconds(remaining, rate, window);
        const doubled = exhaustionSeconds(remaining, rate, window * 2);
        expect(doubled === null).toBe(time === null);
        expect(isClose(doubled ?? 0, (time ?? 0) * 2)).toBe(true);
      }),
    );
  });

  it('should tell no data from 0 and from 100 %', () => {
    fc.assert(
      fc.property(
        noNumber,
        objective,
        windowSeconds,
        (nothing, target, window) => {
          expect(toErrorRatio(nothing)).toBeNull();
          expect(burnRate(nothing, target)).toBeNull();
          expect(remainingBudget(nothing, target)).toBeNull();
          const status = evaluateSlo({
            name: 'success',
            objective: target,
            windowSeconds: window,
            errorRatios: Object.fromEntries(
              BURN_RATE_WINDOWS.map(each => [each, nothing]),
            ),
            periodErrorRatio: nothing,
            from: 'recorded',
          });
          expect(status).toMatchObject({
            state: 'no-data',
            errorRatio: null,
            remaining: null,
            exhaustionSeconds: null,
            from: 'none',
          });
          expect(status.alerts.some(alert => alert.isBurning)).toBe(false);
        },
      ),
    );
  });

  it('should keep every state consistent with its figures', () => {
    const sample = fc.oneof(ratio, noNumber);
    fc.assert(
      fc.property(
        objective,
        windowSeconds,
        fc.record(
          Object.fromEntries(BURN_RATE_WINDOWS.map(each => [each, sample])),
        ),
        sample,
        (target, window, errorRatios, periodErrorRatio) => {
          const status = evaluateSlo({
            name: 'success',
            objective: target,
            windowSeconds: window,
            errorRatios: errorRatios as Record<string, number | null>,
            periodErrorRatio,
            from: 'raw',
          });
          const pages = status.alerts.filter(
            ({ severity }) => severity === 'page',
          );
          const burns = (alerts: typeof pages) =>
            alerts.some(alert => alert.isBurning);
          const remaining = status.remaining ?? NaN;
          const isMeasured = (['5m', '30m', '1h'] as const).some(
            each => status.burnRates[each] !== null,
          );
          const isRight = {
            exhausted: remaining <= 0 && status.exhaustionSeconds === 0,
            'burning-fast': burns(pages),
            'burning-slow': !burns(pages) && burns(status.alerts) && isMeasured,
            'at-risk':
              remaining > 0 &&
              remaining < 0.25 &&
              !burns(status.alerts) &&
              isMeasured,
            ok: remaining >= 0.25 && !burns(status.alerts) && isMeasured,
            'no-data': status.remaining === null || !isMeasured,
          };
          expect(isRight[status.state]).toBe(true);
          // Nothing that cannot be written as JSON reaches the API.
          expect(JSON.parse(JSON.stringify(status))).toEqual(status);
        },
      ),
    );
  });

  it('should only burn where the objective lets it', () => {
    fc.assert(
      fc.property(objective, windowSeconds, (target, window) => {
        const status = evaluateSlo({
          name: 'success',
          objective: target,
          windowSeconds: window,
          errorRatios: Object.fromEntries(
            BURN_RATE_WINDOWS.map(each => [each, 1]),
          ),
          periodErrorRatio: 1,
          from: 'raw',
        });
        for (const alert of status.alerts) {
          // Nothing fails more than always.
          expect(alert.isBurning).toBe(alert.factor * errorBudget(target) < 1);
        }
      }),
    );
  });

  it('should never put two points into one pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 400 * 86400 }),
        fc.integer({ min: 10, max: 20_000 }),
        (fromSeconds, span, width) => {
          const range = chartRange({
            fromSeconds,
            toSeconds: fromSeconds + span,
            width,
          });
          const points =
            (range.toSeconds - range.fromSeconds) / range.stepSeconds + 1;
          expect(points).toBeLessThanOrEqual(Math.min(width, 11_000) + 1);
          expect(range.fromSeconds).toBeLessThanOrEqual(fromSeconds);
          expect(range.toSeconds).toBeGreaterThanOrEqual(fromSeconds + span);
          expect(range.fromSeconds % range.stepSeconds).toBe(0);
        },
      ),
    );
  });

  it('should leave gaps where a series holds no number', () => {
    fc.assert(
      fc.property(fc.anything(), values => {
        for (const [seconds, value] of toChartPoints(values)) {
          expect(Number.isFinite(seconds) && Number.isFinite(value)).toBe(true);
        }
      }),
    );
    expect(
      toChartPoints([
        [1, '0.5'],
        [2, 'NaN'],
        [3, '+Inf'],
        [4, ''],
        [5, '0'],
        'x',
        [6, 1],
      ]),
    ).toEqual([
      [1, 0.5],
      [5, 0],
    ]);
  });
});
