import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { maskCredentials } from '../credentials';
import { DatabaseUnavailableError } from '../store/askDatabase';

/** Errors that are made for those who asked. */
const MEANT_FOR_CALLERS: ReadonlySet<string> = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotImplementedError',
  'NotModifiedError',
  'ServiceUnavailableError',
  'TooManyRefreshesError',
]);

/**
 * What a caller is told of an error. Those that were made for callers say what
 * to do; all others may hold SQL, addresses or the words of a driver: they go
 * to the log, and the caller gets the number to look for.
 */
export function publicError(error: unknown, logger: LoggerService): Error {
  const shown = choosePublic(error, logger);
  shown.message = maskCredentials(shown.message);
  // Outside of production, Backstage sends the stack along.
  shown.stack = `${shown.name}: ${shown.message}`;
  return shown;
}

function choosePublic(error: unknown, logger: LoggerService): Error {
  if (error instanceof DatabaseUnavailableError) {
    logger.warn(`The database does not respond: ${error.reason()}`);
    return error;
  }
  const known = toError(error) as Error & { status?: unknown };
  const isRefusedRequest =
    typeof known.status === 'number' &&
    known.status >= 400 &&
    known.status < 500;
  if (MEANT_FOR_CALLERS.has(known.name) || isRefusedRequest) {
    return known.cause === undefined ? known : withoutCause(known);
  }
  const id = randomUUID();
  logger.error(`Request failed (${id})`, known);
  return new ServiceUnavailableError(
    `The portal cannot respond at the moment. Try again, and if the problem persists, look for ${id} in the backend log`,
  );
}

/** Backstage adds the words of a cause to the message, and sends it along. */
function withoutCause({ name, message, cause }: Error): Error {
  const [own] = message.split(`; caused by ${toError(cause).name}`);
  return Object.assign(new Error(own), { name });
}
