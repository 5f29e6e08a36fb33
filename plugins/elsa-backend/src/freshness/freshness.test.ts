import { isTooOld } from './freshness';

describe('isTooOld', () => {
  const nowMs = Date.parse('2026-11-20T12:00:00Z');
  const options = { nowMs, staleAfterMs: 120_000 };

  it.each([
    ['without a time', undefined, true],
    ['of this moment', '2026-11-20T12:00:00Z', false],
    ['two minutes old', '2026-11-20T11:58:00Z', false],
    ['older', '2026-11-20T11:57:59Z', true],
    ['of another time zone', '2026-11-20T13:59:00+02:00', false],
    ['by a clock that is a little fast', '2026-11-20T12:01:00Z', false],
    ['by a clock that is hours fast', '2026-11-20T15:00:00Z', true],
    ['that is no time', 'yesterday', true],
  ])('should judge figures %s', (_, time, expected) => {
    expect(isTooOld(time, options)).toBe(expected);
  });
});
