import { ResponseError, toError } from '@backstage/errors';
import {
  readRetryAfter,
  stateOfStatus,
  toUpstreamError,
  UpstreamError,
} from '../http';

/** The catalog's client has errors of its own for what was answered. */
export function toCatalogError(error: unknown): UpstreamError {
  const subject = 'The catalog';
  if (error instanceof ResponseError) {
    const { statusCode, response } = error;
    return new UpstreamError(
      stateOfStatus(statusCode),
      `${subject} answered ${statusCode}`,
      {
        status: statusCode,
        retryAfterMs: readRetryAfter(
          response.headers.get('retry-after') ?? undefined,
          { status: statusCode, nowMs: Date.now() },
        )?.waitMs,
      },
    );
  }
  return isUnreadable(error)
    ? new UpstreamError(
        'invalid-response',
        `${subject} answered with something that is not a list of entities`,
      )
    : toUpstreamError(error, subject);
}

/** What JavaScript throws when an answer has another form than expected. */
function isUnreadable(error: unknown): boolean {
  const { name, message, cause } = toError(error);
  return (
    name === 'SyntaxError' ||
    (name === 'TypeError' && cause === undefined) ||
    /invalid json/i.test(message)
  );
}
