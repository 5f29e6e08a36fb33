import type { KubernetesObject } from './kubernetesObject';
import { list, node } from './nodes';

/**
 * Fields by which an object asks for storage, or says where backups lie. Kinds
 * are not listed: what the chart learns to render later is looked at as well.
 */
const STORAGE_FIELDS = new Set([
  'storageClass',
  'storageClassName',
  'destinationPath',
  'volumeClaimTemplate',
  'persistentVolumeClaimName',
  'pvcTemplate',
  'persistence',
]);

/** A claim inside of a pod's own volumes ends with the pod, which is meant. */
const ENDS_WITH_ITS_POD = 'ephemeral';

function asksForStorage(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksForStorage);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([field, child]) =>
      field !== ENDS_WITH_ITS_POD &&
      (STORAGE_FIELDS.has(field) ||
        (field === 'requests' && node(child).storage !== undefined) ||
        asksForStorage(child)),
  );
}

/** Whose Secret holds a password that was made in the cluster and stands nowhere else. */
const makesPassword = (object: KubernetesObject) =>
  object.kind === 'ExternalSecret' &&
  list(node(object.spec).dataFrom).some(
    source => node(source.sourceRef).generatorRef !== undefined,
  );

const options = (object: KubernetesObject) =>
  (object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '')
    .split(',')
    .map(option => option.trim());

/** A StatefulSet is no data: its claims are, and they must outlive it. */
function statefulSetProblems(object: KubernetesObject): string[] {
  const spec = node(object.spec);
  const policy = node(spec.persistentVolumeClaimRetentionPolicy);
  return list(spec.volumeClaimTemplates).length === 0 ||
    (policy.whenDeleted === 'Retain' && policy.whenScaled === 'Retain')
    ? []
    : [
        `StatefulSet ${object.metadata.name} takes its claims with it when it goes`,
      ];
}

/** What the end of a release, or a spec that no longer asks for it, would delete together with data. */
export function keptDataProblems(
  objects: readonly KubernetesObject[],
): string[] {
  return objects.flatMap(object => {
    if (object.kind === 'StatefulSet') return statefulSetProblems(object);
    if (object.kind === 'StorageClass') return [];
    const { kind, metadata, ...content } = object;
    if (!asksForStorage(content) && !makesPassword(object)) return [];
    const stated = options(object);
    return [
      metadata.annotations?.['helm.sh/resource-policy'] !== 'keep' &&
        `${kind} ${metadata.name}: Helm deletes it`,
      !stated.includes('Prune=false') &&
        `${kind} ${metadata.name}: Argo CD prunes it`,
      !stated.includes('Delete=false') &&
        `${kind} ${metadata.name}: Argo CD deletes it with the Application`,
    ].filter(problem => problem !== false);
  });
}
