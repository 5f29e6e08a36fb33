import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject, OwnerReference } from '../kubernetes/types';

export function controllerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

function isOwnedBy(object: KubernetesObject, owner: KubernetesObject): boolean {
  return Boolean(
    object.metadata.ownerReferences?.some(
      reference => reference.uid === owner.metadata.uid,
    ),
  );
}

export function ownedBy<T extends KubernetesObject>(
  cluster: Cluster,
  apiVersion: string,
  kind: string,
  owner: KubernetesObject,
): T[] {
  return cluster
    .list<T>(apiVersion, kind, owner.metadata.namespace)
    .filter(object => isOwnedBy(object, owner));
}

/** Deletes what is left of owners that are gone; pods go through their kubelet. */
export function collectGarbage(
  cluster: Cluster,
  remove: (object: KubernetesObject) => void,
): void {
  const objects = cluster.store.all();
  const uids = new Set(objects.map(object => object.metadata.uid));
  objects
    .filter(object => object.metadata.ownerReferences?.length)
    .filter(object =>
      object.metadata.ownerReferences?.every(owner => !uids.has(owner.uid)),
    )
    .forEach(remove);
}
