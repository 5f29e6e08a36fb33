import { environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type {
  Condition,
  Deployment,
  KubernetesObject,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../kubernetes/types';
import { parseQuantity } from '../controllers/quantities';
import { hash32 } from '../random';
import type { Family, Labels } from './families';
import { counter, gauge } from './families';

type Rows = Array<[labels: Labels, value: number]>;

function seconds(time: string | undefined): number {
  return Date.parse(time ?? '') / 1_000;
}

/** Objects of environments: the sandbox has no others that count. */
function listed<T extends KubernetesObject>(
  cluster: Cluster,
  apiVersion: string,
  kind: string,
): T[] {
  return cluster
    .list<T>(apiVersion, kind)
    .filter(object => environmentOf(object));
}

function podFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  const pods = listed<Pod>(cluster, 'v1', 'Pod');
  const containers = pods.flatMap(pod =>
    (pod.status?.containerStatuses ?? []).map(status => ({
      labels: {
        ...labelsOf(pod),
        pod: pod.metadata.name,
        container: status.name,
        uid: pod.metadata.uid ?? '',
      },
      status,
      spec: pod.spec.containers.find(row => row.name === status.name),
    })),
  );
  const resources = (field: 'limits' | 'requests'): Rows =>
    containers.flatMap(({ labels, spec }) =>
      Object.entries(spec?.resources?.[field] ?? {}).map(
        ([resource, quantity]): Rows[number] => [
          {
            ...labels,
            resource,
            unit: resource === 'cpu' ? 'core' : 'byte',
          },
          parseQuantity(quantity) ?? 0,
        ],
      ),
    );
  return [
    gauge(
      'kube_pod_status_phase',
      pods.flatMap(pod =>
        ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'].map(
          (phase): Rows[number] => [
            { ...labelsOf(pod), pod: pod.metadata.name, phase },
            Number(pod.status?.phase === phase),
          ],
        ),
      ),
    ),
    counter(
      'kube_pod_container_status_restarts_total',
      containers.map(({ labels, status }) => [labels, status.restartCount]),
    ),
    gauge(
      'kube_pod_container_status_waiting_reason',
      containers
        .filter(({ status }) => status.state.waiting)
        .map(({ labels, status }) => [
          { ...labels, reason: status.state.waiting?.reason ?? '' },
          1,
        ]),
    ),
    gauge(
      'kube_pod_container_status_last_terminated_reason',
      containers
        .filter(({ status }) => status.lastState.terminated)
        .map(({ labels, status }) => [
          { ...labels, reason: status.lastState.terminated?.reason ?? '' },
          1,
        ]),
    ),
    gauge('kube_pod_container_resource_limits', resources('limits')),
    gauge('kube_pod_container_resource_requests', resources('requests')),
  ];
}

function workloadFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
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

function scalerFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
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

interface CronJobObject extends KubernetesObject {
  status?: { lastSuccessfulTime?: string; failed?: number };
}

function batchFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  const cronJobs = listed<CronJobObject>(cluster, 'batch/v1', 'CronJob');
  return [
    gauge(
      'kube_cronjob_created',
      cronJobs.map(object => [
        { ...labelsOf(object), cronjob: object.metadata.name },
        seconds(object.metadata.creationTimestamp),
      ]),
    ),
    gauge(
      'kube_cronjob_status_last_successful_time',
      cronJobs
        .filter(object => object.status?.lastSuccessfulTime)
        .map(object => [
          { ...labelsOf(object), cronjob: object.metadata.name },
          seconds(object.status?.lastSuccessfulTime),
        ]),
    ),
    gauge(
      'kube_job_status_failed',
      listed<CronJobObject>(cluster, 'batch/v1', 'Job').map(object => [
        { ...labelsOf(object), job_name: object.metadata.name },
        object.status?.failed ?? 0,
      ]),
    ),
  ];
}

function volumeFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  const claims = listed<PersistentVolumeClaim>(
    cluster,
    'v1',
    'PersistentVolumeClaim',
  ).filter(claim => claim.status?.phase === 'Bound');
  const rows = (read: (capacity: number, used: number) => number): Rows =>
    claims.map(claim => {
      const capacity = parseQuantity(claim.status?.capacity?.storage) ?? 0;
      const share = 0.2 + (hash32(claim.metadata.name) % 30) / 100;
      return [
        { ...labelsOf(claim), persistentvolumeclaim: claim.metadata.name },
        Math.round(read(capacity, capacity * share)),
      ];
    });
  return [
    gauge(
      'kubelet_volume_stats_capacity_bytes',
      rows(capacity => capacity),
    ),
    gauge(
      'kubelet_volume_stats_used_bytes',
      rows((_capacity, used) => used),
    ),
    gauge(
      'kubelet_volume_stats_available_bytes',
      rows((capacity, used) => capacity - used),
    ),
  ];
}

interface CertificateObject extends KubernetesObject {
  status?: { notAfter?: string };
}

function otherFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  return [
    gauge(
      'certmanager_certificate_expiration_timestamp_seconds',
      listed<CertificateObject>(cluster, 'cert-manager.io/v1', 'Certificate')
        .filter(object => object.status?.notAfter)
        .map(object => [
          {
            ...labelsOf(object),
            exported_namespace: object.metadata.namespace ?? '',
            name: object.metadata.name,
          },
          seconds(object.status?.notAfter),
        ]),
    ),
    gauge(
      'argocd_app_info',
      cluster.list('argoproj.io/v1alpha1', 'Application').map(application => {
        const { status, spec } = application as {
          status?: {
            health?: { status: string };
            sync?: { status: string };
          };
          spec?: { destination?: { namespace?: string } };
        };
        return [
          {
            ...labelsOf(application),
            name: application.metadata.name,
            dest_namespace: spec?.destination?.namespace ?? '',
            health_status: status?.health?.status ?? '',
            sync_status: status?.sync?.status ?? '',
          },
          1,
        ];
      }),
    ),
  ];
}

type LabelsOf = (object: KubernetesObject) => Labels;

/** Accumulates processor time, which only ever grows. */
export class CpuCounters {
  readonly #seconds = new Map<string, number>();

  advance(cluster: Cluster, elapsedSeconds: number): void {
    for (const pod of listed<Pod>(cluster, 'v1', 'Pod')) {
      for (const usage of cluster.pods.usage(pod)) {
        const key = `${pod.metadata.uid}/${usage.container}`;
        this.#seconds.set(
          key,
          (this.#seconds.get(key) ?? 0) +
            (usage.cpuMillicores / 1_000) * elapsedSeconds,
        );
      }
    }
  }

  families(cluster: Cluster): Family[] {
    const rows = listed<Pod>(cluster, 'v1', 'Pod').flatMap(pod =>
      cluster.pods.usage(pod).map(usage => ({
        labels: {
          cluster: cluster.name,
          namespace: pod.metadata.namespace ?? '',
          pod: pod.metadata.name,
          container: usage.container,
          image:
            pod.spec.containers.find(row => row.name === usage.container)
              ?.image ?? '',
          node: pod.spec.nodeName ?? '',
        },
        seconds: this.#seconds.get(`${pod.metadata.uid}/${usage.container}`),
        memory: usage.memoryBytes,
      })),
    );
    return [
      counter(
        'container_cpu_usage_seconds_total',
        rows.map(row => [row.labels, row.seconds ?? 0]),
      ),
      counter(
        'container_cpu_cfs_periods_total',
        rows.map(row => [row.labels, Math.round((row.seconds ?? 0) * 10)]),
      ),
      counter(
        'container_cpu_cfs_throttled_periods_total',
        rows.map(row => [row.labels, 0]),
      ),
      gauge(
        'container_memory_working_set_bytes',
        rows.map(row => [row.labels, row.memory]),
      ),
    ];
  }
}

/** What kube-state-metrics, kubelets, cert-manager and Argo CD say of a cluster. */
export function clusterFamilies(cluster: Cluster): Family[] {
  const labelsOf: LabelsOf = object => ({
    cluster: cluster.name,
    namespace: object.metadata.namespace ?? '',
  });
  return [
    podFamilies,
    workloadFamilies,
    scalerFamilies,
    batchFamilies,
    volumeFamilies,
    otherFamilies,
  ].flatMap(build => build(cluster, labelsOf));
}
