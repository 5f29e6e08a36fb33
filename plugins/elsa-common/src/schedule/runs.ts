import { Cron } from 'croner';
import { type CronFields, type Schedule } from './parseSchedule';
import { momentsOf, wallTimeOf } from './wallTime';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** robfig/cron gives up a schedule that does not come within this time. */
const HORIZON_MS = 5 * 366 * DAY_MS;

/** More than any time zone changes its clocks by. */
const CLOCK_CHANGE_MS = 3 * HOUR_MS;

/** Days that a month has in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 30 February never comes; a day of the week does, where either is enough. */
function everComes({ days, months, weekdays }: CronFields): boolean {
  const isDayBound = days.isAny || weekdays.isAny;
  return (
    !isDayBound ||
    months.values.some(month => days.values[0] <= DAYS[month - 1])
  );
}

/**
 * Croner reads a few signs in its own way, and knows only `*` alone as any
 * day: it is given the numbers that robfig/cron makes of each field.
 */
function cronOf(fields: CronFields): Cron {
  const { seconds, minutes, hours, days, months, weekdays } = fields;
  const pattern = [seconds, minutes, hours, days, months, weekdays]
    .map(({ values }) => values.join(','))
    .join(' ');
  return new Cron(pattern, {
    utcOffset: 0,
    mode: '6-part',
    domAndDow: days.isAny || weekdays.isAny,
    paused: true,
  });
}

/**
 * When a schedule runs after a moment, soonest first, as long as they are asked
 * for. As robfig/cron has it: not in the hour that is left out in spring, twice
 * in the one that comes again in autumn.
 *
 * @param after - milliseconds since 1970
 */
export function* runsAfter(
  schedule: Schedule,
  after: number,
  timeZone = 'UTC',
): Generator<number, void> {
  if ('everySeconds' in schedule) {
    const step = schedule.everySeconds * 1000;
    for (let at = Math.floor(after / 1000) * 1000 + step; ; at += step) {
      yield at;
    }
  }
  if (!everComes(schedule.fields)) {
    return;
  }
  const zone = schedule.timeZone ?? timeZone;
  const cron = cronOf(schedule.fields);
  const pending: number[] = [];
  const changeMs = zone === 'UTC' ? 0 : CLOCK_CHANGE_MS;
  let wall = wallTimeOf(after, zone) - changeMs;
  for (;;) {
    const next = cron.nextRun(new Date(wall))?.getTime();
    if (next === undefined || next - wall > HORIZON_MS) {
      break;
    }
    wall = next;
    pending.push(...momentsOf(wall, zone).filter(moment => moment > after));
    pending.sort((a, b) => a - b);
    // What clocks show again may belong before what was found already.
    while (
      pending.length > 0 &&
      wallTimeOf(pending[0], zone) + changeMs <= wall
    ) {
      yield* pending.splice(0, 1);
    }
  }
  yield* pending;
}
