import { createHash } from 'node:crypto';

/** Tells whether a part has changed without comparing it field by field. */
export function contentHash(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}
