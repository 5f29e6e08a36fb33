import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { KubernetesObject } from './kubernetesObject';
import { list, node } from './nodes';

/** Kinds of the generated environments that belong to no namespace. */
const CLUSTER_SCOPED = new Set([
  'Namespace',
  'StorageClass',
  'VolumeSnapshotClass',
]);

const groupOf = ({ apiVersion }: KubernetesObject) =>
  apiVersion.includes('/') ? apiVersion.split('/')[0] : '';

const names = (rules: unknown, object: KubernetesObject) =>
  list(rules).some(
    ({ group, kind, name }) =>
      group === groupOf(object) &&
      kind === object.kind &&
      (name === undefined || name === object.metadata.name),
  );

/** Argo CD refuses the whole sync when one object is not allowed by its project. */
export function projectProblems(
  spec: ResolvedEnvironmentSpec,
  rendered: readonly KubernetesObject[],
  argo: readonly KubernetesObject[],
): string[] {
  if (!spec.delivery.argocd.enabled) return [];
  const project = argo.find(({ kind }) => kind === 'AppProject');
  if (!project) return ['there is no AppProject'];
  const rules = node(project.spec);
  const namespaces = new Set(
    list(rules.destinations).map(({ namespace }) => namespace),
  );
  return rendered.flatMap(object => {
    const what = `${object.kind} ${object.metadata.name}`;
    if (CLUSTER_SCOPED.has(object.kind)) {
      return names(rules.clusterResourceWhitelist, object)
        ? []
        : [`${what} belongs to the cluster and is not on the project's list`];
    }
    const { namespace } = object.metadata;
    return [
      ...(namespaces.has(namespace)
        ? []
        : [`${what} goes to ${namespace}, which is no destination`]),
      ...(names(rules.namespaceResourceBlacklist, object)
        ? [`${what} is of a kind that the project denies`]
        : []),
    ];
  });
}
