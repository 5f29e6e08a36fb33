import {
  isMainThread,
  type MessagePort,
  parentPort,
  workerData,
} from 'node:worker_threads';
import { toError } from '@backstage/errors';
import { evaluateEnvironment } from '@elsa-portal/backstage-plugin-elsa-common/health';
import { readOwnDelay, sumOfDelays, watchOwnDelay } from '../../sources/http';
import { runClusterJob } from '../runClusterJob';
import type { Order, Report, ThreadData } from './messages';

/** This module is both what the backend starts and what the thread runs. */
export const CLUSTER_THREAD_FILE = __filename;
/** Tells our threads from others that happen to load this module. */
export const CLUSTER_THREAD_ROLE = 'elsa-cluster-reader';

/** Does jobs until the backend ends the thread. */
function serve(port: MessagePort, { config, backendDelay }: ThreadData): void {
  const running = new Map<number, AbortController>();
  const delay = sumOfDelays([
    readOwnDelay(backendDelay),
    watchOwnDelay().delay,
  ]);
  const report = (message: Report) => port.postMessage(message);

  port.on('message', (order: Order) => {
    if (order.type === 'abort') {
      running.get(order.id)?.abort();
      return;
    }
    const { id, job, access } = order;
    const controller = new AbortController();
    running.set(id, controller);
    runClusterJob(
      job,
      { ...config, access, delay, evaluate: evaluateEnvironment },
      controller.signal,
    )
      .then(
        result => report({ type: 'done', id, result }),
        error =>
          report({ type: 'failed', id, message: toError(error).message }),
      )
      .finally(() => running.delete(id));
  });
  report({ type: 'ready' });
}

if (!isMainThread && parentPort && workerData?.role === CLUSTER_THREAD_ROLE) {
  serve(parentPort, workerData);
}
