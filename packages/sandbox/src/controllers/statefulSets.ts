import { componentOf, environmentOf } from '../environmentState';
import type {
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../kubernetes/types';
import { templateHash } from '../random';
import type { ControllerContext } from './context';
import { terminatePod } from './terminatePod';
import { ownedBy } from './ownership';
import { createPod, isActive, isReady } from './podTemplates';

const REVISION_LABEL = 'controller-revision-hash';

function ensureClaims(
  { cluster }: ControllerContext,
  statefulSet: StatefulSet,
  podName: string,
): Pod['spec']['volumes'] {
  return (statefulSet.spec.volumeClaimTemplates ?? []).map(template => {
    const name = `${template.metadata.name}-${podName}`;
    const { namespace } = statefulSet.metadata;
    if (!cluster.store.get('v1', 'PersistentVolumeClaim', namespace, name)) {
      cluster.store.put<PersistentVolumeClaim>({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name,
          namespace,
          labels: {
            ...statefulSet.spec.selector.matchLabels,
            ...template.metadata.labels,
            'app.kubernetes.io/instance': environmentOf(statefulSet),
            'app.kubernetes.io/component': componentOf(statefulSet),
            'app.kubernetes.io/part-of':
              statefulSet.metadata.labels?.['app.kubernetes.io/part-of'] ?? '',
          },
        },
        spec: template.spec,
        status: { phase: 'Pending' },
      });
    }
    return {
      name: template.metadata.name,
      persistentVolumeClaim: { claimName: name },
    };
  });
}

function podsOf({ cluster }: ControllerContext, owner: StatefulSet): Pod[] {
  return ownedBy<Pod>(cluster, 'v1', 'Pod', owner);
}

function revisionOf(pod: Pod): string | undefined {
  return pod.metadata.labels?.[REVISION_LABEL];
}

function updateRevisionOf({ metadata, spec }: StatefulSet): string {
  return `${metadata.name}-${templateHash(spec.template)}`;
}

function createMember(
  context: ControllerContext,
  statefulSet: StatefulSet,
  ordinal: number,
): void {
  const { cluster, events, now } = context;
  const { name } = statefulSet.metadata;
  const podName = `${name}-${ordinal}`;
  createPod(cluster, statefulSet, podName, statefulSet.spec.template, {
    labels: {
      [REVISION_LABEL]: updateRevisionOf(statefulSet),
      'statefulset.kubernetes.io/pod-name': podName,
      'apps.kubernetes.io/pod-index': String(ordinal),
    },
    volumes: ensureClaims(context, statefulSet, podName),
  });
  events.record(statefulSet, {
    reason: 'SuccessfulCreate',
    message: `create Pod ${podName} in StatefulSet ${name} successful`,
    component: 'statefulset-controller',
    at: now,
  });
}

/** Creates what is missing: all at once, or each when the one before is ready. */
function createMissing(
  context: ControllerContext,
  statefulSet: StatefulSet,
  pods: Pod[],
): void {
  const { metadata, spec } = statefulSet;
  const isParallel = spec.podManagementPolicy === 'Parallel';
  for (let ordinal = 0; ordinal < (spec.replicas ?? 1); ordinal += 1) {
    const podName = `${metadata.name}-${ordinal}`;
    const pod = pods.find(row => row.metadata.name === podName);
    if (!pod) createMember(context, statefulSet, ordinal);
    if (!isParallel && (!pod || !isReady(pod))) break;
  }
}

/** One pod at a time, from the last to the first, as a rolling update does. */
function replaceOutdated(
  { cluster, now }: ControllerContext,
  statefulSet: StatefulSet,
  pods: Pod[],
): void {
  const updateRevision = updateRevisionOf(statefulSet);
  const next = pods
    .filter(pod => isActive(pod) && revisionOf(pod) !== updateRevision)
    .at(-1);
  const isSettled = pods.every(pod => isActive(pod) && isReady(pod));
  if (next && (isSettled || !isReady(next))) terminatePod(cluster, next, now);
}

function updateStatus(
  context: ControllerContext,
  statefulSet: StatefulSet,
): void {
  const desired = statefulSet.spec.replicas ?? 1;
  const updateRevision = updateRevisionOf(statefulSet);
  const active = podsOf(context, statefulSet).filter(isActive);
  const ready = active.filter(isReady).length;
  const countOf = (revision: string) =>
    active.filter(pod => revisionOf(pod) === revision).length;
  const updated = countOf(updateRevision);
  const isRolledOut = updated === desired && ready === desired;
  const currentRevision = isRolledOut
    ? updateRevision
    : (statefulSet.status?.currentRevision ?? updateRevision);
  context.cluster.store.putStatus(statefulSet, {
    observedGeneration: statefulSet.metadata.generation,
    replicas: active.length,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: countOf(currentRevision),
    updatedReplicas: updated,
    currentRevision,
    updateRevision,
    collisionCount: 0,
  });
}

function reconcileStatefulSet(
  context: ControllerContext,
  statefulSet: StatefulSet,
): void {
  const { cluster, now } = context;
  const desired = statefulSet.spec.replicas ?? 1;
  const pods = podsOf(context, statefulSet);
  createMissing(context, statefulSet, pods);
  pods
    .filter(pod => Number(pod.metadata.name.split('-').at(-1)) >= desired)
    .forEach(pod => terminatePod(cluster, pod, now));
  replaceOutdated(context, statefulSet, pods);
  updateStatus(context, statefulSet);
}

export function reconcileStatefulSets(context: ControllerContext): void {
  context.cluster
    .list<StatefulSet>('apps/v1', 'StatefulSet')
    .forEach(statefulSet => reconcileStatefulSet(context, statefulSet));
}
