import { timestamp } from '../clock';
import { environmentOf } from '../environmentState';
import type {
  ClaimSpec,
  Condition,
  KeyedData,
  KubernetesObject,
  PodTemplate,
  StatefulSet,
} from '../kubernetes/types';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { lastScheduledTime } from './cron';
import { controllerReference } from './ownership';
import { environmentLabels } from './podTemplates';

const PLACEHOLDER = Buffer.from('sandbox').toString('base64');

interface OperatorObject extends KubernetesObject {
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
function ensureMembers(
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

function ensureService(
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

function ensureSecret(
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

function storageOf(
  size: string | undefined,
  storageClassName?: string,
): ClaimSpec {
  return {
    accessModes: ['ReadWriteOnce'],
    ...(storageClassName && { storageClassName }),
    resources: { requests: { storage: size ?? '10Gi' } },
  };
}

/** CloudNativePG. */
function reconcilePostgres(context: ControllerContext, owner: OperatorObject) {
  const { cluster, now } = context;
  const { name } = owner.metadata;
  const instances = owner.spec.instances ?? 1;
  const set = ensureMembers(context, owner, {
    setName: name,
    component: 'database',
    image: owner.spec.imageName ?? 'ghcr.io/cloudnative-pg/postgresql:17.6',
    port: 5432,
    replicas: instances,
    storage: storageOf(
      owner.spec.storage?.size,
      owner.spec.storage?.storageClass,
    ),
  });
  for (const suffix of ['rw', 'ro', 'r']) {
    ensureService(context, owner, `${name}-${suffix}`, 5432);
  }
  ensureSecret(context, owner, `${name}-app`, [
    'username',
    'password',
    'host',
    'port',
    'dbname',
    'uri',
    'jdbc-uri',
    'fqdn-uri',
  ]);
  ensureSecret(context, owner, `${name}-ca`, ['ca.crt', 'ca.key']);
  const ready = set.status?.readyReplicas ?? 0;
  const isReady = ready >= instances;
  cluster.store.putStatus(owner, {
    ...owner.status,
    phase: isReady ? 'Cluster in healthy state' : 'Setting up primary',
    instances,
    readyInstances: ready,
    currentPrimary: `${name}-0`,
    targetPrimary: `${name}-0`,
    writeService: `${name}-rw`,
    readService: `${name}-r`,
    instanceNames: Array.from(
      { length: instances },
      (_, index) => `${name}-${index}`,
    ),
    conditions: withCondition(
      owner.status?.conditions,
      {
        type: 'Ready',
        status: isReady ? 'True' : 'False',
        reason: isReady ? 'ClusterIsReady' : 'ClusterIsNotReady',
        message: isReady ? 'Cluster is Ready' : 'Cluster Is Not Ready',
      },
      now,
    ),
  });
}

function reconcileScheduledBackup(
  { cluster, now }: ControllerContext,
  backup: OperatorObject,
): void {
  const due = lastScheduledTime(backup.spec.schedule ?? '@daily', now);
  const last = Date.parse(
    String(
      backup.status?.lastScheduleTime ?? backup.metadata.creationTimestamp,
    ),
  );
  if (backup.spec.suspend || due === undefined || due <= last) return;
  const stamp = timestamp(due);
  cluster.store.put({
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Backup',
    metadata: {
      name: `${backup.metadata.name}-${stamp.replace(/\D/g, '').slice(0, 14)}`,
      namespace: backup.metadata.namespace,
      labels: environmentLabels(backup),
      ownerReferences: [controllerReference(backup)],
    },
    spec: { cluster: backup.spec.cluster },
    status: { phase: 'completed', startedAt: stamp, stoppedAt: stamp },
  });
  cluster.store.putStatus(backup, {
    ...backup.status,
    lastScheduleTime: stamp,
    lastCheckTime: timestamp(now),
  });
  const postgres = cluster.store.get<OperatorObject>(
    'postgresql.cnpg.io/v1',
    'Cluster',
    backup.metadata.namespace,
    backup.spec.cluster?.name ?? '',
  );
  if (postgres) {
    cluster.store.putStatus(postgres, {
      ...postgres.status,
      lastSuccessfulBackup: stamp,
    });
  }
}

/** The RabbitMQ cluster operator. */
function reconcileRabbitmq(context: ControllerContext, owner: OperatorObject) {
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
  const conditions = [
    {
      type: 'AllReplicasReady',
      status: isReady ? ('True' as const) : ('False' as const),
      reason: isReady ? 'AllPodsAreReady' : 'NotAllPodsReady',
    },
    {
      type: 'ClusterAvailable',
      status: isReady ? ('True' as const) : ('False' as const),
      reason: isReady ? 'AtLeastOneEndpointAvailable' : 'NoEndpointsAvailable',
    },
    { type: 'NoWarnings', status: 'True' as const, reason: 'NoWarnings' },
    {
      type: 'ReconcileSuccess',
      status: 'True' as const,
      reason: 'Success',
      message: 'Finish reconciling',
    },
  ];
  cluster.store.putStatus(owner, {
    ...owner.status,
    observedGeneration: owner.metadata.generation,
    conditions: conditions.reduce<Condition[]>(
      (rows, row) => withCondition(rows, row, now),
      owner.status?.conditions ?? [],
    ),
  });
}

/** KEDA makes an autoscaler of its own for each ScaledObject. */
function reconcileScaledObject(
  { cluster, now }: ControllerContext,
  scaled: OperatorObject,
): void {
  const { name, namespace, labels } = scaled.metadata;
  const hpaName = `keda-hpa-${name}`;
  if (
    !cluster.store.get(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      namespace,
      hpaName,
    )
  ) {
    cluster.store.put({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: {
        name: hpaName,
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
  cluster.store.putStatus(scaled, {
    ...scaled.status,
    hpaName,
    conditions: ['Ready', 'Active'].reduce<Condition[]>(
      (rows, type) =>
        withCondition(
          rows,
          {
            type,
            status: 'True',
            reason: type === 'Ready' ? 'ScaledObjectReady' : 'ScalerActive',
          },
          now,
        ),
      scaled.status?.conditions ?? [],
    ),
  });
}

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
