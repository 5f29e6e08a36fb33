import { InputError } from '@backstage/errors';
import type { HistoryPosition } from '../store';

/** The time of the last change in milliseconds, and how many of that time came. */
const CURSOR = /^(\d{1,15})-([1-9]\d{0,5})$/;

/**
 * Position in a history from the cursor of the page before.
 *
 * @throws InputError when it is none of ours
 */
export function readCursor(
  cursor: string | undefined,
): HistoryPosition | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const [, milliseconds, shown] = CURSOR.exec(cursor) ?? [];
  if (shown === undefined) {
    throw new InputError(
      `cursor '${cursor.slice(0, 100)}' is not valid; use the nextCursor of the page before, or leave it out for the first page`,
    );
  }
  return {
    at: new Date(Number(milliseconds)).toISOString(),
    shown: Number(shown),
  };
}
