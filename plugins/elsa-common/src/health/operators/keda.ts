import { readConditions } from '../read';
import {
  type ConditionVerdict,
  judgeConditions,
  METRICS_PATIENCE_SECONDS,
  orElse,
} from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'autoscaler-metrics';

/** Missing metrics are a fault only when they stay away. */
const withoutMetrics = {
  health: 'Progressing',
  lasting: 'Degraded',
  patienceSeconds: METRICS_PATIENCE_SECONDS,
  runbook,
} as const;

/** Reasons: fixtures/upstream/keda.json */
export const KEDA_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'Ready', status: 'True' },
  {
    type: 'Ready',
    status: 'False',
    reasons: [
      'HPAMetricsUnavailable',
      'ScalingDegraded',
      'ErrorGettingCurrentReplicas',
    ],
    ...withoutMetrics,
    text: 'cannot read its metrics',
  },
  {
    type: 'Ready',
    status: 'False',
    reasons: ['TriggerError'],
    health: 'Degraded',
    text: 'cannot read any of its triggers',
    runbook,
  },
  {
    type: 'Ready',
    status: 'False',
    health: 'Degraded',
    text: 'is not valid',
    runbook,
  },
  {
    type: 'Ready',
    status: 'Unknown',
    reasons: ['PartialTriggerError'],
    ...withoutMetrics,
    text: 'cannot read some of its triggers',
  },
  {
    type: 'Ready',
    status: 'Unknown',
    health: 'Progressing',
    text: 'has not created its autoscaler yet',
    runbook,
  },
  // Whether there is work: no work is no fault.
  { type: 'Active', status: 'True' },
  { type: 'Active', status: 'False' },
  { type: 'Active', status: 'Unknown' },
  {
    type: 'Fallback',
    status: 'True',
    health: 'Degraded',
    text: 'cannot read a trigger and scales to its fallback',
    runbook,
  },
  { type: 'Fallback', status: 'False' },
  { type: 'Fallback', status: 'Unknown' },
  {
    type: 'Paused',
    status: 'True',
    health: 'Suspended',
    text: 'is paused',
    runbook: 'suspended',
  },
  { type: 'Paused', status: 'False' },
  { type: 'Paused', status: 'Unknown' },
  // True with ScalingDisabled: scaled to zero on purpose.
  { type: 'HPAActive', status: 'True' },
  {
    type: 'HPAActive',
    status: 'False',
    ...withoutMetrics,
    text: 'has an autoscaler that cannot read its metrics',
  },
  { type: 'HPAActive', status: 'Unknown' },
];

/** KEDA's `ScaledObject`. */
export const scaledObjectVerdict: OperatorRule = ({ object, now, argo }) =>
  orElse(judgeConditions(readConditions(object), KEDA_VERDICTS, now), argo);
