import { longestGapSeconds, stateOfSchedule } from './lateness';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('longestGapSeconds', () => {
  it.each([
    ['@hourly', 'UTC', HOUR],
    ['@every 6h', 'UTC', 6 * HOUR],
    ['*/15 * * * *', 'UTC', HOUR / 4],
    ['@daily', 'UTC', DAY],
    ['0 2 */1 * *', 'UTC', DAY],
    ['0 2 * * 0-6', 'UTC', DAY],
    ['30 15 2 * * *', 'UTC', DAY],
    ['0 0,12 * * *', 'UTC', DAY / 2],
    ['0 8-18/2 * * *', 'UTC', 14 * HOUR],
    ['0 2 * * 1-5', 'UTC', 3 * DAY],
    ['0 3 * * 0', 'UTC', 7 * DAY],
    ['@monthly', 'UTC', 31 * DAY],
    ['0 2 31 * *', 'UTC', 61 * DAY],
    ['0 2 1 */3 *', 'UTC', 92 * DAY],
    ['@yearly', 'UTC', 366 * DAY],
    ['0 2 29 2 *', 'UTC', 1461 * DAY],
    // A day of 25 hours, and one whose half past two does not come.
    ['0 4 * * *', 'Europe/Berlin', DAY + HOUR],
    ['30 2 * * *', 'Europe/Berlin', 2 * DAY - HOUR],
    ['30 2 * * *', 'Asia/Kolkata', DAY],
  ])('should know that of %s in %s', (text, zone, seconds) => {
    expect(longestGapSeconds(text, zone)).toBe(seconds);
  });

  it.each(['0 0 31 2 *', '0 0 30 2 *', 'hello', ''])(
    'should know none of "%s"',
    text => {
      expect(longestGapSeconds(text)).toBeUndefined();
    },
  );
});

describe('stateOfSchedule', () => {
  const at = (time: string) => Date.parse(time);

  it.each([
    // Fridays to Mondays nothing is due.
    ['0 2 * * 1-5', '2026-11-27T02:05:00Z', '2026-11-30T01:00:00Z', 'on-time'],
    ['0 2 * * 1-5', '2026-11-23T02:05:00Z', '2026-11-26T05:00:00Z', 'late'],
    ['@daily', '2026-11-26T00:10:00Z', '2026-11-27T02:10:00Z', 'on-time'],
    ['@daily', '2026-11-26T00:10:00Z', '2026-11-27T02:10:01Z', 'late'],
    // Made by hand, off its schedule: the next one was missed, the age is good.
    ['0 3 * * 0', '2026-11-21T12:00:00Z', '2026-11-27T12:00:00Z', 'on-time'],
    ['0 3 * * 0', '2026-11-19T12:00:00Z', '2026-11-27T12:00:00Z', 'late'],
    ['@every 6h', '2026-11-27T00:00:00Z', '2026-11-27T09:00:00Z', 'late'],
    ['0 2 1 */3 *', '2026-10-01T02:10:00Z', '2026-12-20T12:00:00Z', 'on-time'],
    ['0 2 1 */3 *', '2026-07-01T02:10:00Z', '2026-10-02T12:00:00Z', 'late'],
    ['0 0 31 2 *', '2026-11-01T00:00:00Z', '2026-11-27T00:00:00Z', 'never'],
    ['0 0 * * 7', '2026-11-01T00:00:00Z', '2026-11-27T00:00:00Z', 'unreadable'],
  ])('should judge %s, good at %s, at %s', (text, good, now, state) => {
    expect(stateOfSchedule(text, at(good), at(now))).toBe(state);
  });

  it('should follow the clocks of a time zone', () => {
    const state = (now: string) =>
      stateOfSchedule('30 2 * * *', at('2026-03-28T01:35:00Z'), at(now), {
        timeZone: 'Europe/Berlin',
      });
    // Half past two did not come on that Sunday.
    expect(state('2026-03-29T20:00:00Z')).toBe('on-time');
    expect(state('2026-03-30T03:00:00Z')).toBe('late');
  });

  it('should give a run that is under way until the next one is due', () => {
    const state = (runs: number) =>
      stateOfSchedule(
        '0 2 * * *',
        at('2026-11-25T02:30:00Z'),
        at('2026-11-26T06:00:00Z'),
        { runs },
      );
    expect([state(1), state(2)]).toEqual(['late', 'on-time']);
  });
});
