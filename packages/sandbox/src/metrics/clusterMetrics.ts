import { parseQuantity } from '../controllers/quantities';
import type { Cluster } from '../kubernetes/cluster';
import type {
  KubernetesObject,
  PersistentVolumeClaim,
} from '../kubernetes/types';
import { hash32 } from '../random';
import { type Family, gauge } from './families';
import { type LabelsOf, listed, type Rows } from './objects';
import { podFamilies } from './podFamilies';
import { scalerFamilies, workloadFamilies } from './workloadFamilies';

function seconds(time: string | undefined): number {
  return Date.parse(time ?? '') / 1_000;
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
