import { timestamp } from '../clock';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { lastScheduledTime } from './cron';
import {
  ensureMembers,
  ensureSecret,
  ensureService,
  type OperatorObject,
  storageOf,
} from './operatorObjects';
import { controllerReference } from './ownership';
import { environmentLabels } from './podTemplates';

/** CloudNativePG. */
export function reconcilePostgres(
  context: ControllerContext,
  owner: OperatorObject,
): void {
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

/** CloudNativePG's backups, which here are made at once. */
export function reconcileScheduledBackup(
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
