import type { Cluster } from '../kubernetes/cluster';
import type { Pod } from '../kubernetes/types';
import { counter, type Family, gauge } from './families';
import { listed } from './objects';

/** Accumulates processor time, which only ever grows. */
export class CpuCounters {
  readonly #seconds = new Map<string, number>();

  advance(cluster: Cluster, elapsedSeconds: number): void {
    for (const pod of listed<Pod>(cluster, 'v1', 'Pod')) {
      for (const usage of cluster.pods.usage(pod)) {
        const key = `${pod.metadata.uid}/${usage.container}`;
        this.#seconds.set(
          key,
          (this.#seconds.get(key) ?? 0) +
            (usage.cpuMillicores / 1_000) * elapsedSeconds,
        );
      }
    }
  }

  families(cluster: Cluster): Family[] {
    const rows = listed<Pod>(cluster, 'v1', 'Pod').flatMap(pod =>
      cluster.pods.usage(pod).map(usage => ({
        labels: {
          cluster: cluster.name,
          namespace: pod.metadata.namespace ?? '',
          pod: pod.metadata.name,
          container: usage.container,
          image:
            pod.spec.containers.find(row => row.name === usage.container)
              ?.image ?? '',
          node: pod.spec.nodeName ?? '',
        },
        seconds: this.#seconds.get(`${pod.metadata.uid}/${usage.container}`),
        memory: usage.memoryBytes,
      })),
    );
    return [
      counter(
        'container_cpu_usage_seconds_total',
        rows.map(row => [row.labels, row.seconds ?? 0]),
      ),
      counter(
        'container_cpu_cfs_periods_total',
        rows.map(row => [row.labels, Math.round((row.seconds ?? 0) * 10)]),
      ),
      counter(
        'container_cpu_cfs_throttled_periods_total',
        rows.map(row => [row.labels, 0]),
      ),
      gauge(
        'container_memory_working_set_bytes',
        rows.map(row => [row.labels, row.memory]),
      ),
    ];
  }
}
