import {
  findCondition,
  groupKindOf,
  kindOf,
  nameOf,
  namespaceOf,
  read,
  readText,
} from '../read';
import type { PlacedObject } from '../topology';
import type { Assessment } from '../types';

const AUTOSCALERS = new Set([
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
]);

function targetOf(
  autoscaler: unknown,
  placed: readonly PlacedObject[],
): PlacedObject | undefined {
  const reference = read(autoscaler, 'spec', 'scaleTargetRef');
  const kind = readText(reference, 'kind') ?? 'Deployment';
  return placed.find(
    ({ object }) =>
      kindOf(object) === kind &&
      nameOf(object) === readText(reference, 'name') &&
      namespaceOf(object) === namespaceOf(autoscaler),
  );
}

/** Since when no pod of a workload has been ready; undefined while one is. */
function unreadySince({ object, pods }: PlacedObject): number | undefined {
  const isReady = (condition: ReturnType<typeof findCondition>) =>
    condition?.status === 'True';
  const available = findCondition(object, 'Available');
  const ready = pods.map(pod => findCondition(pod, 'Ready'));
  if (ready.some(isReady) || (pods.length === 0 && isReady(available))) {
    return undefined;
  }
  const times = [
    ...ready,
    ...pods.map(pod => findCondition(pod, 'PodScheduled')),
    isReady(available) ? undefined : available,
  ].flatMap(condition =>
    condition?.since === undefined || condition.status === 'True'
      ? []
      : [Date.parse(condition.since)],
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * An autoscaler reads no metrics of pods that are not ready: what it says then
 * is no fault of its own, unless it said so before they were not.
 */
export function asConsequence(
  object: unknown,
  assessment: Assessment,
  placed: readonly PlacedObject[],
): Assessment {
  if (
    !AUTOSCALERS.has(groupKindOf(object)) ||
    assessment.status !== 'Degraded'
  ) {
    return assessment;
  }
  const target = targetOf(object, placed);
  const unready = target && unreadySince(target);
  const isOlder =
    assessment.since !== undefined &&
    Date.parse(assessment.since) < (unready ?? 0);
  return unready === undefined || isOlder
    ? assessment
    : { ...assessment, status: 'Progressing' };
}
