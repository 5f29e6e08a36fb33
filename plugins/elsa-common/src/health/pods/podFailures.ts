import { kindOf, nameOf, readString, readText } from '../read';
import { containerFailures } from './containerFailures';
import { crashes } from './crashes';
import type { PodFailure } from './PodFailure';
import { lostNode, notReady, stuckPending, unschedulable } from './podDelays';
import type { Patience } from './patience';
import { stuckTerminating } from './stuckTerminating';

/**
 * What keeps a pod from working, worst first; empty when nothing does. Of a pod
 * that is being deleted only that it does not go is said. A pod that failed for
 * good belongs to a Job or was left over and is the rules' matter.
 */
export function podFailures(pod: unknown, patience: Patience): PodFailure[] {
  const phase = readString(pod, 'status', 'phase');
  if (kindOf(pod) !== 'Pod' || nameOf(pod) === '') {
    return [];
  }
  const only = (failure: PodFailure | undefined) => (failure ? [failure] : []);
  if (readText(pod, 'metadata', 'deletionTimestamp')) {
    return only(stuckTerminating(pod, patience));
  }
  if (phase === 'Succeeded' || phase === 'Failed') {
    return [];
  }
  const lost = lostNode(pod, patience);
  if (lost) {
    return [lost];
  }
  const found = [
    ...containerFailures(pod, patience.now),
    ...only(unschedulable(pod, patience)),
  ];
  if (found.length > 0) {
    return found;
  }
  const crashed = crashes(pod, patience.now);
  return crashed.length > 0
    ? crashed
    : only(stuckPending(pod, patience) ?? notReady(pod, patience));
}
