import { SECOND, timestamp } from '../clock';
import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject, Pod } from '../kubernetes/types';

/** A program that gets SIGTERM is usually gone after this time. */
const SHUTDOWN_TIME = 3 * SECOND;

/** Asks for a pod's end; the kubelet removes it when its containers are gone. */
export function terminatePod(
  cluster: Cluster,
  pod: KubernetesObject,
  now: number,
): void {
  if (pod.metadata.deletionTimestamp) return;
  const { spec } = pod as Pod;
  const hooks = spec.containers as Array<{
    lifecycle?: { preStop?: { sleep?: { seconds?: number } } };
  }>;
  const sleep = Math.max(
    0,
    ...hooks.map(row => row.lifecycle?.preStop?.sleep?.seconds ?? 0),
  );
  cluster.store.put({
    ...pod,
    metadata: {
      ...pod.metadata,
      deletionTimestamp: timestamp(now + sleep * SECOND + SHUTDOWN_TIME),
      deletionGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
    },
  });
}
