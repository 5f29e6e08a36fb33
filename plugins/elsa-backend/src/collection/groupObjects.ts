import type { NamesConfig } from '../config';
import { APPLICATION } from '../sources/argocd/applications';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

/** Where an environment lives in a cluster. */
export interface Placement {
  namespace: string;
  environment: string;
}

/** Neither part can contain a slash, so the key is unambiguous. */
export function placementKey({ namespace, environment }: Placement): string {
  return `${namespace}/${environment}`;
}

/** Everything that one environment has in a cluster. */
export interface EnvironmentGroup {
  placement: Placement;
  objects: KubernetesObject[];
}

/**
 * Sorts a cluster's objects by environment. Argo CD's Applications are left
 * out: they are a plan, which may be for another cluster.
 */
export function groupObjects(
  objects: readonly KubernetesObject[],
  names: Pick<NamesConfig, 'instanceLabel'>,
): Map<string, EnvironmentGroup> {
  const groups = new Map<string, EnvironmentGroup>();
  for (const object of objects) {
    const environment = object.metadata.labels?.[names.instanceLabel];
    const { namespace } = object.metadata;
    if (environment && namespace && object.kind !== APPLICATION) {
      const placement = { namespace, environment };
      const key = placementKey(placement);
      const group = groups.get(key) ?? { placement, objects: [] };
      group.objects.push(object);
      groups.set(key, group);
    }
  }
  return groups;
}
