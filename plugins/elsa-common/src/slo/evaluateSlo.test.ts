import type { BurnRateWindow } from '../contract';
import { errorBudget } from './budget';
import { burnRateRules } from './burnRates';
import { chartRange } from './charts';
import { durationSeconds } from './duration';
import { evaluateSlo, worstSlo } from './evaluateSlo';
import { readRecordedSlos } from './recordedSlos';

const days = 86400;
const slo = (
  errorRatios: Partial<Record<BurnRateWindow, number | null>>,
  periodErrorRatio: number | null,
  objective = 0.999,
) =>
  evaluateSlo({
    name: 'success',
    objective,
    windowSeconds: 30 * days,
    errorRatios,
    periodErrorRatio,
    from: 'recorded',
  });

describe('burnRateRules', () => {
  it('should give the factors of the SRE workbook and Sloth', () => {
    const factors = (windowDays: number) =>
      burnRateRules(windowDays * days).map(({ factor }) => factor);
    expect(factors(30)).toEqual([14.4, 6, 3, 1]);
    expect(factors(28)).toEqual([13.44, 5.6, 2.8, 0.933333333333]);
    expect(factors(7)).toEqual([3.36, 1.4]);
    expect(factors(1)).toEqual([]);
  });
});

describe('budget', () => {
  it('should be what an objective leaves', () => {
    expect(errorBudget(0.999)).toBe(0.001);
  });

  it.each([0, 1, -1, 99.9, NaN])(
    'should refuse the objective %p',
    objective => {
      expect(() => errorBudget(objective)).toThrow('between 0 and 1');
    },
  );

  it('should refuse windows that are none', () => {
    expect(() => durationSeconds('30 days')).toThrow(
      '"30 days" is not a duration',
    );
    expect(durationSeconds('30d')).toBe(30 * days);
  });
});

describe('evaluateSlo', () => {
  it('should burn fast only while both windows of a page pair do', () => {
    expect(slo({ '5m': 0.02, '1h': 0.02 }, 0.0002)).toMatchObject({
      state: 'burning-fast',
      burnRates: { '5m': expect.closeTo(20, 9), '30m': null },
      remaining: expect.closeTo(0.8, 9),
      // 30 days x 0.8 / 20
      exhaustionSeconds: expect.closeTo(103680, 3),
    });
    expect(slo({ '5m': 0.02, '1h': 0.01 }, 0.0002).state).toBe('ok');
    expect(slo({ '5m': 0.0144, '1h': 0.0144 }, 0.0002).state).toBe('ok');
  });

  it('should burn slowly while a ticket pair does', () => {
    expect(
      slo({ '5m': 0, '2h': 0.004, '6h': 0.001, '1d': 0.0035 }, 0.0005).state,
    ).toBe('burning-slow');
  });

  it('should be at risk below a quarter and exhausted at nothing', () => {
    expect(slo({ '5m': 0, '1h': 0 }, 0.00075).state).toBe('ok');
    expect(slo({ '5m': 0, '1h': 0 }, 0.00076)).toMatchObject({
      state: 'at-risk',
      exhaustionSeconds: null,
    });
    expect(slo({ '5m': 0, '1h': 0 }, 0.001)).toMatchObject({
      state: 'exhausted',
      exhaustionSeconds: 0,
    });
    expect(slo({}, 0.002)).toMatchObject({
      state: 'exhausted',
      remaining: -1,
    });
  });

  it('should have no data when nothing was measured for an hour', () => {
    expect(slo({ '2h': 0, '6h': 0, '1d': 0, '3d': 0 }, 0.0001)).toMatchObject({
      state: 'no-data',
      remaining: expect.closeTo(0.9, 9),
    });
    expect(slo({ '5m': 0, '1h': 0 }, null).state).toBe('no-data');
  });

  it('should tell a perfect hour from a silent one', () => {
    expect(slo({ '5m': 0, '1h': 0 }, 0)).toMatchObject({
      state: 'ok',
      remaining: 1,
      errorRatio: 0,
      burnRates: { '5m': 0, '1h': 0, '6h': null },
    });
  });
});

describe('worstSlo', () => {
  it('should not let missing data hide a burning SLO', () => {
    const rows = [
      { state: 'no-data', remaining: null },
      { state: 'burning-slow', remaining: 0.4 },
      { state: 'burning-slow', remaining: 0.3 },
      { state: 'ok', remaining: 1 },
    ] as const;
    expect(worstSlo(rows)).toBe(rows[2]);
    expect(worstSlo([rows[3], rows[0]])).toBe(rows[0]);
    expect(worstSlo([])).toBeUndefined();
  });

  it.each([
    ['no-data', 'ok'],
    ['at-risk', 'no-data'],
    ['burning-slow', 'at-risk'],
    ['burning-fast', 'burning-slow'],
    ['exhausted', 'burning-fast'],
  ] as const)('should put %s before %s', (worse, better) => {
    const first = { state: worse, remaining: 0.9 };
    const second = { state: better, remaining: 0.1 };
    expect(worstSlo([second, first])).toBe(first);
    expect(worstSlo([first, second])).toBe(first);
  });

  it('should take an unknown budget for a whole one', () => {
    const unknown = { state: 'at-risk', remaining: null } as const;
    const spent = { state: 'at-risk', remaining: 0.9 } as const;
    expect(worstSlo([unknown, spent])).toBe(spent);
  });
});

describe('chartRange', () => {
  it('should choose even steps and aligned edges', () => {
    expect(
      chartRange({ fromSeconds: 1_000_010, toSeconds: 1_003_610, width: 800 }),
    ).toEqual({ fromSeconds: 999_990, toSeconds: 1_003_620, stepSeconds: 30 });
    expect(
      chartRange({ fromSeconds: 0, toSeconds: 30 * days, width: 800 })
        .stepSeconds,
    ).toBe(3600);
    expect(
      chartRange({ fromSeconds: 0, toSeconds: 3650 * days, width: 100 })
        .stepSeconds,
    ).toBe(38 * days);
    expect(() => chartRange({ fromSeconds: 5, toSeconds: 5 })).toThrow(
      'begin before it ends',
    );
    expect(() =>
      chartRange({ fromSeconds: 0, toSeconds: 5, width: 0 }),
    ).toThrow('1 pixel');
  });
});

describe('readRecordedSlos', () => {
  const labels = {
    elsa_environment: 'payments',
    namespace: 'payments-elsa',
    sloth_slo: 'success',
  };
  const at = (value: string) => [1_700_000_000, value] as const;

  it('should put windows, period and definition of one SLO together', () => {
    const [found, ...others] = readRecordedSlos({
      definitions: [
        {
          metric: { ...labels, __name__: 'slo:objective:ratio' },
          value: at('0.999'),
        },
        {
          metric: { ...labels, __name__: 'slo:time_period:days' },
          value: at('30'),
        },
      ],
      sliErrors: [
        { metric: { ...labels, sloth_window: '5m' }, value: at('0.002') },
        { metric: { ...labels, sloth_window: '1h' }, value: at('NaN') },
        { metric: { ...labels, sloth_window: '30d' }, value: at('0.0005') },
      ],
    });
    expect(others).toEqual([]);
    expect(found).toEqual({
      environment: 'payments',
      namespace: 'payments-elsa',
      name: 'success',
      objective: 0.999,
      windowSeconds: 30 * days,
      errorRatios: { '5m': 0.002 },
      periodErrorRatio: 0.0005,
    });
  });

  it.each([
    ['28', '4w'],
    ['7', '1w'],
    ['28', '28d'],
  ])('should find the period of %s days recorded as %s', (period, window) => {
    const [found] = readRecordedSlos({
      definitions: [
        {
          metric: { ...labels, __name__: 'slo:objective:ratio' },
          value: at('0.999'),
        },
        {
          metric: { ...labels, __name__: 'slo:time_period:days' },
          value: at(period),
        },
      ],
      sliErrors: [
        { metric: { ...labels, sloth_window: window }, value: at('0.0005') },
      ],
    });
    expect(found.periodErrorRatio).toBe(0.0005);
  });

  it('should keep an SLO that has no samples and say of one without an objective why it is none', () => {
    expect(
      readRecordedSlos({
        definitions: [
          {
            metric: { ...labels, __name__: 'slo:objective:ratio' },
            value: at('0.9'),
          },
          {
            metric: { ...labels, __name__: 'slo:time_period:days' },
            value: at('28'),
          },
          {
            metric: {
              ...labels,
              sloth_slo: 'odd',
              __name__: 'slo:objective:ratio',
            },
            value: at('1'),
          },
        ],
        sliErrors: [
          {
            metric: { ...labels, sloth_slo: 'other', sloth_window: '5m' },
            value: at('0'),
          },
        ],
      }),
    ).toMatchObject([
      { name: 'success', errorRatios: {}, periodErrorRatio: null },
      {
        name: 'odd',
        objective: 0,
        problem:
          'It cannot be evaluated: its rules record 1 as objective (slo:objective:ratio)',
      },
      {
        name: 'other',
        problem:
          'It cannot be evaluated: its rules record no objective (slo:objective:ratio)',
      },
    ]);
  });
});
