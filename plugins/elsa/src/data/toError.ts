import { isError } from '@backstage/errors';

/** What was thrown as an error, as it came when it is one, from whatever realm. */
export function toError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}
