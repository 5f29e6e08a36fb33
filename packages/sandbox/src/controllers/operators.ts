import { environmentOf } from '../environmentState';
import type { ControllerContext } from './context';
import { reconcileScaledObject } from './keda';
import type { OperatorObject } from './operatorObjects';
import {
  reconcilePostgres,
  reconcileScheduledBackup,
} from './postgresOperator';
import { reconcileRabbitmq } from './rabbitmqOperator';

/** The operators that a cluster of the sandbox has. */
export function reconcileOperators(context: ControllerContext): void {
  const each = (
    apiVersion: string,
    kind: string,
    reconcile: (context: ControllerContext, object: OperatorObject) => void,
  ) =>
    context.cluster
      .list<OperatorObject>(apiVersion, kind)
      .filter(object => environmentOf(object))
      .forEach(object => reconcile(context, object));
  each('postgresql.cnpg.io/v1', 'Cluster', reconcilePostgres);
  each('postgresql.cnpg.io/v1', 'ScheduledBackup', reconcileScheduledBackup);
  each('rabbitmq.com/v1beta1', 'RabbitmqCluster', reconcileRabbitmq);
  each('keda.sh/v1alpha1', 'ScaledObject', reconcileScaledObject);
}
