import { timestamp } from '../clock';
import type { Condition } from '../kubernetes/types';

/** What a controller says of a condition; the time is added. */
export type NewCondition = Pick<
  Condition,
  'type' | 'status' | 'reason' | 'message' | 'observedGeneration'
>;

/** Sets one condition; its transition time moves only when the status does. */
export function withCondition(
  conditions: Condition[] | undefined,
  condition: NewCondition,
  now: number,
): Condition[] {
  const existing = conditions ?? [];
  const previous = existing.find(row => row.type === condition.type);
  const next: Condition = {
    ...condition,
    lastTransitionTime:
      previous && previous.status === condition.status
        ? previous.lastTransitionTime
        : timestamp(now),
  };
  return previous
    ? existing.map(row => (row.type === condition.type ? next : row))
    : [...existing, next];
}

/** Sets several conditions, in their order. */
export function withConditions(
  conditions: Condition[] | undefined,
  added: NewCondition[],
  now: number,
): Condition[] {
  return added.reduce(
    (rows, row) => withCondition(rows, row, now),
    conditions ?? [],
  );
}

export function isTrue(
  conditions: Condition[] | undefined,
  type: string,
): boolean {
  return Boolean(
    conditions?.some(row => row.type === type && row.status === 'True'),
  );
}
