import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  ClusterJob,
  ClusterReader,
  ClusterReaderConfig,
  ClusterResult,
} from '../ClusterJob';
import type { KubernetesClient } from '../../sources/kubernetes/KubernetesClient';
import { ReaderThread } from './ReaderThread';

/**
 * Reads clusters in threads of their own, so that reading, parsing and judging
 * thousands of objects keeps nobody waiting who uses the portal.
 *
 * @param options - `fallback` reads where no thread can be started
 */
export function createThreadedClusterReader(options: {
  threads: number;
  config: ClusterReaderConfig;
  kubernetes: Pick<KubernetesClient, 'authorize'>;
  backendDelay: SharedArrayBuffer;
  fallback: ClusterReader;
  logger: LoggerService;
  execArgv?: string[];
}): ClusterReader {
  const { kubernetes, fallback, logger } = options;
  const threads = Array.from(
    { length: options.threads },
    () => new ReaderThread(options),
  );
  let isUsable = true;

  async function readInThread(
    job: ClusterJob,
    signal: AbortSignal,
  ): Promise<ClusterResult> {
    const access = await kubernetes.authorize();
    const thread = threads.reduce((least, item) =>
      item.load < least.load ? item : least,
    );
    try {
      return await thread.read(job, access, signal);
    } catch (error) {
      const { message } = toError(error);
      if (!thread.wasReady) {
        isUsable = false;
        logger.warn(
          `Threads cannot be used, so clusters are read by the backend's own: ${message}`,
        );
        return fallback.read(job, signal);
      }
      logger.error(
        `The thread that read cluster '${job.cluster}' failed: ${message}`,
      );
      return {
        cluster: job.cluster,
        state: 'portal-busy',
        message: `Cluster '${job.cluster}' was not read: a thread of this backend failed (${message})`,
        pauses: [],
        calls: {},
      };
    }
  }

  return {
    read: (job, signal) =>
      isUsable ? readInThread(job, signal) : fallback.read(job, signal),
    async close() {
      await Promise.all(threads.map(thread => thread.close()));
      await fallback.close();
    },
  };
}
