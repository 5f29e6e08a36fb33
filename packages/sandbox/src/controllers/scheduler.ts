import { componentOf, environmentOf } from '../environmentState';
import type { KubernetesObject, Pod } from '../kubernetes/types';
import { hash32 } from '../random';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';

function unschedulable(nodes: KubernetesObject[]): string {
  return `0/${nodes.length} nodes are available: ${nodes.length} Insufficient memory. preemption: 0/${nodes.length} nodes are available: ${nodes.length} No preemption victims found for incoming pod.`;
}

/** Spreads the pods of a workload over the nodes, as topology spread asks. */
export function schedule(context: ControllerContext): void {
  const { cluster, states, events, now } = context;
  const nodes = cluster.list('v1', 'Node');
  const pods = cluster.list<Pod>('v1', 'Pod');
  for (const pod of pods) {
    if (pod.spec.nodeName || pod.metadata.deletionTimestamp) continue;
    const isBroken =
      componentOf(pod) === 'server' &&
      states.of(environmentOf(pod)).breakages.has('scheduling');
    if (isBroken || nodes.length === 0) {
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
      continue;
    }
    const owner = pod.metadata.ownerReferences?.[0]?.name ?? pod.metadata.name;
    const siblings = pods.filter(
      other =>
        other.metadata.uid !== pod.metadata.uid &&
        other.metadata.ownerReferences?.[0]?.name === owner &&
        (cluster.store.get<Pod>(
          'v1',
          'Pod',
          other.metadata.namespace,
          other.metadata.name,
        )?.spec.nodeName ??
          false),
    ).length;
    const node = nodes[(hash32(owner) + siblings) % nodes.length];
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
}
