/**
 * A day: a server that asks for more is asked again then, in case it was a
 * mistake. Its message says so.
 */
export const LONGEST_PAUSE_MS = 24 * 3_600_000;
/** An hour, after other errors: those do not ask to be left alone. */
const LONGEST_RETRY_MS = 3_600_000;

const TOO_MANY_REQUESTS = 429;

export interface RetryAfter {
  waitMs: number;
  /** The server asked for more. */
  isCut: boolean;
}

/**
 * Reads Retry-After, which is a number of seconds or a date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function readRetryAfter(
  header: string | string[] | undefined,
  answer: { status: number; nowMs: number },
): RetryAfter | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) {
    return undefined;
  }
  const askedMs = /^\d+$/.test(text.trim())
    ? Number(text) * 1000
    : Date.parse(text) - answer.nowMs;
  if (Number.isNaN(askedMs)) {
    return undefined;
  }
  const longestMs =
    answer.status === TOO_MANY_REQUESTS ? LONGEST_PAUSE_MS : LONGEST_RETRY_MS;
  return {
    waitMs: Math.min(Math.max(askedMs, 0), longestMs),
    isCut: askedMs > longestMs,
  };
}

/** What a 429 means for the next request, as the end of a sentence. */
export function describePause(
  { waitMs, isCut }: RetryAfter,
  nowMs: number,
): string {
  const time = toTime(nowMs + waitMs);
  return isCut
    ? `it asked to be left alone for longer than ${LONGEST_PAUSE_MS / 3_600_000} hours, and is asked again at ${time}`
    : `it is not asked again until ${time}`;
}

/** To the second, as people write it. */
export function toTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
