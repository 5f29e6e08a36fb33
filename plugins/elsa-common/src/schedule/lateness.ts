import { type CronFields, parseSchedule, type Schedule } from './parseSchedule';
import { runsAfter } from './runs';
import { wallTimeOf } from './wallTime';

const DAY_MS = 86_400_000;

/**
 * What a run may take from its time on until it has succeeded, in seconds. The
 * chart's alert has the same.
 *
 * @public
 */
export const BACKUP_GRACE_SECONDS = 2 * 3600;

/** Nine years from here on have two leap days. */
const FIRST_DAY = Date.UTC(2027, 0, 1);
const ALL_DAYS = 9 * 366;

/** Clocks change in the same way each year. */
const YEAR_DAYS = 366;

function comesOn(
  { days, months, weekdays }: CronFields,
  midnight: number,
): boolean {
  const date = new Date(midnight);
  const isDay = days.values.includes(date.getUTCDate());
  const isWeekday = weekdays.values.includes(date.getUTCDay());
  return (
    months.values.includes(date.getUTCMonth() + 1) &&
    (days.isAny || weekdays.isAny ? isDay && isWeekday : isDay || isWeekday)
  );
}

/** Longest time between two runs where clocks never change; undefined when it never comes. */
function longestGapOnClocks(fields: CronFields): number | undefined {
  const times = fields.hours.values.flatMap(hour =>
    fields.minutes.values.flatMap(minute =>
      fields.seconds.values.map(
        second => ((hour * 60 + minute) * 60 + second) * 1000,
      ),
    ),
  );
  let longest = 0;
  for (let index = 1; index < times.length; index += 1) {
    longest = Math.max(longest, times[index] - times[index - 1]);
  }
  let before: number | undefined;
  let hasComeTwice = false;
  for (let day = 0; day < ALL_DAYS; day += 1) {
    const midnight = FIRST_DAY + day * DAY_MS;
    if (comesOn(fields, midnight)) {
      if (before !== undefined) {
        hasComeTwice = true;
        longest = Math.max(longest, midnight + times[0] - before);
      }
      before = midnight + times[times.length - 1];
    }
  }
  return hasComeTwice ? longest : undefined;
}

/** Longest time between two runs around the changes of clocks. */
function longestGapAroundChanges(
  schedule: Schedule,
  usual: number,
  zone: string,
): number {
  const offset = (at: number) => wallTimeOf(at, zone) - at;
  let longest = usual;
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const from = FIRST_DAY + day * DAY_MS;
    const to = from + DAY_MS;
    if (offset(from) !== offset(to)) {
      let before: number | undefined;
      for (const at of runsAfter(schedule, from - usual - DAY_MS, zone)) {
        longest = Math.max(longest, at - (before ?? at));
        before = at;
        if (at > to) break;
      }
    }
  }
  return longest;
}

/**
 * Longest time, in seconds, between two runs of a schedule, the nights in which
 * clocks change included; undefined for one that never comes and for what is no
 * schedule.
 *
 * @public
 */
export function longestGapSeconds(
  text: string,
  timeZone = 'UTC',
): number | undefined {
  const schedule = parseSchedule(text);
  if (schedule === undefined || 'everySeconds' in schedule) {
    return schedule?.everySeconds;
  }
  const usual = longestGapOnClocks(schedule.fields);
  const zone = schedule.timeZone ?? timeZone;
  return usual === undefined
    ? undefined
    : longestGapAroundChanges(schedule, usual, zone) / 1000;
}

/**
 * Age, in seconds, from which the last good backup is too old whatever the time
 * of the year; undefined where there never is one.
 *
 * @public
 */
export function maximumBackupAgeSeconds(
  text: string,
  timeZone = 'UTC',
): number | undefined {
  const gap = longestGapSeconds(text, timeZone);
  return gap === undefined ? undefined : gap + BACKUP_GRACE_SECONDS;
}

/** What a schedule had to have done by now. */
export type ScheduleState = 'unreadable' | 'never' | 'late' | 'on-time';

/**
 * Whether the last success is older than a schedule's longest gap allows. In
 * the night in which clocks go forward a run may be left out, which makes that
 * one gap longer.
 *
 * @param since - the last success, or the beginning, in milliseconds since 1970
 * @param options - `runs`: how many may be due before that is late
 */
export function stateOfSchedule(
  text: string,
  since: number,
  now: number,
  { timeZone = 'UTC', runs = 1 }: { timeZone?: string; runs?: number } = {},
): ScheduleState {
  const schedule = parseSchedule(text);
  if (schedule === undefined) {
    return 'unreadable';
  }
  const usual =
    'everySeconds' in schedule
      ? schedule.everySeconds * 1000
      : longestGapOnClocks(schedule.fields);
  const graceMs = BACKUP_GRACE_SECONDS * 1000;
  if (usual === undefined) {
    return 'never';
  }
  if (now - since <= usual + graceMs) {
    return 'on-time';
  }
  let due = 0;
  for (const at of runsAfter(schedule, since, timeZone)) {
    due += 1;
    if (at + graceMs >= now) break;
    if (due >= runs) return 'late';
  }
  return 'on-time';
}
