import type { ClaimProblem } from './decideClaims';

/**
 * Names the conflict by what the entity itself says, and nothing of what runs
 * there or of other entities: whoever reads it may have no right to know.
 */
export function describeProblem(
  problem: ClaimProblem,
  place: { name: string; namespace: string; cluster: string },
  ownerAnnotation: string,
): string {
  const where = `'${place.name}' in namespace '${place.namespace}' of cluster '${place.cluster}'`;
  const texts: Record<ClaimProblem, string> = {
    'other-owner': `The cluster records another owner for environment ${where} than this entity has, so nothing of it is shown here. Correct spec.owner or the place in the annotations of this entity; if they are right, have the annotation ${ownerAnnotation} of the workloads corrected.`,
    'other-entity': `The cluster records that environment ${where} belongs to another entity, so nothing of it is shown here. Correct the place in the annotations of this entity; if it is right, have the annotation elsa-portal.io/entity of the workloads corrected.`,
    unproven: `The cluster records no owner for environment ${where}, and the repository of this entity does not hold its spec (.elsa/${place.name}.yaml beside the catalog file, with the same place and owner), so nothing of it is shown here. Have the annotation ${ownerAnnotation} set on the workloads.`,
    'claimed-before': `The cluster records no owner for environment ${where}, and this entity is not the first that names this place, so nothing of it is shown here. Have the annotation ${ownerAnnotation} set on the workloads.`,
  };
  return texts[problem];
}
