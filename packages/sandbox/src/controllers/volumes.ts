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

type Claim = PersistentVolumeClaim;

/** Namespace and name of each claim that a pod on a node uses. */
function usedClaims({ cluster }: ControllerContext): Set<string> {
  return new Set(
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
}

/** What a claim and its volume have in common. */
interface VolumeProperties {
  volumeName: string;
  capacity: { storage: string | number };
  accessModes: string[];
  storageClassName: string | undefined;
}

function provisionVolume(
  { cluster }: ControllerContext,
  claim: Claim,
  { volumeName, ...properties }: VolumeProperties,
): void {
  cluster.store.put({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: volumeName },
    spec: {
      ...properties,
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: claim.metadata.name,
        namespace: claim.metadata.namespace,
        uid: claim.metadata.uid,
      },
    },
    status: { phase: 'Bound' },
  });
}

function bind(
  context: ControllerContext,
  claim: Claim,
  storageClassName: string | undefined,
): void {
  const { cluster, events, now } = context;
  const volumeName = `pvc-${claim.metadata.uid}`;
  const capacity = {
    storage: claim.spec.resources?.requests?.storage ?? '1Gi',
  };
  const accessModes = claim.spec.accessModes ?? ['ReadWriteOnce'];
  provisionVolume(context, claim, {
    volumeName,
    capacity,
    accessModes,
    storageClassName,
  });
  const bound = cluster.store.put<Claim>({
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

/** Binds claims once a pod that uses them is on a node (WaitForFirstConsumer). */
export function bindClaims(context: ControllerContext): void {
  const { cluster, now } = context;
  const used = usedClaims(context);
  const defaultClass = cluster
    .list('storage.k8s.io/v1', 'StorageClass')
    .find(isDefaultClass)?.metadata.name;
  const unbound = cluster
    .list<Claim>('v1', 'PersistentVolumeClaim')
    .filter(claim => claim.status?.phase !== 'Bound');
  for (const claim of unbound) {
    const { name, namespace, creationTimestamp } = claim.metadata;
    const storageClassName = claim.spec.storageClassName ?? defaultClass;
    const isDue =
      now >= Date.parse(creationTimestamp ?? '') + PROVISIONING_TIME;
    if (used.has(`${namespace}/${name}`) && isDue) {
      bind(context, claim, storageClassName);
    } else if (!claim.status) {
      cluster.store.put<Claim>({
        ...claim,
        spec: { ...claim.spec, storageClassName },
        status: { phase: 'Pending' },
      });
    }
  }
}
