import { SECOND } from '../clock';
import type {
  KubernetesObject,
  PersistentVolumeClaim,
  Pod,
} from '../kubernetes/types';
import type { ControllerContext } from './context';

const PROVISIONING_TIME = 2 * SECOND;

function isDefaultClass(storageClass: KubernetesObject): boolean {
  return (
    storageClass.metadata.annotations?.[
      'storageclass.kubernetes.io/is-default-class'
    ] === 'true'
  );
}

/** Binds claims once a pod that uses them is on a node (WaitForFirstConsumer). */
export function bindClaims(context: ControllerContext): void {
  const { cluster, events, now } = context;
  const used = new Set(
    cluster
      .list<Pod>('v1', 'Pod')
      .filter(pod => pod.spec.nodeName)
      .flatMap(pod =>
        (pod.spec.volumes ?? []).map(
          volume =>
            `${pod.metadata.namespace}/${volume.persistentVolumeClaim?.claimName}`,
        ),
      ),
  );
  const defaultClass = cluster
    .list('storage.k8s.io/v1', 'StorageClass')
    .find(isDefaultClass)?.metadata.name;
  for (const claim of cluster.list<PersistentVolumeClaim>(
    'v1',
    'PersistentVolumeClaim',
  )) {
    const { name, namespace, creationTimestamp } = claim.metadata;
    if (claim.status?.phase === 'Bound') continue;
    const storageClassName = claim.spec.storageClassName ?? defaultClass;
    const isDue =
      now >= Date.parse(creationTimestamp ?? '') + PROVISIONING_TIME;
    if (!used.has(`${namespace}/${name}`) || !isDue) {
      if (!claim.status) {
        cluster.store.put<PersistentVolumeClaim>({
          ...claim,
          spec: { ...claim.spec, storageClassName },
          status: { phase: 'Pending' },
        });
      }
      continue;
    }
    const volumeName = `pvc-${claim.metadata.uid}`;
    const capacity = {
      storage: claim.spec.resources?.requests?.storage ?? '1Gi',
    };
    const accessModes = claim.spec.accessModes ?? ['ReadWriteOnce'];
    cluster.store.put({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: volumeName },
      spec: {
        capacity,
        accessModes,
        storageClassName,
        volumeMode: 'Filesystem',
        persistentVolumeReclaimPolicy: 'Delete',
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name,
          namespace,
          uid: claim.metadata.uid,
        },
      },
      status: { phase: 'Bound' },
    });
    const bound = cluster.store.put<PersistentVolumeClaim>({
      ...claim,
      metadata: {
        ...claim.metadata,
        annotations: {
          ...claim.metadata.annotations,
          'pv.kubernetes.io/bind-completed': 'yes',
        },
      },
      spec: { ...claim.spec, storageClassName, volumeName },
      status: { phase: 'Bound', accessModes, capacity },
    });
    events.record(bound, {
      reason: 'ProvisioningSucceeded',
      message: `Successfully provisioned volume ${volumeName}`,
      component: 'ebs.csi.aws.com',
      at: now,
    });
  }
}
