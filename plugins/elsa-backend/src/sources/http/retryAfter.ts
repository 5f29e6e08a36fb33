/** An hour: a server that asks for more is asked again then. */
const LONGEST_MS = 3_600_000;

/**
 * Reads Retry-After, which is a number of seconds or a date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function readRetryAfterMs(
  header: string | string[] | undefined,
  nowMs: number,
): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(text.trim())
    ? Number(text) * 1000
    : Date.parse(text) - nowMs;
  return Number.isFinite(milliseconds)
    ? Math.min(Math.max(milliseconds, 0), LONGEST_MS)
    : undefined;
}
