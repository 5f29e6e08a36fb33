import { comesEveryYear, isCronSchedule } from '.';

describe('isCronSchedule', () => {
  it.each([
    '15 2 * * *',
    '*/15 * * * *',
    '5/10 2 * * *',
    '0 0 1,15 jan-jun mon-fri',
    '0 0 * * SUN',
    '0 22 1-7/2 */3 6',
  ])('should take %s', schedule => {
    expect(isCronSchedule(schedule)).toBe(true);
  });

  it.each([
    '@daily',
    '0 0 2 * * *',
    '60 0 * * *',
    '0 0 0 * *',
    // The API server refuses both, so that no backup would ever be made.
    '0 0 * * 7',
    '0 0 20-10 * *',
    '*/0 * * * *',
    '1-2-3 * * * *',
    '0 0 * * ',
  ])('should refuse %s', schedule => {
    expect(isCronSchedule(schedule)).toBe(false);
  });
});

describe('comesEveryYear', () => {
  it.each([
    '0 0 30 2 *',
    '0 0 29 2 *',
    '0 0 31 4,6,9,11 *',
    '0 0 31 feb *',
    '0 0 30-31 2 *',
    '0 0 30 2 */1',
  ])('should refuse %s', schedule => {
    expect(comesEveryYear(schedule)).toBe(false);
  });

  it.each([
    '15 2 * * *',
    '0 0 31 * *',
    '0 0 28 2 *',
    '0 0 29-31 2,3 *',
    // Either day is enough.
    '0 0 30 2 mon',
    '0 0 */31 2 *',
  ])('should take %s', schedule => {
    expect(comesEveryYear(schedule)).toBe(true);
  });

  it('should agree with a calendar about each day of each month', () => {
    const wrong = [];
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        // No leap year; a day that does not exist is in the next month.
        const exists =
          new Date(Date.UTC(2027, month - 1, day)).getUTCMonth() === month - 1;
        const schedule = `0 0 ${day} ${month} *`;
        if (comesEveryYear(schedule) !== exists) wrong.push(schedule);
      }
    }
    expect(wrong).toEqual([]);
  });
});
