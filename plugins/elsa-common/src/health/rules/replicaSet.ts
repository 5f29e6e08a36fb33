import { findCondition, readCount, readNumber } from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy, notObserved } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_replicaset.go */
export const replicaSet: HealthRule = object => {
  if (
    readCount(object, 'metadata', 'generation') >
    readCount(object, 'status', 'observedGeneration')
  ) {
    return notObserved();
  }
  const failure = findCondition(object, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return byCondition(
      'Degraded',
      failure,
      'cannot create pods',
      'pod-creation-refused',
    );
  }
  const desired = readNumber(object, 'spec', 'replicas');
  const available = readCount(object, 'status', 'availableReplicas');
  if (desired !== undefined && available < desired) {
    return byField(
      'Progressing',
      'ReplicasNotAvailable',
      `has ${available} of ${desired} replicas available`,
      'status.availableReplicas',
      'not-ready',
    );
  }
  return healthy();
};
