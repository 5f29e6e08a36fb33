import { findCondition } from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/rabbitmq.com/RabbitmqCluster/health.lua */
export const rabbitmqCluster: HealthRule = object => {
  const reconciled = findCondition(object, 'ReconcileSuccess');
  if (reconciled?.status === 'False') {
    return byCondition(
      'Degraded',
      reconciled,
      'could not be reconciled',
      'message-broker',
    );
  }
  const available = findCondition(object, 'ClusterAvailable');
  const ready = findCondition(object, 'AllReplicasReady');
  const waiting =
    [available, ready].find(condition => condition?.status === 'Unknown') ??
    [available, ready].find(condition => condition?.status === 'False');
  if (waiting) {
    return byCondition(
      'Progressing',
      waiting,
      waiting.type === 'ClusterAvailable'
        ? 'is not available yet'
        : 'is waiting for its instances',
      'message-broker',
    );
  }
  return available?.status === 'True' && ready?.status === 'True'
    ? healthy('status.conditions')
    : byField(
        'Progressing',
        'NoStatus',
        'has not been seen by its operator yet',
        'status.conditions',
        'message-broker',
      );
};
