import { DAY, HOUR, MINUTE } from '../clock';

const RANGES: Array<[low: number, high: number]> = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];
const MACROS: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
};

function parseField(field: string, [low, high]: [number, number]): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [range, step = '1'] = part.split('/');
    const [from, to] =
      range === '*' ? [low, high] : range.split('-').map(Number);
    const last = to ?? (part.includes('/') ? high : from);
    for (let value = from; value <= last; value += Number(step)) {
      values.add(value);
    }
  }
  return values;
}

/**
 * The last time up to `now` at which a five-field schedule was due, in UTC: the
 * stage does not follow `timeZone`. Undefined when that is over 32 days ago.
 */
export function lastScheduledTime(
  schedule: string,
  now: number,
): number | undefined {
  const fields = (MACROS[schedule] ?? schedule).trim().split(/\s+/);
  // CloudNativePG writes the seconds in front.
  const five = fields.length === 6 ? fields.slice(1) : fields;
  const [minutes, hours, days, months, weekdays] = five.map((field, index) =>
    parseField(field, RANGES[index]),
  );
  const isDayMatch = (date: Date) => {
    const isDay = days.has(date.getUTCDate());
    const isWeekday =
      weekdays.has(date.getUTCDay()) ||
      (date.getUTCDay() === 0 && weekdays.has(7));
    // Cron's own rule: with both fields restricted either is enough.
    if (five[2] !== '*' && five[4] !== '*') return isDay || isWeekday;
    return isDay && isWeekday;
  };
  const start = Math.floor(now / MINUTE) * MINUTE;
  for (let at = start; at > now - 32 * DAY; at -= MINUTE) {
    const date = new Date(at);
    if (!months.has(date.getUTCMonth() + 1) || !isDayMatch(date)) {
      at = Math.floor(at / DAY) * DAY;
      continue;
    }
    if (!hours.has(date.getUTCHours())) {
      at = Math.floor(at / HOUR) * HOUR;
      continue;
    }
    if (minutes.has(date.getUTCMinutes())) return at;
  }
  return undefined;
}
