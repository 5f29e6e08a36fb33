import { readConditions, readNumber } from '../read';
import { byField } from '../rules/result';
import { type ConditionVerdict, judgeConditions, orElse } from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'message-broker';

/** Reasons: fixtures/upstream/rabbitmq-cluster-operator.json */
export const RABBITMQ_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'ReconcileSuccess', status: 'True' },
  {
    type: 'ReconcileSuccess',
    status: 'False',
    health: 'Degraded',
    text: 'could not be reconciled',
    runbook,
  },
  {
    type: 'ReconcileSuccess',
    status: 'Unknown',
    health: 'Progressing',
    text: 'is being set up',
    runbook,
  },
  { type: 'ClusterAvailable', status: 'True' },
  {
    type: 'ClusterAvailable',
    status: 'False',
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'is not available',
    runbook,
  },
  {
    type: 'ClusterAvailable',
    status: 'Unknown',
    health: 'Progressing',
    text: 'is not available yet',
    runbook,
  },
  { type: 'AllReplicasReady', status: 'True' },
  {
    type: 'AllReplicasReady',
    status: 'False',
    reasons: ['ScaledToZero'],
    health: 'Suspended',
    text: 'is scaled to 0 replicas',
    runbook: 'suspended',
  },
  {
    type: 'AllReplicasReady',
    status: 'False',
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'is waiting for its instances',
    runbook,
  },
  {
    type: 'AllReplicasReady',
    status: 'Unknown',
    reasons: ['MissingStatefulSet'],
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'has no StatefulSet',
    runbook,
  },
  {
    type: 'AllReplicasReady',
    status: 'Unknown',
    health: 'Progressing',
    text: 'is waiting for its instances',
    runbook,
  },
  { type: 'NoWarnings', status: 'True' },
  { type: 'NoWarnings', status: 'Unknown' },
  {
    type: 'NoWarnings',
    status: 'False',
    reasons: ['reconciliation paused'],
    health: 'Suspended',
    text: 'is not reconciled by its operator',
    runbook: 'suspended',
  },
  {
    type: 'NoWarnings',
    status: 'False',
    health: 'Healthy',
    text: 'has a setting that its operator warns of',
    runbook,
  },
];

/** The RabbitMQ cluster operator's `RabbitmqCluster`. */
export const rabbitmqVerdict: OperatorRule = ({ object, now, argo }) => {
  const conditions = readConditions(object);
  const isZero = readNumber(object, 'spec', 'replicas') === 0;
  const available = conditions.find(({ type }) => type === 'ClusterAvailable');
  const isDown = available !== undefined && available.status !== 'True';
  const relevant = conditions.filter(({ type, reason }) => {
    if (isZero && type === 'ClusterAvailable') return false;
    if (isZero && type === 'AllReplicasReady') return false;
    // Down as a whole says more than that some instances are missing.
    return !(
      isDown &&
      type === 'AllReplicasReady' &&
      reason !== 'ScaledToZero'
    );
  });
  const said = judgeConditions(relevant, RABBITMQ_VERDICTS, now);
  if (!isZero) {
    return orElse(said, argo);
  }
  return [
    ...said.filter(({ status }) => status === 'Degraded'),
    byField(
      'Suspended',
      'ScaledToZero',
      'is scaled to 0 replicas',
      'spec.replicas',
      'suspended',
    ),
  ];
};
