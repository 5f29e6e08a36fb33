import {
  chartPoints,
  highestValue,
  lowestValue,
  ratioTicks,
} from './chartPoints';

describe('chartPoints', () => {
  it('should leave a gap where points are missing, never a zero', () => {
    expect(
      chartPoints(
        [
          [0, 0.9],
          [60, 0.8],
          [240, 0.7],
        ],
        60,
      ),
    ).toEqual([
      { time: 0, value: 0.9 },
      { time: 60_000, value: 0.8 },
      { time: 120_000, value: null },
      { time: 240_000, value: 0.7 },
    ]);
  });

  it('should take jitter for no gap', () => {
    const points = chartPoints(
      [
        [0, 1],
        [75, 1],
      ],
      60,
    );
    expect(points.map(point => point.value)).toEqual([1, 1]);
  });
});

describe('lowestValue', () => {
  it('should pass over gaps', () => {
    expect(
      lowestValue(
        [
          { time: 0, value: null },
          { time: 1, value: 0.4 },
        ],
        0.9,
      ),
    ).toBe(0.4);
  });
});

describe('highestValue', () => {
  it('should pass over gaps', () => {
    const points = [
      { time: 0, value: null },
      { time: 1, value: 12 },
    ];
    expect(highestValue(points, 3)).toBe(12);
    expect(highestValue(points, 20)).toBe(20);
  });
});

describe('ratioTicks', () => {
  it.each([
    [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-0.31, [-0.5, 0, 0.5, 1]],
    [0.9985, [0.9984, 0.9988, 0.9992, 0.9996, 1]],
  ])('should span from %d to 1 in round steps', (lowest, expected) => {
    const ticks = ratioTicks(lowest);
    expect(ticks[0]).toBeLessThanOrEqual(lowest);
    expect(ticks[ticks.length - 1]).toBe(1);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.length).toBeGreaterThanOrEqual(expected.length - 2);
  });

  it('should not fail on a service level that never left 100 %', () => {
    expect(ratioTicks(1).every(Number.isFinite)).toBe(true);
  });
});
