const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** As `robfig/cron` reads them, which CronJob, CloudNativePG and Velero use. */
const FIELDS: Array<{ minimum: number; maximum: number; names?: string[] }> = [
  { minimum: 0, maximum: 59 },
  { minimum: 0, maximum: 23 },
  { minimum: 1, maximum: 31 },
  { minimum: 1, maximum: 12, names: MONTHS },
  { minimum: 0, maximum: 6, names: WEEKDAYS },
];

/** Days that a month has in every year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function numberIn(text: string, index: number): number | undefined {
  const { minimum, maximum, names = [] } = FIELDS[index];
  const place = names.indexOf(text.toLowerCase());
  if (place >= 0) return minimum + place;
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : NaN;
  return number >= minimum && number <= maximum ? number : undefined;
}

/** Numbers of one item of a list, such as `1-5` or `*` with a step; undefined where it is none. */
function numbersIn(item: string, index: number): number[] | undefined {
  const { minimum, maximum } = FIELDS[index];
  const [range, step = '1', ...rest] = item.split('/');
  if (rest.length > 0 || !/^[1-9][0-9]?$/.test(step)) return undefined;
  const ends = range.split('-');
  if (ends.length > 2) return undefined;
  const first = range === '*' ? minimum : numberIn(ends[0], index);
  // A single number with a step goes up to the end of the field.
  const isOpen = range === '*' || (ends.length === 1 && item.includes('/'));
  const last = isOpen ? maximum : numberIn(ends[ends.length - 1], index);
  if (first === undefined || last === undefined || first > last) {
    return undefined;
  }
  return Array.from(
    { length: Math.floor((last - first) / Number(step)) + 1 },
    (_, place) => first + place * Number(step),
  );
}

/** Numbers of every field; undefined where the text is no schedule. */
function read(value: string): number[][] | undefined {
  const fields = value.split(' ');
  if (fields.length !== FIELDS.length) return undefined;
  const numbers = fields.map((field, index) =>
    field.split(',').map(item => numbersIn(item, index)),
  );
  const isWhole = numbers.every(items => !items.includes(undefined));
  return isWhole ? numbers.map(items => items.flat() as number[]) : undefined;
}

/** Five fields, as a CronJob takes them; no `@daily` and no seconds field. */
export const isCronSchedule = (value: string): boolean =>
  read(value) !== undefined;

/**
 * Whether a schedule comes in every year: 30 February never does, 29 February
 * once in four years. A day of the week comes in any case: beside days of the
 * month either is enough.
 */
export function comesEveryYear(value: string): boolean {
  const [, , days, months] = read(value) ?? [];
  if (days === undefined) return false;
  const [, , , , weekdays] = value.split(' ');
  const isAnyWeekday = weekdays
    .split(',')
    .some(item => item.split('/')[0] === '*');
  return (
    !isAnyWeekday ||
    months.some(month => days.some(day => day <= DAYS[month - 1]))
  );
}
