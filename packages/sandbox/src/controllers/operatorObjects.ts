import type {
  ClaimSpec,
  Condition,
  KeyedData,
  KubernetesObject,
  PodTemplate,
  StatefulSet,
} from '../kubernetes/types';
import type { ControllerContext } from './context';
import { controllerReference } from './ownership';
import { environmentLabels } from './podTemplates';

const PLACEHOLDER = Buffer.from('sandbox').toString('base64');

/** What the operators here read of their own objects. */
export interface OperatorObject extends KubernetesObject {
  spec: {
    instances?: number;
    replicas?: number;
    imageName?: string;
    image?: string;
    storage?: { size?: string; storageClass?: string };
    persistence?: { storage?: string; storageClassName?: string };
    resources?: PodTemplate['spec']['containers'][0]['resources'];
    schedule?: string;
    suspend?: boolean;
    cluster?: { name: string };
    scaleTargetRef?: { name: string; kind?: string; apiVersion?: string };
    minReplicaCount?: number;
    maxReplicaCount?: number;
  };
  status?: { conditions?: Condition[] } & Record<string, unknown>;
}

interface Members {
  setName: string;
  component: string;
  image: string;
  port: number;
  replicas: number;
  storage: ClaimSpec;
}

/** An operator's own pods, which this stage runs as a StatefulSet. */
export function ensureMembers(
  { cluster }: ControllerContext,
  owner: OperatorObject,
  members: Members,
): StatefulSet {
  const labels = {
    ...environmentLabels(owner),
    'app.kubernetes.io/component': members.component,
  };
  const selector = { ...labels, 'sandbox/members-of': owner.metadata.name };
  const { namespace } = owner.metadata;
  const { setName, replicas, storage } = members;
  const known = cluster.store.get<StatefulSet>(
    'apps/v1',
    'StatefulSet',
    namespace,
    setName,
  );
  return cluster.store.put<StatefulSet>({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: setName,
      namespace,
      labels,
      ownerReferences: [controllerReference(owner)],
    },
    spec: {
      replicas,
      serviceName: setName,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          containers: [
            {
              name: members.component === 'database' ? 'postgres' : 'rabbitmq',
              image: members.image,
              ports: [{ containerPort: members.port }],
              resources: owner.spec.resources,
            },
          ],
        },
      },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: storage }],
    },
    status: known?.status,
  });
}

/** A Service in front of the members, unless there is one. */
export function ensureService(
  { cluster }: ControllerContext,
  owner: OperatorObject,
  name: string,
  port: number,
): void {
  const { namespace } = owner.metadata;
  if (cluster.store.get('v1', 'Service', namespace, name)) return;
  cluster.store.put({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: environmentLabels(owner),
      ownerReferences: [controllerReference(owner)],
    },
    spec: {
      type: 'ClusterIP',
      selector: { 'sandbox/members-of': owner.metadata.name },
      ports: [{ port, targetPort: port }],
    },
  });
}

/** A Secret with a placeholder under each key, unless there is one. */
export function ensureSecret(
  { cluster }: ControllerContext,
  owner: OperatorObject,
  name: string,
  keys: string[],
): void {
  const { namespace } = owner.metadata;
  if (cluster.store.get('v1', 'Secret', namespace, name)) return;
  cluster.store.put<KeyedData>({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      ownerReferences: [controllerReference(owner)],
    },
    type: 'Opaque',
    data: Object.fromEntries(keys.map(key => [key, PLACEHOLDER])),
  });
}

/** The claim of one member. */
export function storageOf(
  size: string | undefined,
  storageClassName?: string,
): ClaimSpec {
  return {
    accessModes: ['ReadWriteOnce'],
    ...(storageClassName && { storageClassName }),
    resources: { requests: { storage: size ?? '10Gi' } },
  };
}
