import { isError } from '@backstage/errors';

/** What a failed read means to the reader. */
export type FailureKind =
  'not-found' | 'forbidden' | 'signed-out' | 'unreachable' | 'failed';

/** Tells failures apart by what `ResponseError` of `@backstage/errors` carries. */
export function classifyError(error: unknown): FailureKind {
  if (isError(error) && error.name === 'TypeError') {
    // What fetch throws when there was no answer at all; by name, because it
    // may come from another realm.
    return 'unreachable';
  }
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error
      ? error.statusCode
      : undefined;
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return 'failed';
  }
}
