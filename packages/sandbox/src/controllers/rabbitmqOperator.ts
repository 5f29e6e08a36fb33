import { type NewCondition, withConditions } from './conditions';
import type { ControllerContext } from './context';
import {
  ensureMembers,
  ensureSecret,
  ensureService,
  type OperatorObject,
  storageOf,
} from './operatorObjects';

function conditionsOf(isReady: boolean): NewCondition[] {
  return [
    {
      type: 'AllReplicasReady',
      status: isReady ? 'True' : 'False',
      reason: isReady ? 'AllPodsAreReady' : 'NotAllPodsReady',
    },
    {
      type: 'ClusterAvailable',
      status: isReady ? 'True' : 'False',
      reason: isReady ? 'AtLeastOneEndpointAvailable' : 'NoEndpointsAvailable',
    },
    { type: 'NoWarnings', status: 'True', reason: 'NoWarnings' },
    {
      type: 'ReconcileSuccess',
      status: 'True',
      reason: 'Success',
      message: 'Finish reconciling',
    },
  ];
}

/** The RabbitMQ cluster operator. */
export function reconcileRabbitmq(
  context: ControllerContext,
  owner: OperatorObject,
): void {
  const { cluster, now } = context;
  const { name } = owner.metadata;
  const replicas = owner.spec.replicas ?? 1;
  const set = ensureMembers(context, owner, {
    setName: `${name}-server`,
    component: 'rabbitmq',
    image: owner.spec.image ?? 'rabbitmq:4.3.4-management',
    port: 5672,
    replicas,
    storage: storageOf(
      owner.spec.persistence?.storage,
      owner.spec.persistence?.storageClassName,
    ),
  });
  ensureService(context, owner, name, 5672);
  ensureSecret(context, owner, `${name}-default-user`, [
    'username',
    'password',
    'host',
    'port',
    'connection_string',
  ]);
  const isReady = (set.status?.readyReplicas ?? 0) >= replicas;
  cluster.store.putStatus(owner, {
    ...owner.status,
    observedGeneration: owner.metadata.generation,
    conditions: withConditions(
      owner.status?.conditions,
      conditionsOf(isReady),
      now,
    ),
  });
}
