import type { Format } from './format';

const INSTANT =
  /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/g;

/**
 * A sentence of the backend, which writes times as ISO 8601 in UTC, with the
 * times as the reader writes them.
 */
export function localizeTimes(text: string, format: Format): string {
  return text.replace(INSTANT, time =>
    Number.isNaN(Date.parse(time)) ? time : format.dateTime(time),
  );
}
