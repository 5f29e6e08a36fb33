import { readCount, readString } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy, notObserved } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_daemonset.go */
export const daemonSet: HealthRule = object => {
  if (
    readCount(object, 'metadata', 'generation') >
    readCount(object, 'status', 'observedGeneration')
  ) {
    return notObserved();
  }
  if (readString(object, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return healthy();
  }
  const desired = readCount(object, 'status', 'desiredNumberScheduled');
  const updated = readCount(object, 'status', 'updatedNumberScheduled');
  const available = readCount(object, 'status', 'numberAvailable');
  if (updated < desired) {
    return byField(
      'Progressing',
      'ReplicasNotUpdated',
      `has updated ${updated} of ${desired} pods`,
      'status.updatedNumberScheduled',
      'rollout-stuck',
    );
  }
  if (available < desired) {
    return byField(
      'Progressing',
      'ReplicasNotAvailable',
      `has ${available} of ${desired} pods available`,
      'status.numberAvailable',
      'not-ready',
    );
  }
  return healthy();
};
