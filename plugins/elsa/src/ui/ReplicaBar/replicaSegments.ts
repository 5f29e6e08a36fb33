import type { ReplicaStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** What a replica of the wanted number does. */
export interface ReplicaSegments {
  desired: number;
  ready: number;
  failing: number;
  /** Not ready and not failing, while a rollout replaces pods. */
  updating: number;
  /** Not ready and not failing, without a rollout. */
  starting: number;
  /** Pods of older revisions; they are counted in `ready` too while they serve. */
  old: number;
}

/** Splits the wanted replicas so that the parts add up to at least `desired`. */
export function replicaSegments(replicas: ReplicaStatus): ReplicaSegments {
  const { desired, updated, old } = replicas;
  const ready = Math.min(replicas.ready, desired);
  const failing = Math.min(replicas.failing, Math.max(0, desired - ready));
  const rest = Math.max(0, desired - ready - failing);
  const isRollout = updated < desired || old > 0;
  return {
    desired,
    ready,
    failing: Math.max(failing, replicas.failing),
    updating: isRollout ? rest : 0,
    starting: isRollout ? 0 : rest,
    old,
  };
}
