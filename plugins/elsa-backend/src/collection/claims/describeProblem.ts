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
    'other-owner': `According to the cluster, environment ${where} has a different owner than this entity, so nothing about it is shown here. Check spec.owner and the annotations for cluster and namespace. If they are right, the annotation ${ownerAnnotation} on the workloads is wrong and has to be fixed there.`,
    'other-entity': `According to the cluster, environment ${where} belongs to another entity, so nothing about it is shown here. Check the annotations for cluster and namespace. If they are right, the annotation elsa-portal.io/entity on the workloads is wrong and has to be fixed there.`,
    several: `More than one entity has claimed environment ${where}, and the cluster does not say which one it belongs to, so nothing about it is shown here. Set the annotation elsa-portal.io/entity on the workloads to the reference of that entity.`,
    unproven: `The cluster does not say who owns environment ${where}, and this entity's repository has no matching spec (.elsa/${place.name}.yaml next to the catalog file, with the same cluster, namespace and owner), so nothing about it is shown here. Set the annotations ${ownerAnnotation} and elsa-portal.io/entity on the workloads.`,
    'claimed-before': `The cluster does not say who owns environment ${where}, and another entity claimed it first, so nothing about it is shown here. Set the annotations ${ownerAnnotation} and elsa-portal.io/entity on the workloads.`,
  };
  return texts[problem];
}
