const HOUR_MS = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Undefined for a time zone that this machine does not know. */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) {
    try {
      formats.set(
        timeZone,
        new Intl.DateTimeFormat('en-US', {
          timeZone,
          hourCycle: 'h23',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        }),
      );
    } catch {
      formats.set(timeZone, undefined);
    }
  }
  return formats.get(timeZone);
}

/**
 * What clocks in a time zone show at a moment, as milliseconds of a UTC date
 * that reads the same. Zones that this machine does not know are UTC.
 */
export function wallTimeOf(moment: number, timeZone: string): number {
  const format = timeZone === 'UTC' ? undefined : formatOf(timeZone);
  if (!format) {
    return moment;
  }
  const parts = new Map(
    format.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.get(type) ?? 0);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

/**
 * Moments at which clocks in a time zone show something, oldest first: none in
 * the hour that is left out in spring, two in the one that comes again.
 */
export function momentsOf(wallTime: number, timeZone: string): number[] {
  if (timeZone === 'UTC') {
    return [wallTime];
  }
  const offsets = [-30, 30].map(hours => {
    const moment = wallTime + hours * HOUR_MS;
    return wallTimeOf(moment, timeZone) - moment;
  });
  return [...new Set(offsets.map(offset => wallTime - offset))]
    .filter(moment => wallTimeOf(moment, timeZone) === wallTime)
    .sort((a, b) => a - b);
}
