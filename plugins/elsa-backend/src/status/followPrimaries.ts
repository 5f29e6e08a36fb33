/**
 * All entities that somebody must be able to read who is shown this one, besides
 * itself: the one that it is a copy of, the one that that is a copy of, and so
 * on. Two may be copies of each other.
 *
 * @param primaryOf - the entity that an entity is a copy of
 */
export function followPrimaries(
  entityRef: string,
  primaryOf: (entityRef: string) => string | undefined,
): string[] {
  const found = new Set<string>();
  for (
    let next = primaryOf(entityRef);
    next !== undefined && next !== entityRef && !found.has(next);
    next = primaryOf(next)
  ) {
    found.add(next);
  }
  return [...found];
}
