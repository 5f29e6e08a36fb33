import { annotationOf, groupKindOf, nameOf } from '../read';
import type { PlacedObject } from '../topology';
import { WORKLOAD_KINDS } from './workload';

/**
 * The owner that the workloads name: the server's word counts most, then the
 * database's, then that of any other.
 */
export function ownerOfWorkloads(
  placed: readonly PlacedObject[],
  annotation: string,
): string | undefined {
  const weight = ({ component }: PlacedObject) =>
    ({ server: 0, database: 1 })[component as string] ?? 2;
  return placed
    .filter(({ object }) => WORKLOAD_KINDS.includes(groupKindOf(object)))
    .sort(
      (a, b) =>
        weight(a) - weight(b) || (nameOf(a.object) < nameOf(b.object) ? -1 : 1),
    )
    .map(({ object }) => annotationOf(object, annotation))
    .find(owner => owner !== undefined);
}
