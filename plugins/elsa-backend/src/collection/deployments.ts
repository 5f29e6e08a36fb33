import {
  COMPONENT_NAMES,
  type ComponentName,
  type Deployment,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';

const COMPONENT_LABEL = 'app.kubernetes.io/component';
const REVISION = 'deployment.kubernetes.io/revision';

/** The contract's limit. */
const MOST_DEPLOYMENTS = 20;

function componentOf({ metadata }: KubernetesObject): ComponentName {
  const label = metadata.labels?.[COMPONENT_LABEL];
  return COMPONENT_NAMES.find(name => name === label) ?? 'other';
}

function workloadOf({ metadata }: KubernetesObject): string | undefined {
  const owners: unknown = metadata.ownerReferences;
  const owner = Array.isArray(owners)
    ? owners.find(
        each => isRecord(each) && each.controller && each.kind === 'Deployment',
      )
    : undefined;
  return isRecord(owner) && typeof owner.name === 'string'
    ? owner.name
    : undefined;
}

function imagesOf({ spec }: KubernetesObject): string[] {
  const template = isRecord(spec) && spec.template;
  const pod = isRecord(template) && template.spec;
  const containers: unknown = isRecord(pod) && pod.containers;
  return Array.isArray(containers)
    ? containers.flatMap(each =>
        isRecord(each) && typeof each.image === 'string' ? [each.image] : [],
      )
    : [];
}

/**
 * When each Deployment got a new revision: the creation of its ReplicaSets, of
 * which the cluster keeps ten unless told otherwise. Going back to a revision
 * creates none, so that is not among them.
 */
export function deploymentsOf(
  objects: readonly KubernetesObject[],
): Deployment[] {
  return objects
    .flatMap((object): Deployment[] => {
      const name = object.kind === 'ReplicaSet' && workloadOf(object);
      const at: unknown = object.metadata.creationTimestamp;
      if (!name || typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
        return [];
      }
      const revision = object.metadata.annotations?.[REVISION];
      return [
        {
          at: new Date(at).toISOString(),
          component: componentOf(object),
          name,
          ...(revision && { revision }),
          images: imagesOf(object),
        },
      ];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_DEPLOYMENTS);
}
