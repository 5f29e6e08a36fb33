import type { KubernetesObject } from './kubernetesObject';
import { list, node } from './nodes';
import { podOf } from './pods';

const WAVE = 'argocd.argoproj.io/sync-wave';

const claimsOf = (object: KubernetesObject): unknown[] =>
  list(podOf(object)?.spec.volumes).map(
    volume => node(volume.persistentVolumeClaim).claimName,
  );

/**
 * A claim can grow only where it is an object of its own and has a volume. With
 * volumes that wait for their first pod, `helm --wait` and Argo CD's waves end
 * only when a pod of the same wave mounts each claim; a CronJob's comes later.
 */
export function claimProblems(objects: readonly KubernetesObject[]): string[] {
  const templates = objects
    .filter(
      ({ kind, spec }) =>
        kind === 'StatefulSet' &&
        list(node(spec).volumeClaimTemplates).length > 0,
    )
    .map(
      ({ metadata }) =>
        `StatefulSet ${metadata.name} has a claim template, which can never grow`,
    );
  const waiting = objects
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .flatMap(({ metadata: { name, annotations } }) => {
      const users = objects.filter(
        object => object.kind !== 'CronJob' && claimsOf(object).includes(name),
      );
      if (users.length === 0) {
        return [
          `PersistentVolumeClaim ${name} waits for a pod, and none comes`,
        ];
      }
      const wave = annotations?.[WAVE];
      return users.some(user => user.metadata.annotations?.[WAVE] === wave)
        ? []
        : [`PersistentVolumeClaim ${name} is in wave ${wave}, without its pod`];
    });
  return [...templates, ...waiting];
}
