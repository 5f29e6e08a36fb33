import { SECOND } from '../clock';
import type {
  Condition,
  Deployment,
  Pod,
  ReplicaSet,
} from '../kubernetes/types';
import { templateHash } from '../random';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { terminatePod } from './kubelet';
import { controllerReference, ownedBy } from './ownership';
import { createPod, isActive, isAvailable, isReady } from './podTemplates';
import { resolvePercentage } from './quantities';

const REVISION = 'deployment.kubernetes.io/revision';
const DEFAULT_DEADLINE_SECONDS = 600;

/** What a Deployment's ReplicaSets have at the moment. */
interface Rollout {
  deployment: Deployment;
  current: ReplicaSet;
  old: ReplicaSet[];
  desired: number;
}

function podsOf(context: ControllerContext, replicaSet: ReplicaSet): Pod[] {
  return ownedBy<Pod>(context.cluster, 'v1', 'Pod', replicaSet);
}

function revisionOf(replicaSet: ReplicaSet): number {
  return Number(replicaSet.metadata.annotations?.[REVISION] ?? 0);
}

function currentReplicaSet(
  context: ControllerContext,
  deployment: Deployment,
  existing: ReplicaSet[],
): ReplicaSet {
  const hash = templateHash(deployment.spec.template);
  const name = `${deployment.metadata.name}-${hash}`;
  const found = existing.find(row => row.metadata.name === name);
  const newest = Math.max(0, ...existing.map(revisionOf));
  if (found && revisionOf(found) === newest) return found;
  const labels = {
    ...deployment.spec.template.metadata?.labels,
    'pod-template-hash': hash,
  };
  return context.cluster.store.put<ReplicaSet>({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: { [REVISION]: String(newest + 1) },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: found?.spec.replicas ?? 0,
      selector: {
        matchLabels: {
          ...deployment.spec.selector.matchLabels,
          'pod-template-hash': hash,
        },
      },
      template: {
        ...deployment.spec.template,
        metadata: { ...deployment.spec.template.metadata, labels },
      },
    },
    status: found?.status ?? { replicas: 0 },
  });
}

function setReplicas(
  context: ControllerContext,
  deployment: Deployment,
  replicaSet: ReplicaSet,
  replicas: number,
): void {
  if (replicaSet.spec.replicas === replicas) return;
  const direction = replicas > replicaSet.spec.replicas ? 'up' : 'down';
  context.cluster.store.put<ReplicaSet>({
    ...replicaSet,
    spec: { ...replicaSet.spec, replicas },
  });
  context.events.record(deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${replicaSet.metadata.name} from ${replicaSet.spec.replicas} to ${replicas}`,
    component: 'deployment-controller',
    at: context.now,
  });
}

function availablePods(context: ControllerContext, rollout: Rollout): number {
  const minReadySeconds = rollout.deployment.spec.minReadySeconds ?? 0;
  return [rollout.current, ...rollout.old]
    .flatMap(replicaSet => podsOf(context, replicaSet))
    .filter(isActive)
    .filter(pod => isAvailable(pod, minReadySeconds, context.now)).length;
}

function recreate(context: ControllerContext, rollout: Rollout): void {
  const { deployment, current, old, desired } = rollout;
  old.forEach(row => setReplicas(context, deployment, row, 0));
  const isOldGone = old.every(row => podsOf(context, row).length === 0);
  if (isOldGone) setReplicas(context, deployment, current, desired);
}

function roll(context: ControllerContext, rollout: Rollout): void {
  const { deployment, current, old, desired } = rollout;
  const limits = deployment.spec.strategy?.rollingUpdate;
  const surge = resolvePercentage(limits?.maxSurge, desired, Math.ceil, '25%');
  const unavailable = resolvePercentage(
    limits?.maxUnavailable,
    desired,
    Math.floor,
    '25%',
  );
  const oldReplicas = old.reduce((sum, row) => sum + row.spec.replicas, 0);
  const target =
    oldReplicas === 0
      ? desired
      : Math.min(
          desired,
          Math.max(current.spec.replicas, desired + surge - oldReplicas),
        );
  setReplicas(context, deployment, current, target);
  if (oldReplicas === 0) return;
  // Pods that never became ready may go at once: nobody is served by them.
  const broken = old
    .flatMap(row => podsOf(context, row))
    .filter(pod => isActive(pod) && !isReady(pod)).length;
  const spare =
    availablePods(context, rollout) - (desired - Math.max(unavailable, 0));
  let removable = Math.max(spare, 0) + broken;
  for (const row of old) {
    const step = Math.min(removable, row.spec.replicas);
    setReplicas(context, deployment, row, row.spec.replicas - step);
    removable -= step;
  }
}

/** Creates and ends pods until a ReplicaSet has as many as it should. */
function reconcileReplicaSet(
  context: ControllerContext,
  replicaSet: ReplicaSet,
): void {
  const { cluster, events, now } = context;
  const pods = podsOf(context, replicaSet).filter(isActive);
  const missing = replicaSet.spec.replicas - pods.length;
  for (let index = 0; index < missing; index += 1) {
    const pod = createPod(
      cluster,
      replicaSet,
      `${replicaSet.metadata.name}-${cluster.random.suffix()}`,
      replicaSet.spec.template,
    );
    events.record(replicaSet, {
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
      component: 'replicaset-controller',
      at: now,
    });
  }
  [...pods]
    .sort((one, other) => Number(isReady(one)) - Number(isReady(other)))
    .slice(0, Math.max(0, -missing))
    .forEach(pod => {
      terminatePod(cluster, pod, now);
      events.record(replicaSet, {
        reason: 'SuccessfulDelete',
        message: `Deleted pod: ${pod.metadata.name}`,
        component: 'replicaset-controller',
        at: now,
      });
    });
  const active = podsOf(context, replicaSet).filter(isActive);
  const ready = active.filter(isReady).length;
  cluster.store.putStatus(
    cluster.store.get<ReplicaSet>(
      'apps/v1',
      'ReplicaSet',
      replicaSet.metadata.namespace,
      replicaSet.metadata.name,
    ) ?? replicaSet,
    {
      replicas: active.length,
      fullyLabeledReplicas: active.length,
      ...(ready && { readyReplicas: ready, availableReplicas: ready }),
      observedGeneration: replicaSet.metadata.generation,
    },
  );
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

function updateStatus(context: ControllerContext, rollout: Rollout): void {
  const { cluster, now } = context;
  const { deployment, current, desired } = rollout;
  const all = [current, ...rollout.old]
    .flatMap(row => podsOf(context, row))
    .filter(isActive);
  const updated = podsOf(context, current).filter(isActive).length;
  const ready = all.filter(isReady).length;
  const minReadySeconds = deployment.spec.minReadySeconds ?? 0;
  const available = all.filter(pod =>
    isAvailable(pod, minReadySeconds, now),
  ).length;
  const before = deployment.status;
  const isComplete =
    updated === desired && all.length === desired && available === desired;
  const hasProgressed =
    updated > (before?.updatedReplicas ?? 0) ||
    available > (before?.availableReplicas ?? 0) ||
    before?.observedGeneration !== deployment.metadata.generation;
  const minimum =
    desired -
    resolvePercentage(
      deployment.spec.strategy?.rollingUpdate?.maxUnavailable,
      desired,
      Math.floor,
      '25%',
    );
  const isMinimumAvailable =
    deployment.spec.strategy?.type === 'Recreate'
      ? available >= desired
      : available >= minimum;
  const others = withCondition(
    before?.conditions?.filter(row => row.type !== 'Progressing'),
    {
      type: 'Available',
      status: isMinimumAvailable ? 'True' : 'False',
      reason: isMinimumAvailable
        ? 'MinimumReplicasAvailable'
        : 'MinimumReplicasUnavailable',
      message: isMinimumAvailable
        ? 'Deployment has minimum availability.'
        : 'Deployment does not have minimum availability.',
    },
    now,
  );
  const unavailable = Math.max(0, desired - available);
  const status: Deployment['status'] = {
    observedGeneration: deployment.metadata.generation,
    ...(all.length && { replicas: all.length }),
    ...(updated && { updatedReplicas: updated }),
    ...(ready && { readyReplicas: ready }),
    ...(available && { availableReplicas: available }),
    ...(unavailable && { unavailableReplicas: unavailable }),
    conditions: [
      progressing(context, rollout, isComplete, hasProgressed),
      ...others,
    ],
  };
  cluster.store.put<Deployment>({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      annotations: {
        ...deployment.metadata.annotations,
        [REVISION]: String(revisionOf(current)),
      },
    },
    status,
  });
}

/** The deployment and ReplicaSet controllers. */
export function reconcileDeployments(context: ControllerContext): void {
  const { cluster } = context;
  for (const deployment of cluster.list<Deployment>('apps/v1', 'Deployment')) {
    const existing = ownedBy<ReplicaSet>(
      cluster,
      'apps/v1',
      'ReplicaSet',
      deployment,
    );
    const current = currentReplicaSet(context, deployment, existing);
    const old = existing.filter(
      row => row.metadata.name !== current.metadata.name,
    );
    const rollout = {
      deployment,
      current,
      old,
      desired: deployment.spec.replicas ?? 1,
    };
    if (!deployment.spec.paused) {
      if (deployment.spec.strategy?.type === 'Recreate') {
        recreate(context, rollout);
      } else roll(context, rollout);
    }
    ownedBy<ReplicaSet>(cluster, 'apps/v1', 'ReplicaSet', deployment).forEach(
      row => reconcileReplicaSet(context, row),
    );
    pruneRevisions(context, deployment, old);
    updateStatus(context, rollout);
  }
}

function pruneRevisions(
  { cluster }: ControllerContext,
  deployment: Deployment,
  old: ReplicaSet[],
): void {
  const limit = deployment.spec.revisionHistoryLimit ?? 10;
  [...old]
    .filter(row => row.spec.replicas === 0 && !row.status?.replicas)
    .sort((one, other) => revisionOf(other) - revisionOf(one))
    .slice(limit)
    .forEach(row => cluster.store.delete(row));
}
