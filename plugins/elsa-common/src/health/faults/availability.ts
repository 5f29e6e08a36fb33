import { describeLimit, isTooLong } from '../pods/patience';
import { findCondition, groupKindOf, readTime } from '../read';
import { byCondition, byField } from '../rules/result';
import type { Surroundings } from '../Surroundings';
import type { Assessment } from '../types';

/**
 * A workload that lacks what it needs to serve for longer than a start may
 * take, whether or not its pods can be seen. Outside of a rollout Kubernetes
 * has no deadline.
 */
export function notAvailable(
  object: unknown,
  { patience }: Surroundings,
): Assessment | undefined {
  const available =
    groupKindOf(object) === 'apps/Deployment'
      ? findCondition(object, 'Available')
      : undefined;
  return available?.status === 'False' && isTooLong(available.since, patience)
    ? {
        ...byCondition(
          'Degraded',
          available,
          `has had too few pods for more than ${describeLimit(patience)}`,
          'not-ready',
        ),
        code: 'NotAvailable',
      }
    : undefined;
}

/** Something else than a pod that is being deleted and does not go. */
export function stuckDeletion(
  object: unknown,
  { patience }: Surroundings,
): Assessment | undefined {
  const since = readTime(object, 'metadata', 'deletionTimestamp');
  return isTooLong(since, patience)
    ? byField(
        'Degraded',
        'StuckTerminating',
        `has been waiting to be deleted for more than ${describeLimit(patience)}`,
        'metadata.deletionTimestamp',
        'pending-deletion',
        { since },
      )
    : undefined;
}

/**
 * A Job that runs again after it was suspended, as queues such as Kueue do.
 * Argo CD takes the condition Suspended for an end, whatever its status.
 */
export function resumedJob(object: unknown): Assessment | undefined {
  const suspended =
    groupKindOf(object) === 'batch/Job'
      ? findCondition(object, 'Suspended')
      : undefined;
  const hasEnded = ['Complete', 'Failed'].some(type =>
    findCondition(object, type),
  );
  return suspended?.status === 'False' && !hasEnded
    ? byCondition(
        'Progressing',
        suspended,
        'was resumed and has not ended yet',
        'migration',
      )
    : undefined;
}
