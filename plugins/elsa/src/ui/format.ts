/** Writes figures the way the reader's language does. */
export interface Format {
  language: string;
  number(value: number, maximumFractionDigits?: number): string;
  /** A ratio as a percentage; rounds down, so that a budget that was touched never reads as full. */
  percent(ratio: number, maximumFractionDigits?: number): string;
  /** A burn rate such as `14.4×`. */
  factor(value: number): string;
  bytes(value: number): string;
  dateTime(time: string | number): string;
  /** Distance from now, such as `3 minutes ago`. */
  relative(time: string | number, now: number): string;
  /** The largest units (two unless told), such as `2 hr 5 min`. */
  duration(seconds: number, units?: number): string;
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const RELATIVE_UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const DURATION_UNITS: Array<[string, number]> = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function roundDown(value: number, digits: number): number {
  const scale = 10 ** digits;
  // The tiny offset keeps 0.29 * 100 = 28.999999999999996 from becoming 28.
  return Math.floor(value * scale + 1e-9) / scale;
}

function formatDuration(
  seconds: number,
  language: string,
  units: number,
): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, size] of DURATION_UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0 || (unit === 'second' && parts.length === 0)) {
      rest -= count * size;
      parts.push(
        new Intl.NumberFormat(language, {
          style: 'unit',
          unit,
          unitDisplay: 'short',
        }).format(count),
      );
      if (parts.length === units) {
        break;
      }
    } else if (parts.length > 0) {
      break;
    }
  }
  return parts.join(' ');
}

function formatRelative(
  time: string | number,
  now: number,
  language: string,
): string {
  const seconds = (new Date(time).getTime() - now) / 1_000;
  const [unit, size] =
    RELATIVE_UNITS.find(([, limit]) => Math.abs(seconds) >= limit) ??
    RELATIVE_UNITS[RELATIVE_UNITS.length - 1];
  // A clock that runs ahead of ours must not announce the future.
  const count = Math.min(0, Math.trunc(seconds / size));
  return new Intl.RelativeTimeFormat(language, {
    numeric: 'auto',
    style: 'short',
  }).format(count, unit);
}

/** @param language - BCP 47 tag, such as `de` or `en-GB` */
export function createFormat(language: string): Format {
  const number = (value: number, maximumFractionDigits = 1) =>
    new Intl.NumberFormat(language, { maximumFractionDigits }).format(value);
  return {
    language,
    number,
    percent: (ratio, maximumFractionDigits = 1) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits,
      }).format(roundDown(ratio, maximumFractionDigits + 2)),
    factor: value => `${number(value, value < 10 ? 2 : 1)}×`,
    bytes: value => {
      const power = Math.min(
        BYTE_UNITS.length - 1,
        value > 0 ? Math.floor(Math.log2(value) / 10) : 0,
      );
      return `${number(value / 1_024 ** power)} ${BYTE_UNITS[power]}`;
    },
    dateTime: time =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'medium',
      }).format(new Date(time)),
    relative: (time, now) => formatRelative(time, now, language),
    duration: (seconds, units = 2) => formatDuration(seconds, language, units),
  };
}
