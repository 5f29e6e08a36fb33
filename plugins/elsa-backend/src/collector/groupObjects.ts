import type { NamesConfig } from '../config';
import type { KubernetesObject } from './KubernetesObject';

/** Where an environment lives in a cluster. */
export interface Placement {
  namespace: string;
  environment: string;
}

/** Neither part can contain a slash, so the key is unambiguous. */
export function placementKey({ namespace, environment }: Placement): string {
  return `${namespace}/${environment}`;
}

/**
 * Sorts a cluster's objects by environment. An Argo CD Application lives in
 * Argo CD's own namespace and says in `spec.destination` whose it is.
 */
export function groupObjects(
  objects: readonly KubernetesObject[],
  names: Pick<NamesConfig, 'instanceLabel'>,
): Map<string, { placement: Placement; objects: KubernetesObject[] }> {
  const groups = new Map<
    string,
    { placement: Placement; objects: KubernetesObject[] }
  >();
  for (const object of objects) {
    const environment = object.metadata.labels?.[names.instanceLabel];
    const namespace = namespaceOf(object);
    if (environment && namespace) {
      const placement = { namespace, environment };
      const key = placementKey(placement);
      const group = groups.get(key) ?? { placement, objects: [] };
      group.objects.push(object);
      groups.set(key, group);
    }
  }
  return groups;
}

function namespaceOf(object: KubernetesObject): string | undefined {
  if (object.kind !== 'Application') {
    return object.metadata.namespace;
  }
  const spec = object.spec as
    { destination?: { namespace?: unknown } } | undefined;
  const namespace = spec?.destination?.namespace;
  return typeof namespace === 'string' ? namespace : undefined;
}
