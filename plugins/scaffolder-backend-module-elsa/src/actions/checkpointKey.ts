import type { JsonObject } from '@backstage/types';

/**
 * Key of a checkpoint. Iterations of `each` share their step's id, so the
 * iteration's own key is part of it; otherwise the second iteration would get
 * the first one's result.
 */
export function checkpointKey(
  ctx: { each?: JsonObject },
  name: string,
): string {
  const iteration = ctx.each?.key;
  return iteration === undefined ? name : `${String(iteration)}.${name}`;
}
