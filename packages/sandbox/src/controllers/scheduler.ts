import { componentOf, environmentOf } from '../environmentState';
import type { KubernetesObject, Pod } from '../kubernetes/types';
import { hash32 } from '../random';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';

function unschedulable(nodes: KubernetesObject[]): string {
  return `0/${nodes.length} nodes are available: ${nodes.length} Insufficient memory. preemption: 0/${nodes.length} nodes are available: ${nodes.length} No preemption victims found for incoming pod.`;
}

function reportUnschedulable(
  { cluster, events, now }: ControllerContext,
  pod: Pod,
  nodes: KubernetesObject[],
): void {
  const message = unschedulable(nodes);
  const wasTold = pod.status?.conditions.some(
    row => row.reason === 'Unschedulable',
  );
  cluster.store.putStatus(pod, {
    phase: 'Pending',
    qosClass: 'Burstable',
    conditions: withCondition(
      pod.status?.conditions,
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
      },
      now,
    ),
  });
  if (!wasTold) {
    events.record(pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      component: 'default-scheduler',
      at: now,
    });
  }
}

function ownerName(pod: Pod): string | undefined {
  return pod.metadata.ownerReferences?.[0]?.name;
}

/** Spreads the pods of a workload over the nodes, as topology spread asks. */
function chooseNode(
  { cluster }: ControllerContext,
  pod: Pod,
  pods: Pod[],
  nodes: KubernetesObject[],
): KubernetesObject {
  const owner = ownerName(pod) ?? pod.metadata.name;
  const placedSiblings = pods
    .filter(other => other.metadata.uid !== pod.metadata.uid)
    .filter(other => ownerName(other) === owner)
    // Read anew: this pass may have placed it.
    .filter(({ metadata: { name, namespace } }) => {
      const found = cluster.store.get<Pod>('v1', 'Pod', namespace, name);
      return found?.spec.nodeName;
    }).length;
  return nodes[(hash32(owner) + placedSiblings) % nodes.length];
}

function place(
  { cluster, events, now }: ControllerContext,
  pod: Pod,
  node: KubernetesObject,
): void {
  const placed = cluster.store.put<Pod>({
    ...pod,
    spec: { ...pod.spec, nodeName: node.metadata.name },
    status: {
      phase: 'Pending',
      qosClass: 'Burstable',
      conditions: withCondition(
        pod.status?.conditions,
        { type: 'PodScheduled', status: 'True' },
        now,
      ),
    },
  });
  events.record(placed, {
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${node.metadata.name}`,
    component: 'default-scheduler',
    at: now,
  });
}

/** Gives each new pod a node, or says why there is none. */
export function schedule(context: ControllerContext): void {
  const { cluster, states } = context;
  const nodes = cluster.list('v1', 'Node');
  const pods = cluster.list<Pod>('v1', 'Pod');
  for (const pod of pods) {
    if (pod.spec.nodeName || pod.metadata.deletionTimestamp) continue;
    const isBroken =
      componentOf(pod) === 'server' &&
      states.of(environmentOf(pod)).breakages.has('scheduling');
    if (isBroken || nodes.length === 0) {
      reportUnschedulable(context, pod, nodes);
    } else {
      place(context, pod, chooseNode(context, pod, pods, nodes));
    }
  }
}
