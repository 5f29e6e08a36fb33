/** One field of a schedule as robfig/cron reads it. */
interface Field {
  values: readonly number[];
  /** Written as `*` or `?`. */
  isAny: boolean;
}

/** A schedule by fields, from seconds to days of the week. */
export interface CronFields {
  seconds: Field;
  minutes: Field;
  hours: Field;
  days: Field;
  months: Field;
  weekdays: Field;
}

/** When something runs: by the calendar, or so many seconds after the last time. */
export type Schedule =
  | { fields: CronFields; timeZone?: string }
  | { everySeconds: number; timeZone?: string };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

const RANGES: ReadonlyArray<{
  minimum: number;
  maximum: number;
  names?: readonly string[];
}> = [
  { minimum: 0, maximum: 59 },
  { minimum: 0, maximum: 59 },
  { minimum: 0, maximum: 23 },
  { minimum: 1, maximum: 31 },
  { minimum: 1, maximum: 12, names: MONTHS },
  { minimum: 0, maximum: 6, names: WEEKDAYS },
];

const DESCRIPTORS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

function numberIn(text: string, index: number): number | undefined {
  const { minimum, maximum, names = [] } = RANGES[index];
  const place = names.indexOf(text.toLowerCase());
  if (place >= 0) return minimum + place;
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : NaN;
  return number >= minimum && number <= maximum ? number : undefined;
}

/** One item of a list, such as `1-5` or `*` with a step; undefined where it is none. */
function itemOf(item: string, index: number): Field | undefined {
  const { minimum, maximum } = RANGES[index];
  const [range, step = '1', ...rest] = item.split('/');
  if (rest.length > 0 || !/^0*[1-9][0-9]*$/.test(step)) return undefined;
  const ends = range.split('-');
  if (ends.length > 2) return undefined;
  const isAny = range === '*' || range === '?';
  const first = isAny ? minimum : numberIn(ends[0], index);
  // A single number with a step goes up to the end of the field.
  const isOpen = isAny || (ends.length === 1 && item.includes('/'));
  const last = isOpen ? maximum : numberIn(ends[ends.length - 1], index);
  if (first === undefined || last === undefined || first > last) {
    return undefined;
  }
  const count = Math.floor((last - first) / Number(step)) + 1;
  return {
    // With a larger step it is a choice of days like any other.
    isAny: isAny && Number(step) === 1,
    values: Array.from({ length: count }, (_, at) => first + at * Number(step)),
  };
}

function fieldOf(text: string, index: number): Field | undefined {
  const items = text.split(',').map(item => itemOf(item, index));
  const whole = items.filter(item => item !== undefined);
  return whole.length < items.length
    ? undefined
    : {
        isAny: whole.some(({ isAny }) => isAny),
        values: [...new Set(whole.flatMap(({ values }) => values))].sort(
          (a, b) => a - b,
        ),
      };
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ns', 1e-9],
]);

/**
 * Seconds of one of Go's durations, such as `720h30m0s`; undefined where the
 * text is none.
 */
export function parseDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
  return parts.length > 0 && parts.map(([part]) => part).join('') === text
    ? parts.reduce(
        (sum, [, number, unit]) =>
          sum + Number(number) * (UNITS.get(unit) ?? 0),
        0,
      )
    : undefined;
}

/**
 * A schedule as robfig/cron reads it, which CronJobs, CloudNativePG (with a
 * field for seconds in front) and Velero use; undefined where it is none.
 */
export function parseSchedule(text: string): Schedule | undefined {
  const [, timeZone, rest] =
    /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(text.trim()) ?? [];
  const every = /^@every (\S+)$/.exec(rest)?.[1];
  if (every !== undefined) {
    const seconds = parseDuration(every);
    return seconds === undefined
      ? undefined
      : { everySeconds: Math.max(1, Math.floor(seconds)), timeZone };
  }
  const parts = (DESCRIPTORS.get(rest) ?? rest).split(/\s+/);
  const all = parts.length === 5 ? ['0', ...parts] : parts;
  const fields = all.map((part, index) =>
    index < RANGES.length ? fieldOf(part, index) : undefined,
  );
  const [seconds, minutes, hours, days, months, weekdays] = fields;
  return fields.length === RANGES.length &&
    seconds &&
    minutes &&
    hours &&
    days &&
    months &&
    weekdays
    ? { fields: { seconds, minutes, hours, days, months, weekdays }, timeZone }
    : undefined;
}
