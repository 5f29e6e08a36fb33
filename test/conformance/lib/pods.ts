import type { KubernetesObject } from './kubernetesObject';
import { list, node, type Node, textMap } from './nodes';

/** What a workload, a job or a manifest of a pod runs. */
export interface Pod {
  /** Kind and name of the object that holds the pod template. */
  owner: string;
  kind: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: Node;
}

/** Template, or pod itself, of the kinds that run pods; undefined for others. */
function templateOf(object: KubernetesObject): Node | undefined {
  const spec = node(object.spec);
  switch (object.kind) {
    case 'Pod':
      return object;
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Job':
      return node(spec.template);
    case 'CronJob':
      return node(node(node(spec.jobTemplate).spec).template);
    default:
      return undefined;
  }
}

/** The pod that an object runs, or undefined. */
export function podOf(object: KubernetesObject): Pod | undefined {
  const template = templateOf(object);
  if (!template) return undefined;
  const metadata = node(template.metadata);
  return {
    owner: `${object.kind} ${object.metadata.name}`,
    kind: object.kind,
    labels: textMap(metadata.labels),
    annotations: textMap(metadata.annotations),
    spec: node(template.spec),
  };
}

/** Pods whose templates are in the manifests; those of operators are not. */
export function podsOf(objects: readonly KubernetesObject[]): Pod[] {
  return objects.flatMap(object => podOf(object) ?? []);
}

/** Containers of a pod, init containers first. */
export const containersOf = (pod: Pod): Node[] => [
  ...list(pod.spec.initContainers),
  ...list(pod.spec.containers),
];

/** Component label, as `server` or `database`. */
export const componentOf = (pod: Pod): string =>
  pod.labels['app.kubernetes.io/component'] ?? '';
