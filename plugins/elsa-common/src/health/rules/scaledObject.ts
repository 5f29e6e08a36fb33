import { readConditions } from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/keda.sh/ScaledObject/health.lua */
export const scaledObject: HealthRule = object => {
  const conditions = readConditions(object);
  const is = (type: string, status: string) =>
    conditions.find(
      condition => condition.type === type && condition.status === status,
    );
  const fallback = is('Fallback', 'True');
  const broken = is('Ready', 'False') ?? fallback;
  if (broken) {
    return byCondition(
      'Degraded',
      broken,
      broken === fallback
        ? 'cannot read a trigger and scales to its fallback'
        : 'is not valid',
      'autoscaler-metrics',
    );
  }
  const paused = is('Paused', 'True');
  if (!is('Ready', 'True')) {
    return byField(
      'Progressing',
      'NoStatus',
      'has not created its autoscaler yet',
      'status.conditions',
      'autoscaler-metrics',
    );
  }
  return paused
    ? byCondition('Suspended', paused, 'is paused', 'suspended')
    : healthy('status.conditions');
};
