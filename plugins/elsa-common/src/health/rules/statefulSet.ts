import { isRecord } from '../../isRecord';
import { read, readCount, readNumber, readString } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy, notObserved } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_statefulset.go */
export const statefulSet: HealthRule = object => {
  const observed = readCount(object, 'status', 'observedGeneration');
  if (
    observed === 0 ||
    readCount(object, 'metadata', 'generation') > observed
  ) {
    return notObserved();
  }
  const desired = readNumber(object, 'spec', 'replicas');
  const ready = readCount(object, 'status', 'readyReplicas');
  const updated = readCount(object, 'status', 'updatedReplicas');
  if (desired !== undefined && ready < desired) {
    return byField(
      'Progressing',
      'ReplicasNotReady',
      `has ${ready} of ${desired} pods ready`,
      'status.readyReplicas',
      'not-ready',
    );
  }
  const strategy = read(object, 'spec', 'updateStrategy');
  const type = readString(strategy, 'type');
  if (type === 'RollingUpdate' && isRecord(read(strategy, 'rollingUpdate'))) {
    const partition = readNumber(strategy, 'rollingUpdate', 'partition');
    if (
      desired !== undefined &&
      partition !== undefined &&
      updated < desired - partition
    ) {
      return byField(
        'Progressing',
        'PartitionedRollout',
        `has updated ${updated} of ${desired - partition} pods`,
        'status.updatedReplicas',
        'rollout-stuck',
      );
    }
    return healthy();
  }
  if (type === 'OnDelete') {
    return healthy();
  }
  if (
    readString(object, 'status', 'updateRevision') !==
    readString(object, 'status', 'currentRevision')
  ) {
    return byField(
      'Progressing',
      'RollingUpdate',
      `is updating its pods, ${updated} are done`,
      'status.updateRevision',
      'rollout-stuck',
    );
  }
  return healthy();
};
