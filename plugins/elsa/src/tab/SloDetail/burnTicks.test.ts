import { burnTicks } from './burnTicks';

const THRESHOLDS = [14.4, 6, 3, 1];

describe('burnTicks', () => {
  it.each([
    [0, 20],
    [13, 20],
    [470, 1_000],
    [0.2, 20],
  ])('should hold every threshold beside a burn of %d', (highest, top) => {
    const ticks = burnTicks(highest, THRESHOLDS);
    expect(ticks.slice(0, -1)).toEqual([0, 1, 3, 6, 14.4]);
    expect(ticks.at(-1)).toBe(top);
  });

  it('should have an axis where an SLO has no thresholds', () => {
    expect(burnTicks(0, [])).toEqual([0, 2]);
  });
});
