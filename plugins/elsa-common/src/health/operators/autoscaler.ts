import { autoscalerConditions } from '../rules/horizontalPodAutoscaler';
import {
  type ConditionVerdict,
  judgeConditions,
  METRICS_PATIENCE_SECONDS,
  orElse,
} from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'autoscaler-metrics';

/** Reasons: fixtures/upstream/horizontal-pod-autoscaler.json */
export const AUTOSCALER_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'AbleToScale', status: 'True' },
  {
    type: 'AbleToScale',
    status: 'False',
    health: 'Degraded',
    text: 'cannot scale its target',
    runbook,
  },
  { type: 'AbleToScale', status: 'Unknown' },
  { type: 'ScalingActive', status: 'True' },
  // The target was scaled to zero on purpose.
  { type: 'ScalingActive', status: 'False', reasons: ['ScalingDisabled'] },
  {
    type: 'ScalingActive',
    status: 'False',
    reasons: [
      'InvalidSelector',
      'AmbiguousSelector',
      'InvalidMetricSourceType',
    ],
    health: 'Degraded',
    text: 'cannot read its metrics',
    runbook,
  },
  {
    type: 'ScalingActive',
    status: 'False',
    health: 'Progressing',
    lasting: 'Degraded',
    patienceSeconds: METRICS_PATIENCE_SECONDS,
    text: 'cannot read its metrics',
    runbook,
  },
  { type: 'ScalingActive', status: 'Unknown' },
  // What is remarkable about a limit is found elsewhere.
  { type: 'ScalingLimited', status: 'True' },
  { type: 'ScalingLimited', status: 'False' },
  { type: 'ScalingLimited', status: 'Unknown' },
];

/** A HorizontalPodAutoscaler; KEDA's is one of these too. */
export const autoscalerVerdict: OperatorRule = ({ object, now, argo }) =>
  orElse(
    judgeConditions(autoscalerConditions(object), AUTOSCALER_VERDICTS, now),
    argo,
  );
