import { withConditions } from './conditions';
import type { ControllerContext } from './context';
import type { OperatorObject } from './operatorObjects';
import { controllerReference } from './ownership';

function ensureAutoscaler(
  { cluster }: ControllerContext,
  scaled: OperatorObject,
  name: string,
): void {
  const { namespace, labels } = scaled.metadata;
  const kind = 'HorizontalPodAutoscaler';
  if (cluster.store.get('autoscaling/v2', kind, namespace, name)) return;
  cluster.store.put({
    apiVersion: 'autoscaling/v2',
    kind,
    metadata: {
      name,
      namespace,
      labels,
      ownerReferences: [controllerReference(scaled)],
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        ...scaled.spec.scaleTargetRef,
      },
      minReplicas: scaled.spec.minReplicaCount ?? 1,
      maxReplicas: scaled.spec.maxReplicaCount ?? 100,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ],
    },
  });
}

/** KEDA makes an autoscaler of its own for each ScaledObject. */
export function reconcileScaledObject(
  context: ControllerContext,
  scaled: OperatorObject,
): void {
  const hpaName = `keda-hpa-${scaled.metadata.name}`;
  ensureAutoscaler(context, scaled, hpaName);
  context.cluster.store.putStatus(scaled, {
    ...scaled.status,
    hpaName,
    conditions: withConditions(
      scaled.status?.conditions,
      [
        { type: 'Ready', status: 'True', reason: 'ScaledObjectReady' },
        { type: 'Active', status: 'True', reason: 'ScalerActive' },
      ],
      context.now,
    ),
  });
}
