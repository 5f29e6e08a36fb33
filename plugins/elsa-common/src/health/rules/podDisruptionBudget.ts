import { readConditions } from '../read';
import type { Assessment, HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/**
 * https://github.com/argoproj/argo-cd/blob/master/resource_customizations/policy/PodDisruptionBudget/health.lua
 * The last condition decides; too few pods has good causes and is Healthy.
 */
export const podDisruptionBudget: HealthRule = object =>
  readConditions(object).reduce<Assessment>(
    (_, condition) =>
      condition.status === 'False' && condition.reason !== 'InsufficientPods'
        ? byCondition(
            'Degraded',
            condition,
            'cannot protect its pods',
            'disruption-budget',
          )
        : healthy(condition.field),
    byField(
      'Progressing',
      'NoStatus',
      'has not been seen by its controller yet',
      'status.conditions',
      'disruption-budget',
    ),
  );
