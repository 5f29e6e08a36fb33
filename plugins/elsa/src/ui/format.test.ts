import { createFormat } from './format';

describe('createFormat', () => {
  const english = createFormat('en-US');
  const german = createFormat('de-DE');

  it('should write percentages by locale', () => {
    expect(english.percent(0.9995, 4)).toBe('99.95%');
    expect(german.percent(0.9995, 4)).toBe('99,95\u00a0%');
  });

  it('should round a budget down, so that a touched one is never full', () => {
    expect(english.percent(0.99999)).toBe('99.9%');
    expect(english.percent(1)).toBe('100%');
    expect(english.percent(0.29)).toBe('29%');
  });

  it('should write burn rates as factors', () => {
    expect(english.factor(14.4)).toBe('14.4×');
    expect(english.factor(0.314)).toBe('0.31×');
    expect(german.factor(14.4)).toBe('14,4×');
  });

  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [50 * 2 ** 30, '50 GiB'],
  ])('should write %d bytes as %s', (bytes, text) => {
    expect(english.bytes(bytes)).toBe(text);
  });

  it.each([
    [0, 2, '0 sec'],
    [59, 2, '59 sec'],
    [725, 2, '12 min 5 sec'],
    [725, 1, '12 min'],
    [3_600, 2, '1 hr'],
    [90_061, 2, '1 day 1 hr'],
    [-5, 2, '0 sec'],
  ])('should write %d seconds in %d units as %s', (seconds, units, text) => {
    expect(english.duration(seconds, units)).toBe(text);
  });

  it('should tell ages', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(english.relative('2026-11-22T11:57:00Z', now)).toBe('3 min. ago');
    expect(german.relative('2026-11-22T11:57:00Z', now)).toBe('vor 3 Min.');
  });

  it('should not announce the future when a clock runs ahead', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(english.relative('2026-11-22T12:00:30Z', now)).toBe('now');
  });
});
