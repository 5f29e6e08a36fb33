import { findCondition, readCount, readNumber, read } from '../read';
import type { Assessment, HealthRule } from '../types';
import { byCondition, byField, healthy, notObserved } from './result';

/** How far the replicas of the newest template are. */
function rollout(object: unknown, startedAt: string | undefined): Assessment {
  const since = { since: startedAt };
  const desired = readNumber(object, 'spec', 'replicas');
  const updated = readCount(object, 'status', 'updatedReplicas');
  const replicas = readCount(object, 'status', 'replicas');
  const available = readCount(object, 'status', 'availableReplicas');
  if (desired !== undefined && updated < desired) {
    return byField(
      'Progressing',
      'ReplicasNotUpdated',
      `has updated ${updated} of ${desired} replicas`,
      'status.updatedReplicas',
      'rollout-stuck',
      since,
    );
  }
  if (replicas > updated) {
    return byField(
      'Progressing',
      'OldReplicasPendingTermination',
      `is waiting for ${replicas - updated} old replicas to terminate`,
      'status.replicas',
      'rollout-stuck',
      since,
    );
  }
  if (available < updated) {
    return byField(
      'Progressing',
      'ReplicasNotAvailable',
      `has ${available} of ${updated} updated replicas available`,
      'status.availableReplicas',
      'not-ready',
      { since: findCondition(object, 'Available')?.since },
    );
  }
  return healthy();
}

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_deployment.go */
export const deployment: HealthRule = object => {
  if (read(object, 'spec', 'paused') === true) {
    return byField(
      'Suspended',
      'Paused',
      'is paused',
      'spec.paused',
      'suspended',
    );
  }
  if (
    readCount(object, 'metadata', 'generation') >
    readCount(object, 'status', 'observedGeneration')
  ) {
    return notObserved();
  }
  const progressing = findCondition(object, 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    return byCondition(
      'Degraded',
      progressing,
      'exceeded its progress deadline',
      'rollout-stuck',
    );
  }
  return rollout(object, progressing?.since);
};
