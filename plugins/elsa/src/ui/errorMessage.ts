import { isError } from '@backstage/errors';

/**
 * What went wrong, in the words of who refused. A `ResponseError` itself only
 * says "Request failed with 500"; what the backend said is its cause.
 */
export function errorMessage(error: Error): string {
  const { cause } = error;
  return error.name === 'ResponseError' && isError(cause) && cause.message
    ? cause.message
    : error.message;
}
