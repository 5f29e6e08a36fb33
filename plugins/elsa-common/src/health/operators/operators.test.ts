import { evaluateEnvironment } from '../evaluateEnvironment';
import * as data from '../fixtures/data';
import {
  ago,
  condition,
  ENVIRONMENT,
  metadata,
  now,
} from '../fixtures/metadata';
import * as platform from '../fixtures/platform';
import { withFields } from '../fixtures/withFields';
import * as workloads from '../fixtures/workloads';

const { cnpgCluster, cnpgBackup, cnpgScheduledBackup, rabbitmqCluster } = data;
const { autoscaler, certificate, gateway, httpRoute, ingress, scaledObject } =
  platform;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** A condition that has been so for a number of seconds. */
const since = (
  seconds: number,
  ...[type, status, reason]: [string, string, string]
) => condition(type, status, reason, '', { lastTransitionTime: ago(seconds) });

/** What is shown of an environment with this object beside its server. */
function judge(...objects: unknown[]) {
  const { health, components } = evaluateEnvironment({
    name: ENVIRONMENT,
    now,
    objects: [workloads.deployment, ...objects],
  });
  return {
    status: health.status,
    said: health.reasons.map(
      ({ code, health: of, component }) => `${component} ${of} ${code}`,
    ),
    components: Object.fromEntries(
      components.map(({ name, health: of }) => [name, of]),
    ),
  };
}

const instance = (name: string, more: Record<string, unknown> = {}) =>
  withFields(workloads.pod, {
    'metadata.name': name,
    'metadata.uid': `uid-${name}`,
    'metadata.labels': { 'app.kubernetes.io/component': 'database' },
    'metadata.ownerReferences': [
      {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        name: cnpgCluster.metadata.name,
        uid: `uid-${cnpgCluster.metadata.name}`,
        controller: true,
      },
    ],
    ...more,
  });
const pooler = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Pooler',
  metadata: metadata(`${ENVIRONMENT}-pgbouncer`, 'pgbouncer'),
  spec: { instances: 2 },
  status: { instances: 2, phase: 'active' },
};

const cluster = (fields: Record<string, unknown>) =>
  withFields(cnpgCluster, fields);
const notReady = (seconds: number) => ({
  'status.readyInstances': 1,
  'status.conditions[0]': since(seconds, 'Ready', 'False', 'ClusterIsNotReady'),
});

type Row = [
  what: string,
  objects: unknown[],
  status: string,
  said: (string | RegExp)[],
];

const ROWS: Row[] = [
  ['a good cluster', [cnpgCluster], 'Healthy', []],
  [
    'a phase that nobody knows, with all instances ready',
    [cluster({ 'status.phase': 'Doing something new' })],
    'Healthy',
    ['database Healthy DoingSomethingNew'],
  ],
  [
    'a phase that nobody knows, before anything is ready',
    [cluster({ 'status.phase': 'Doing something new', ...notReady(MINUTE) })],
    'Progressing',
    [
      'database Progressing ClusterIsNotReady',
      'database Healthy DoingSomethingNew',
    ],
  ],
  [
    'a phase that nobody knows over a pod that crashes',
    [
      cluster({ 'status.phase': 'Doing something new' }),
      instance('db-1', {
        'status.containerStatuses[0].ready': false,
        'status.containerStatuses[0].state': {
          waiting: { reason: 'CrashLoopBackOff' },
        },
      }),
    ],
    'Degraded',
    [
      'database Degraded CrashLoopBackOff',
      'database Healthy DoingSomethingNew',
    ],
  ],
  [
    'a configuration that has been applied for an hour without becoming ready',
    [cluster({ 'status.phase': 'Applying configuration', ...notReady(HOUR) })],
    'Degraded',
    [
      'database Degraded ClusterIsNotReady',
      'database Progressing ApplyingConfiguration',
    ],
  ],
  [
    'a replica that copies a large database',
    [
      cluster({
        'status.phase': 'Creating a new replica',
        ...notReady(5 * HOUR),
      }),
    ],
    'Progressing',
    ['database Progressing CreatingANewReplica'],
  ],
  [
    'an instance that is just being restarted',
    [cluster(notReady(MINUTE))],
    'Progressing',
    ['database Progressing ClusterIsNotReady'],
  ],
  [
    'fewer instances than wanted, of which nothing else tells',
    [cluster({ 'status.readyInstances': undefined })],
    'Progressing',
    ['database Progressing ClusterIsNotReady'],
  ],
  [
    'instances that somebody stopped',
    [
      cluster({
        'metadata.annotations': { 'cnpg.io/fencedInstances': '["*"]' },
        ...notReady(HOUR),
      }),
      instance('db-1', {
        'status.conditions': [
          since(HOUR, 'Ready', 'False', 'ContainersNotReady'),
        ],
      }),
    ],
    'Suspended',
    ['database Suspended InstancesFenced'],
  ],
  [
    'one stopped instance beside one that crashes',
    [
      cluster({
        'metadata.annotations': { 'cnpg.io/fencedInstances': '["db-2"]' },
        ...notReady(HOUR),
      }),
      instance('db-1', {
        'status.containerStatuses[0].state': {
          waiting: { reason: 'CrashLoopBackOff' },
        },
      }),
    ],
    'Degraded',
    [
      'database Degraded CrashLoopBackOff',
      'database Suspended InstancesFenced',
    ],
  ],
  [
    'archiving that has failed for a minute',
    [
      cluster({
        'status.conditions[1]': since(
          MINUTE,
          'ContinuousArchiving',
          'False',
          'ContinuousArchivingFailing',
        ),
      }),
    ],
    'Healthy',
    ['backup Healthy ContinuousArchivingFailing'],
  ],
  [
    'a backup that failed',
    [
      cluster({
        'status.conditions[2]': since(
          MINUTE,
          'LastBackupSucceeded',
          'False',
          'LastBackupFailed',
        ),
      }),
    ],
    'Degraded',
    ['backup Degraded LastBackupFailed'],
  ],
  [
    'a backup that is being made',
    [
      cluster({
        'status.conditions[2]': since(
          MINUTE,
          'LastBackupSucceeded',
          'False',
          'BackupStarted',
        ),
      }),
    ],
    'Healthy',
    [],
  ],
  [
    'a hibernated cluster',
    [
      cluster({
        'status.readyInstances': undefined,
        'status.conditions': [
          since(DAY, 'Ready', 'False', 'ClusterIsNotReady'),
          since(DAY, 'cnpg.io/hibernation', 'True', 'Hibernated'),
        ],
      }),
    ],
    'Suspended',
    ['database Suspended Hibernated'],
  ],
  [
    'a full volume that nobody reconciles',
    [
      cluster({
        'metadata.annotations': { 'cnpg.io/reconciliationLoop': 'disabled' },
        'status.phase': 'Not enough disk space',
      }),
    ],
    'Degraded',
    [
      'database Degraded NotEnoughDiskSpace',
      'database Suspended ReconciliationDisabled',
    ],
  ],
  [
    'a backup whose definition is invalid',
    [
      withFields(cnpgBackup, {
        'status.phase': 'invalid backup definition',
        'status.error': 'plugin is required',
      }),
    ],
    'Degraded',
    ['backup Degraded BackupDefinitionInvalid'],
  ],
  [
    'a backup in a phase that nobody knows, which ended',
    [withFields(cnpgBackup, { 'status.phase': 'verified' })],
    'Healthy',
    [],
  ],
  [
    'scheduled backups that the operator refuses',
    [
      cnpgBackup,
      withFields(cnpgScheduledBackup, { 'status.error': 'invalid schedule' }),
    ],
    'Degraded',
    ['backup Degraded ScheduleInvalid'],
  ],
  ['a good pooler', [pooler], 'Healthy', []],
  [
    'a pooler of an earlier release',
    [withFields(pooler, { 'status.phase': undefined })],
    'Healthy',
    [],
  ],
  [
    'a paused pooler of an earlier release',
    [
      withFields(pooler, {
        'spec.pgbouncer.paused': true,
        'status.phase': undefined,
      }),
    ],
    'Suspended',
    ['pgbouncer Suspended PoolerPaused'],
  ],
  [
    'a pooler that could not be set up',
    [withFields(pooler, { 'status.phase': 'failed' })],
    'Degraded',
    ['pgbouncer Degraded PoolerFailed'],
  ],
  [
    'a pooler that has long waited for its cluster',
    [withFields(pooler, { 'status.phase': 'inactive' })],
    'Degraded',
    ['pgbouncer Degraded PoolerInactive'],
  ],
  [
    'a new pooler that waits for its cluster',
    [
      withFields(pooler, {
        'status.phase': 'inactive',
        'metadata.creationTimestamp': ago(MINUTE),
      }),
    ],
    'Progressing',
    ['pgbouncer Progressing PoolerInactive'],
  ],
  [
    'RabbitMQ that has been without endpoints for a minute',
    [
      withFields(rabbitmqCluster, {
        'status.conditions[1]': since(
          MINUTE,
          'ClusterAvailable',
          'False',
          'NoEndpointsAvailable',
        ),
      }),
    ],
    'Progressing',
    ['rabbitmq Progressing NoEndpointsAvailable'],
  ],
  [
    'RabbitMQ that has lacked a node for an hour',
    [
      withFields(rabbitmqCluster, {
        'status.conditions[0]': since(
          HOUR,
          'AllReplicasReady',
          'False',
          'NotAllPodsReady',
        ),
      }),
    ],
    'Degraded',
    ['rabbitmq Degraded NotAllPodsReady'],
  ],
  [
    'RabbitMQ of which its operator warns',
    [
      withFields(rabbitmqCluster, {
        'status.conditions[2]': since(
          DAY,
          'NoWarnings',
          'False',
          'MemoryRequestAndLimitDifferent',
        ),
      }),
    ],
    'Healthy',
    ['rabbitmq Healthy MemoryRequestAndLimitDifferent'],
  ],
  [
    'RabbitMQ that nobody reconciles',
    [
      withFields(rabbitmqCluster, {
        'status.conditions[2]': since(
          DAY,
          'NoWarnings',
          'False',
          'reconciliation paused',
        ),
      }),
    ],
    'Suspended',
    ['rabbitmq Suspended reconciliationPaused'],
  ],
  [
    'RabbitMQ that may not be scaled to zero',
    [
      withFields(rabbitmqCluster, {
        'spec.replicas': 0,
        'status.conditions[3]': since(
          HOUR,
          'ReconcileSuccess',
          'False',
          'UnsupportedOperation',
        ),
      }),
    ],
    'Degraded',
    [
      'rabbitmq Degraded UnsupportedOperation',
      'rabbitmq Suspended ScaledToZero',
    ],
  ],
  [
    'KEDA without metrics for an hour',
    [
      withFields(scaledObject, {
        'status.conditions[0]': since(
          HOUR,
          'Ready',
          'False',
          'HPAMetricsUnavailable',
        ),
      }),
    ],
    'Degraded',
    ['server Degraded HPAMetricsUnavailable'],
  ],
  [
    'KEDA whose autoscaler does not scale, although it is ready',
    [
      withFields(scaledObject, {
        'status.conditions[4]': since(
          HOUR,
          'HPAActive',
          'False',
          'FailedGetExternalMetric',
        ),
      }),
    ],
    'Degraded',
    ['server Degraded FailedGetExternalMetric'],
  ],
  [
    'KEDA that has scaled to zero',
    [
      withFields(scaledObject, {
        'status.conditions[1]': since(
          HOUR,
          'Active',
          'False',
          'ScalerNotActive',
        ),
        'status.conditions[4]': since(
          HOUR,
          'HPAActive',
          'True',
          'ScalingDisabled',
        ),
      }),
    ],
    'Healthy',
    [],
  ],
  [
    'KEDA that is paused and was never ready',
    [
      withFields(scaledObject, {
        'status.conditions': [
          since(HOUR, 'Paused', 'True', 'ScaledObjectPaused'),
        ],
      }),
    ],
    'Suspended',
    ['server Suspended ScaledObjectPaused'],
  ],
  [
    'KEDA that has long lacked one of its triggers',
    [
      withFields(scaledObject, {
        'status.conditions[0]': since(
          HOUR,
          'Ready',
          'Unknown',
          'PartialTriggerError',
        ),
      }),
    ],
    'Degraded',
    ['server Degraded PartialTriggerError'],
  ],
  [
    'an autoscaler without metrics for a minute',
    [
      withFields(autoscaler, {
        'status.conditions[1]': since(
          MINUTE,
          'ScalingActive',
          'False',
          'FailedGetResourceMetric',
        ),
      }),
    ],
    'Progressing',
    ['server Progressing FailedGetResourceMetric'],
  ],
  [
    'an autoscaler that shares its pods with another one',
    [
      withFields(autoscaler, {
        'status.conditions[1]': since(
          MINUTE,
          'ScalingActive',
          'False',
          'AmbiguousSelector',
        ),
      }),
    ],
    'Degraded',
    ['server Degraded AmbiguousSelector'],
  ],
  [
    'a certificate that should have been renewed ten days ago',
    [
      withFields(certificate, {
        'status.notAfter': ago(-20 * DAY),
        'status.renewalTime': ago(10 * DAY),
      }),
    ],
    'Healthy',
    ['exposure Healthy RenewalOverdue'],
  ],
  [
    'a certificate of an earlier release, two days before its end',
    [
      withFields(certificate, {
        'status.notAfter': ago(-2 * DAY),
        'status.renewalTime': undefined,
      }),
    ],
    'Healthy',
    ['exposure Healthy RenewalOverdue'],
  ],
  [
    'a certificate that is to be renewed shortly before its end',
    [
      withFields(certificate, {
        'spec.renewBefore': '24h0m0s',
        'status.notAfter': ago(-2 * DAY),
        'status.renewalTime': undefined,
      }),
    ],
    'Healthy',
    [],
  ],
  [
    'a renewal that has been tried for a day while the old one is valid',
    [
      withFields(certificate, {
        'status.conditions[1]': since(DAY, 'Issuing', 'True', 'Renewing'),
      }),
    ],
    'Healthy',
    [],
  ],
  [
    'a renewal that failed while the old one is valid',
    [
      withFields(certificate, {
        'status.conditions[1]': since(MINUTE, 'Issuing', 'False', 'Failed'),
      }),
    ],
    'Healthy',
    ['exposure Healthy Failed'],
  ],
  [
    'a first certificate that is tried again after it failed',
    [
      withFields(certificate, {
        status: {
          failedIssuanceAttempts: 3,
          conditions: [
            since(DAY, 'Ready', 'False', 'DoesNotExist'),
            since(MINUTE, 'Issuing', 'True', 'DoesNotExist'),
          ],
        },
      }),
    ],
    'Degraded',
    ['exposure Degraded DoesNotExist'],
  ],
  [
    'a first certificate that has been waited for since yesterday',
    [
      withFields(certificate, {
        status: {
          conditions: [
            since(DAY, 'Ready', 'False', 'DoesNotExist'),
            since(DAY, 'Issuing', 'True', 'DoesNotExist'),
          ],
        },
      }),
    ],
    'Degraded',
    ['exposure Degraded DoesNotExist'],
  ],
  [
    'a gateway that no controller takes up',
    [
      withFields(gateway, {
        'status.conditions': [
          since(DAY, 'Accepted', 'Unknown', 'Pending'),
          since(DAY, 'Programmed', 'Unknown', 'Pending'),
        ],
        'status.listeners': undefined,
      }),
    ],
    'Degraded',
    ['exposure Degraded Pending', 'exposure Degraded Pending'],
  ],
  [
    'a gateway whose listeners conflict',
    [
      withFields(gateway, {
        'status.listeners[0].conditions[3]': since(
          MINUTE,
          'Conflicted',
          'True',
          'HostnameConflict',
        ),
      }),
    ],
    'Degraded',
    ['exposure Degraded HostnameConflict'],
  ],
  [
    'a route that a gateway has not taken up for a minute',
    [
      withFields(httpRoute, {
        'status.parents[0].conditions[0]': since(
          MINUTE,
          'Accepted',
          'Unknown',
          'Pending',
        ),
      }),
    ],
    'Progressing',
    ['exposure Progressing Pending'],
  ],
  [
    'a route of which a part is left out',
    [
      withFields(httpRoute, {
        'status.parents[0].conditions[2]': since(
          MINUTE,
          'PartiallyInvalid',
          'True',
          'UnsupportedValue',
        ),
      }),
    ],
    'Healthy',
    ['exposure Healthy UnsupportedValue'],
  ],
  [
    'a new Ingress without an address',
    [
      withFields(ingress, {
        'metadata.creationTimestamp': ago(MINUTE),
        'status.loadBalancer': {},
      }),
    ],
    'Progressing',
    ['exposure Progressing NoAddress'],
  ],
];

describe('objects that an operator looks after', () => {
  it.each(ROWS)('should judge %s', (_what, objects, status, said) => {
    const shown = judge(...objects);
    expect({ status: shown.status, said: shown.said }).toEqual({
      status,
      said,
    });
  });

  it('should not call the database ill when only its backups are', () => {
    const shown = judge(
      cluster({
        'status.conditions[1]': since(
          DAY,
          'ContinuousArchiving',
          'False',
          'ContinuousArchivingFailing',
        ),
      }),
    );
    expect(shown.components).toEqual({
      server: 'Healthy',
      database: 'Healthy',
      backup: 'Degraded',
    });
  });
});
