import type { ClusterReader, ClusterReaderConfig } from './ClusterJob';
import type { EvaluateEnvironment } from './evaluation';
import type { KubernetesClient } from '../sources/kubernetes/KubernetesClient';
import { runClusterJob } from './runClusterJob';
import type { OwnDelay } from '../sources/http';

/** Reads clusters in the thread of the caller. */
export function createClusterReader(options: {
  config: ClusterReaderConfig;
  kubernetes: Pick<KubernetesClient, 'authorize'>;
  evaluate: EvaluateEnvironment;
  delay?: OwnDelay;
  now?: () => number;
}): ClusterReader {
  const { config, kubernetes, ...rest } = options;
  return {
    async read(job, signal) {
      const access = await kubernetes.authorize();
      return runClusterJob(job, { ...config, ...rest, access }, signal);
    },
    async close() {},
  };
}
