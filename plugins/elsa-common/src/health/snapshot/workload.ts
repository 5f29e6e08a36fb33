import type { ComponentStatus, ReplicaStatus } from '../../contract';
import type { Patience } from '../pods/patience';
import { podFailures } from '../pods/podFailures';
import {
  annotationOf,
  findCondition,
  groupKindOf,
  labelOf,
  nameOf,
  readCount,
  readMilliseconds,
  readNumber,
  readText,
  readTime,
} from '../read';
import { objectReference } from '../reasons';
import { summarizeImages } from './images';
import { summarizePod } from './pods';

/** What a component's workload does. @public */
export type WorkloadSummary = Pick<
  ComponentStatus,
  'workload' | 'replicas' | 'rollout' | 'images' | 'pods' | 'version'
>;

/** How many pods each kind of workload wants and has. */
const COUNTS: ReadonlyMap<
  string,
  (workload: unknown) => Omit<ReplicaStatus, 'failing'>
> = new Map([
  [
    'apps/Deployment',
    workload => {
      const updated = readCount(workload, 'status', 'updatedReplicas');
      return {
        // Kubernetes' default; also what an autoscaler starts from.
        desired: readNumber(workload, 'spec', 'replicas') ?? 1,
        updated,
        ready: readCount(workload, 'status', 'readyReplicas'),
        available: readCount(workload, 'status', 'availableReplicas'),
        old: Math.max(0, readCount(workload, 'status', 'replicas') - updated),
      };
    },
  ],
  [
    'apps/StatefulSet',
    workload => {
      const updated = readCount(workload, 'status', 'updatedReplicas');
      const isUpdating =
        readText(workload, 'status', 'currentRevision') !==
        readText(workload, 'status', 'updateRevision');
      const replicas = readCount(workload, 'status', 'replicas');
      return {
        desired: readNumber(workload, 'spec', 'replicas') ?? 1,
        // Older controllers leave the count out once all pods are updated.
        updated: isUpdating ? updated : Math.max(updated, replicas),
        ready: readCount(workload, 'status', 'readyReplicas'),
        available:
          readNumber(workload, 'status', 'availableReplicas') ??
          readCount(workload, 'status', 'readyReplicas'),
        old: isUpdating ? Math.max(0, replicas - updated) : 0,
      };
    },
  ],
  [
    'apps/DaemonSet',
    workload => {
      const updated = readCount(workload, 'status', 'updatedNumberScheduled');
      return {
        desired: readCount(workload, 'status', 'desiredNumberScheduled'),
        updated,
        ready: readCount(workload, 'status', 'numberReady'),
        available: readCount(workload, 'status', 'numberAvailable'),
        old: Math.max(
          0,
          readCount(workload, 'status', 'currentNumberScheduled') - updated,
        ),
      };
    },
  ],
  [
    'postgresql.cnpg.io/Cluster',
    workload => {
      const instances = readCount(workload, 'status', 'instances');
      const ready = readCount(workload, 'status', 'readyInstances');
      return {
        desired: readNumber(workload, 'spec', 'instances') ?? 1,
        updated: instances,
        ready,
        available: ready,
        old: 0,
      };
    },
  ],
]);

/** Kinds that can stand for a component, best first, such as `apps/Deployment`. @public */
export const WORKLOAD_KINDS: readonly string[] = [...COUNTS.keys()];

/**
 * Replicas, pods, images and rollout of a workload.
 *
 * @param context - the workload's pods and ReplicaSets, and what is late
 * @public
 */
export function summarizeWorkload(
  workload: unknown,
  context: {
    pods: readonly unknown[];
    replicaSets?: readonly unknown[];
    patience: Patience;
  },
): WorkloadSummary {
  const counts = COUNTS.get(groupKindOf(workload))?.(workload);
  const failing = context.pods.filter(
    pod => podFailures(pod, context.patience).length > 0,
  ).length;
  const version = labelOf(workload, 'app.kubernetes.io/version');
  const rollout = rolloutOf(workload, context.replicaSets ?? []);
  return {
    workload: objectReference(workload),
    ...(counts ? { replicas: { ...counts, failing } } : {}),
    ...(rollout ? { rollout } : {}),
    images: summarizeImages(workload, context.pods),
    pods: [...context.pods]
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
      .map(summarizePod),
    ...(version ? { version } : {}),
  };
}

const REVISION = 'deployment.kubernetes.io/revision';

function rolloutOf(
  workload: unknown,
  replicaSets: readonly unknown[],
): ComponentStatus['rollout'] {
  if (groupKindOf(workload) !== 'apps/Deployment') {
    const revision = readText(workload, 'status', 'updateRevision');
    return revision ? { revision } : undefined;
  }
  const revision = annotationOf(workload, REVISION);
  const progressing = findCondition(workload, 'Progressing');
  const current = replicaSets
    .filter(set => annotationOf(set, REVISION) === revision)
    .sort(
      (a, b) =>
        (readMilliseconds(b, 'metadata', 'creationTimestamp') ?? 0) -
        (readMilliseconds(a, 'metadata', 'creationTimestamp') ?? 0),
    )[0];
  const since =
    readTime(current, 'metadata', 'creationTimestamp') ?? progressing?.since;
  return revision || progressing
    ? {
        ...(revision ? { revision } : {}),
        ...(progressing?.reason ? { reason: progressing.reason } : {}),
        ...(since ? { since } : {}),
      }
    : undefined;
}
