import { componentOf, environmentOf } from '../environmentState';
import type {
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../kubernetes/types';
import { templateHash } from '../random';
import type { ControllerContext } from './context';
import { terminatePod } from './kubelet';
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

function reconcileStatefulSet(
  context: ControllerContext,
  statefulSet: StatefulSet,
): void {
  const { cluster, events, now } = context;
  const { name } = statefulSet.metadata;
  const desired = statefulSet.spec.replicas ?? 1;
  const updateRevision = `${name}-${templateHash(statefulSet.spec.template)}`;
  const isParallel = statefulSet.spec.podManagementPolicy === 'Parallel';
  const pods = ownedBy<Pod>(cluster, 'v1', 'Pod', statefulSet);
  const revisionOf = (pod: Pod) => pod.metadata.labels?.[REVISION_LABEL];

  for (let ordinal = 0; ordinal < desired; ordinal += 1) {
    const podName = `${name}-${ordinal}`;
    const pod = pods.find(row => row.metadata.name === podName);
    if (!pod) {
      createPod(cluster, statefulSet, podName, statefulSet.spec.template, {
        labels: {
          [REVISION_LABEL]: updateRevision,
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
    if (!isParallel && (!pod || !isReady(pod))) break;
  }
  pods
    .filter(pod => Number(pod.metadata.name.split('-').at(-1)) >= desired)
    .forEach(pod => terminatePod(cluster, pod, now));
  // One pod at a time, from the last to the first, as a rolling update does.
  const outdated = pods.filter(
    pod => isActive(pod) && revisionOf(pod) !== updateRevision,
  );
  const isSettled = pods.every(pod => isActive(pod) && isReady(pod));
  const next = outdated.at(-1);
  if (next && (isSettled || !isReady(next))) terminatePod(cluster, next, now);

  const active = ownedBy<Pod>(cluster, 'v1', 'Pod', statefulSet).filter(
    isActive,
  );
  const ready = active.filter(isReady).length;
  const updated = active.filter(
    pod => revisionOf(pod) === updateRevision,
  ).length;
  const isRolledOut = updated === desired && ready === desired;
  const currentRevision = isRolledOut
    ? updateRevision
    : (statefulSet.status?.currentRevision ?? updateRevision);
  cluster.store.putStatus(statefulSet, {
    observedGeneration: statefulSet.metadata.generation,
    replicas: active.length,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: active.filter(pod => revisionOf(pod) === currentRevision)
      .length,
    updatedReplicas: updated,
    currentRevision,
    updateRevision,
    collisionCount: 0,
  });
}

export function reconcileStatefulSets(context: ControllerContext): void {
  context.cluster
    .list<StatefulSet>('apps/v1', 'StatefulSet')
    .forEach(statefulSet => reconcileStatefulSet(context, statefulSet));
}
