import {
  annotationOf,
  type Condition,
  readConditions,
  readString,
} from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** Argo CD goes by the reason alone, whatever the condition's status. */
const DEGRADED: Readonly<Record<string, readonly string[]>> = {
  AbleToScale: ['FailedGetScale', 'FailedUpdateScale'],
  ScalingActive: [
    'FailedGetResourceMetric',
    'FailedGetObjectMetric',
    'FailedGetPodsMetric',
    'FailedGetExternalMetric',
    'FailedComputeMetricsReplicas',
    'InvalidSelector',
  ],
};

const V1_CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';

/** autoscaling/v1 has no conditions of its own: they are JSON in an annotation. */
export function autoscalerConditions(object: unknown): Condition[] {
  if (readString(object, 'apiVersion') !== 'autoscaling/v1') {
    return readConditions(object);
  }
  try {
    const parsed: unknown = JSON.parse(
      annotationOf(object, V1_CONDITIONS) ?? '[]',
    );
    return readConditions(
      { conditions: parsed },
      ['conditions'],
      `metadata.annotations['${V1_CONDITIONS}']`,
    );
  } catch {
    // Not JSON: as good as not there, which the rule reports as Progressing.
    return [];
  }
}

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_hpa.go */
export const horizontalPodAutoscaler: HealthRule = object => {
  const conditions = autoscalerConditions(object);
  const broken = conditions.find(
    ({ type, reason }) =>
      reason !== undefined &&
      Object.prototype.hasOwnProperty.call(DEGRADED, type) &&
      DEGRADED[type].includes(reason),
  );
  if (broken) {
    return byCondition(
      'Degraded',
      broken,
      broken.type === 'AbleToScale'
        ? 'cannot scale its target'
        : 'cannot read its metrics',
      'autoscaler-metrics',
    );
  }
  const works = conditions.some(
    ({ type, status }) =>
      (type === 'AbleToScale' || type === 'ScalingLimited') &&
      status === 'True',
  );
  return works
    ? healthy('status.conditions')
    : byField(
        'Progressing',
        'WaitingToAutoscale',
        'has not started to scale yet',
        'status.conditions',
        'autoscaler-metrics',
      );
};
