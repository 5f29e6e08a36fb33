import { createFormat } from './format';
import { localizeTimes } from './localizeTimes';

describe('localizeTimes', () => {
  const format = createFormat('de');
  const time = '2026-11-22T23:09:03.867Z';

  it('should write the times of a sentence as the reader does', () => {
    expect(
      localizeTimes(`Read at ${time}; last at 2026-11-22T23:09:03Z.`, format),
    ).toBe(
      `Read at ${format.dateTime(time)}; last at ${format.dateTime(time)}.`,
    );
    expect(localizeTimes(time, format)).toMatch(/^\d{2}\.11\.2026/);
  });

  it.each(['2026-13-45T99:99:99Z', '2026-11-22', 'build-2026.11.22', ''])(
    'should leave %s as it is',
    text => {
      expect(localizeTimes(text, format)).toBe(text);
    },
  );
});
