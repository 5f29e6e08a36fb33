import type { Pod, ReplicaSet } from '../kubernetes/types';
import type { ControllerContext } from './context';
import { terminatePod } from './terminatePod';
import { ownedBy } from './ownership';
import { createPod, isActive, isReady } from './podTemplates';

/** The pods that a ReplicaSet made. */
export function podsOf(
  context: ControllerContext,
  replicaSet: ReplicaSet,
): Pod[] {
  return ownedBy<Pod>(context.cluster, 'v1', 'Pod', replicaSet);
}

function createMissing(
  { cluster, events, now }: ControllerContext,
  replicaSet: ReplicaSet,
  missing: number,
): void {
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
}

/** Ends those first that are not ready. */
function deleteSurplus(
  { cluster, events, now }: ControllerContext,
  replicaSet: ReplicaSet,
  pods: Pod[],
  surplus: number,
): void {
  [...pods]
    .sort((one, other) => Number(isReady(one)) - Number(isReady(other)))
    .slice(0, Math.max(0, surplus))
    .forEach(pod => {
      terminatePod(cluster, pod, now);
      events.record(replicaSet, {
        reason: 'SuccessfulDelete',
        message: `Deleted pod: ${pod.metadata.name}`,
        component: 'replicaset-controller',
        at: now,
      });
    });
}

/** Creates and ends pods until a ReplicaSet has as many as it should. */
export function reconcileReplicaSet(
  context: ControllerContext,
  replicaSet: ReplicaSet,
): void {
  const { store } = context.cluster;
  const pods = podsOf(context, replicaSet).filter(isActive);
  const missing = replicaSet.spec.replicas - pods.length;
  createMissing(context, replicaSet, missing);
  deleteSurplus(context, replicaSet, pods, -missing);
  const active = podsOf(context, replicaSet).filter(isActive);
  const ready = active.filter(isReady).length;
  store.putStatus(
    store.get<ReplicaSet>(
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
