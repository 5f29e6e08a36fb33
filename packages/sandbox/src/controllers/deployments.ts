import type { Deployment, ReplicaSet } from '../kubernetes/types';
import { templateHash } from '../random';
import type { ControllerContext } from './context';
import {
  REVISION,
  revisionOf,
  type Rollout,
  updateStatus,
} from './deploymentStatus';
import { controllerReference, ownedBy } from './ownership';
import { isActive, isAvailable, isReady } from './podTemplates';
import { resolvePercentage } from './quantities';
import { podsOf, reconcileReplicaSet } from './replicaSets';

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
