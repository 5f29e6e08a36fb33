import type { Cluster } from '../kubernetes/cluster';
import type {
  Condition,
  Deployment,
  KubernetesObject,
  StatefulSet,
} from '../kubernetes/types';
import { type Family, gauge } from './families';
import { type LabelsOf, listed, type Rows } from './objects';

/** What kube-state-metrics says of workloads. */
export function workloadFamilies(
  cluster: Cluster,
  labelsOf: LabelsOf,
): Family[] {
  const deployments = listed<Deployment>(cluster, 'apps/v1', 'Deployment');
  const sets = listed<StatefulSet>(cluster, 'apps/v1', 'StatefulSet');
  const deployment = (read: (object: Deployment) => number | undefined): Rows =>
    deployments.map(object => [
      { ...labelsOf(object), deployment: object.metadata.name },
      read(object) ?? 0,
    ]);
  const set = (read: (object: StatefulSet) => number | undefined): Rows =>
    sets.map(object => [
      { ...labelsOf(object), statefulset: object.metadata.name },
      read(object) ?? 0,
    ]);
  return [
    gauge(
      'kube_deployment_spec_replicas',
      deployment(object => object.spec.replicas ?? 1),
    ),
    gauge(
      'kube_deployment_status_replicas_available',
      deployment(object => object.status?.availableReplicas),
    ),
    gauge(
      'kube_deployment_status_replicas_updated',
      deployment(object => object.status?.updatedReplicas),
    ),
    gauge(
      'kube_statefulset_replicas',
      set(object => object.spec.replicas ?? 1),
    ),
    gauge(
      'kube_statefulset_status_replicas_ready',
      set(object => object.status?.readyReplicas),
    ),
  ];
}

interface Scaler extends KubernetesObject {
  spec: { minReplicas?: number; maxReplicas: number };
  status?: {
    currentReplicas: number;
    desiredReplicas: number;
    conditions: Condition[];
  };
}

/** What kube-state-metrics says of autoscalers. */
export function scalerFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  const scalers = listed<Scaler>(
    cluster,
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
  );
  const rows = (read: (scaler: Scaler) => number | undefined): Rows =>
    scalers.map(scaler => [
      {
        ...labelsOf(scaler),
        horizontalpodautoscaler: scaler.metadata.name,
      },
      read(scaler) ?? 0,
    ]);
  const name = 'kube_horizontalpodautoscaler';
  return [
    gauge(
      `${name}_spec_max_replicas`,
      rows(scaler => scaler.spec.maxReplicas),
    ),
    gauge(
      `${name}_spec_min_replicas`,
      rows(scaler => scaler.spec.minReplicas ?? 1),
    ),
    gauge(
      `${name}_status_current_replicas`,
      rows(scaler => scaler.status?.currentReplicas),
    ),
    gauge(
      `${name}_status_desired_replicas`,
      rows(scaler => scaler.status?.desiredReplicas),
    ),
    gauge(
      `${name}_status_condition`,
      scalers.flatMap(scaler =>
        (scaler.status?.conditions ?? []).map((row): Rows[number] => [
          {
            ...labelsOf(scaler),
            horizontalpodautoscaler: scaler.metadata.name,
            condition: row.type,
            status: row.status.toLocaleLowerCase('en-US'),
          },
          1,
        ]),
      ),
    ),
  ];
}
