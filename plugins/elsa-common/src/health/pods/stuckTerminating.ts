import { readList, readMilliseconds, readNumber, readText } from '../read';
import { describeLimit, isTooLong, type Patience } from './patience';
import type { PodFailure } from './PodFailure';

const DAY_SECONDS = 86_400;

/** The kubelet removes what has ended within seconds; a slow disk takes longer. */
const REMOVAL_SECONDS = 5 * 60;

/**
 * Is being deleted and does not go: its node is lost, a finalizer holds it, or
 * it waits in its preStop hook for something that does not happen.
 */
export function stuckTerminating(
  pod: unknown,
  patience: Patience,
): PodFailure | undefined {
  const field = 'metadata.deletionTimestamp';
  const end = readMilliseconds(pod, 'metadata', 'deletionTimestamp');
  if (end === undefined) {
    return undefined;
  }
  const grace =
    readNumber(pod, 'metadata', 'deletionGracePeriodSeconds') ??
    readNumber(pod, 'spec', 'terminationGracePeriodSeconds') ??
    0;
  const since = new Date(end - grace * 1000).toISOString();
  // Brokers are given a week, so that none goes before it may. That is no
  // time that a stop takes.
  if (grace >= DAY_SECONDS && isTooLong(since, patience)) {
    const isBroker = readList(pod, 'spec', 'containers').some(container =>
      /rabbitmq/.test(
        `${readText(container, 'name')} ${readText(container, 'image')}`,
      ),
    );
    return isBroker
      ? {
          code: 'WaitingForQuorum',
          text: `has been waiting for more than ${describeLimit(patience)} for the other nodes to take over its queues before it stops`,
          field,
          since,
          runbook: 'message-broker',
        }
      : terminating(since, field, pod);
  }
  return patience.now - end > REMOVAL_SECONDS * 1000
    ? terminating(since, field, pod)
    : undefined;
}

function terminating(since: string, field: string, pod: unknown): PodFailure {
  const finalizers = readList(pod, 'metadata', 'finalizers').filter(
    entry => typeof entry === 'string',
  );
  return {
    code: 'StuckTerminating',
    text: 'is being deleted and does not go, although its time is over',
    field,
    detail:
      finalizers.length > 0
        ? `finalizers: ${finalizers.join(', ')}`
        : (readText(pod, 'status', 'message') ??
          readText(pod, 'status', 'reason')),
    since,
    runbook: 'stuck-terminating',
  };
}
