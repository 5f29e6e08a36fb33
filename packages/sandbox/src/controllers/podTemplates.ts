import { environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject, Pod, PodTemplate } from '../kubernetes/types';
import { controllerReference } from './ownership';

/** A pod as its controller creates it, not yet on a node. */
export function createPod(
  cluster: Cluster,
  owner: KubernetesObject,
  name: string,
  template: PodTemplate,
  extra: {
    labels?: Record<string, string>;
    volumes?: Pod['spec']['volumes'];
  } = {},
): Pod {
  return cluster.store.put<Pod>({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...extra.labels },
      annotations: template.metadata?.annotations,
      ownerReferences: [controllerReference(owner)],
    },
    spec: {
      ...template.spec,
      ...(extra.volumes && {
        volumes: [...(template.spec.volumes ?? []), ...extra.volumes],
      }),
    },
    status: { phase: 'Pending', conditions: [], qosClass: 'Burstable' },
  });
}

export function isActive(pod: Pod): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    pod.status?.phase !== 'Succeeded' &&
    pod.status?.phase !== 'Failed'
  );
}

export function isReady(pod: Pod): boolean {
  return Boolean(
    pod.status?.conditions.some(
      row => row.type === 'Ready' && row.status === 'True',
    ),
  );
}

/** Whether a pod has been ready for as long as its workload asks. */
export function isAvailable(
  pod: Pod,
  minReadySeconds: number,
  now: number,
): boolean {
  const condition = pod.status?.conditions.find(row => row.type === 'Ready');
  return (
    condition?.status === 'True' &&
    Date.parse(condition.lastTransitionTime ?? '') + minReadySeconds * 1_000 <=
      now
  );
}

/** Objects made for an environment carry its labels. */
export function environmentLabels(
  object: KubernetesObject,
): Record<string, string> {
  const labels = object.metadata.labels ?? {};
  return environmentOf(object)
    ? Object.fromEntries(
        Object.entries(labels).filter(([key]) =>
          key.startsWith('app.kubernetes.io/'),
        ),
      )
    : {};
}
