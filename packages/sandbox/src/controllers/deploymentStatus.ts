import { SECOND } from '../clock';
import type { Condition, Deployment, ReplicaSet } from '../kubernetes/types';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { isActive, isAvailable, isReady } from './podTemplates';
import { resolvePercentage } from './quantities';
import { podsOf } from './replicaSets';

/** Annotation with the number of a rollout. */
export const REVISION = 'deployment.kubernetes.io/revision';
const DEFAULT_DEADLINE_SECONDS = 600;

/** What a Deployment's ReplicaSets have at the moment. */
export interface Rollout {
  deployment: Deployment;
  current: ReplicaSet;
  old: ReplicaSet[];
  desired: number;
}

/** The number of the rollout that made a ReplicaSet. */
export function revisionOf(replicaSet: ReplicaSet): number {
  return Number(replicaSet.metadata.annotations?.[REVISION] ?? 0);
}

interface Counts {
  all: number;
  updated: number;
  ready: number;
  available: number;
}

function countPods(
  context: ControllerContext,
  { deployment, current, old }: Rollout,
): Counts {
  const { minReadySeconds = 0 } = deployment.spec;
  const all = [current, ...old]
    .flatMap(row => podsOf(context, row))
    .filter(isActive);
  return {
    all: all.length,
    updated: podsOf(context, current).filter(isActive).length,
    ready: all.filter(isReady).length,
    available: all.filter(pod => isAvailable(pod, minReadySeconds, context.now))
      .length,
  };
}

function progressing(
  { now }: ControllerContext,
  { deployment, current }: Rollout,
  isComplete: boolean,
  hasProgressed: boolean,
): Condition {
  const before = deployment.status?.conditions?.find(
    row => row.type === 'Progressing',
  );
  const name = `ReplicaSet "${current.metadata.name}"`;
  const deadline =
    (deployment.spec.progressDeadlineSeconds ?? DEFAULT_DEADLINE_SECONDS) *
    SECOND;
  const stamp = (
    reason: string,
    status: Condition['status'],
    message: string,
  ) => {
    const isSame = before?.reason === reason && before.message === message;
    const updated = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
    return {
      type: 'Progressing',
      status,
      lastUpdateTime:
        isSame && !hasProgressed ? before?.lastUpdateTime : updated,
      lastTransitionTime:
        before?.status === status ? before.lastTransitionTime : updated,
      reason,
      message,
    };
  };
  if (isComplete) {
    return stamp(
      'NewReplicaSetAvailable',
      'True',
      `${name} has successfully progressed.`,
    );
  }
  const lastProgress = Date.parse(before?.lastUpdateTime ?? '');
  const isOverdue =
    before !== undefined &&
    before.reason !== 'NewReplicaSetAvailable' &&
    !hasProgressed &&
    now - lastProgress > deadline;
  // A rollout that was once complete does not time out when its pods fail later.
  if (before?.reason === 'NewReplicaSetAvailable' && !hasProgressed) {
    return before;
  }
  return isOverdue || before?.reason === 'ProgressDeadlineExceeded'
    ? stamp(
        'ProgressDeadlineExceeded',
        'False',
        `${name} has timed out progressing.`,
      )
    : stamp('ReplicaSetUpdated', 'True', `${name} is progressing.`);
}

/** Fewer available pods are less than the strategy allows. */
function minimumAvailable({ deployment, desired }: Rollout): number {
  const { strategy } = deployment.spec;
  return strategy?.type === 'Recreate'
    ? desired
    : desired -
        resolvePercentage(
          strategy?.rollingUpdate?.maxUnavailable,
          desired,
          Math.floor,
          '25%',
        );
}

function statusConditions(
  context: ControllerContext,
  rollout: Rollout,
  { all, updated, available }: Counts,
): Condition[] {
  const { deployment, desired } = rollout;
  const before = deployment.status;
  const isComplete =
    updated === desired && all === desired && available === desired;
  const hasProgressed =
    updated > (before?.updatedReplicas ?? 0) ||
    available > (before?.availableReplicas ?? 0) ||
    before?.observedGeneration !== deployment.metadata.generation;
  const isAvailableEnough = available >= minimumAvailable(rollout);
  return [
    progressing(context, rollout, isComplete, hasProgressed),
    ...withCondition(
      before?.conditions?.filter(row => row.type !== 'Progressing'),
      {
        type: 'Available',
        status: isAvailableEnough ? 'True' : 'False',
        reason: isAvailableEnough
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: isAvailableEnough
          ? 'Deployment has minimum availability.'
          : 'Deployment does not have minimum availability.',
      },
      context.now,
    ),
  ];
}

/** Reports a rollout as Kubernetes does, without the counts that are zero. */
export function updateStatus(
  context: ControllerContext,
  rollout: Rollout,
): void {
  const { deployment, current, desired } = rollout;
  const counts = countPods(context, rollout);
  const unavailable = Math.max(0, desired - counts.available);
  context.cluster.store.put<Deployment>({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      annotations: {
        ...deployment.metadata.annotations,
        [REVISION]: String(revisionOf(current)),
      },
    },
    status: {
      observedGeneration: deployment.metadata.generation,
      ...(counts.all && { replicas: counts.all }),
      ...(counts.updated && { updatedReplicas: counts.updated }),
      ...(counts.ready && { readyReplicas: counts.ready }),
      ...(counts.available && { availableReplicas: counts.available }),
      ...(unavailable && { unavailableReplicas: unavailable }),
      conditions: statusConditions(context, rollout, counts),
    },
  });
}
