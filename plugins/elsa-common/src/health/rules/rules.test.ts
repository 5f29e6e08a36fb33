import { assessObject } from '../assessObject';
import * as data from '../fixtures/data';
import { condition } from '../fixtures/metadata';
import * as platform from '../fixtures/platform';
import { withFields } from '../fixtures/withFields';
import * as workloads from '../fixtures/workloads';
import { HEALTH_RULES } from '.';

type Case = [
  name: string,
  object: unknown,
  status: string,
  code?: string,
  field?: string,
];

const {
  deployment,
  statefulSet,
  daemonSet,
  replicaSet,
  pod,
  job,
  cronJob,
  failedJobConditions,
  waiting,
} = workloads;

const deployments: Case[] = [
  ['available', deployment, 'Healthy'],
  [
    'paused',
    withFields(deployment, { 'spec.paused': true }),
    'Suspended',
    'Paused',
    'spec.paused',
  ],
  [
    'paused beats a new generation',
    withFields(deployment, { 'spec.paused': true, 'metadata.generation': 9 }),
    'Suspended',
    'Paused',
    'spec.paused',
  ],
  [
    'changed and not observed',
    withFields(deployment, { 'metadata.generation': 5 }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'without status',
    withFields(deployment, { status: undefined }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'past its deadline',
    withFields(deployment, {
      'status.conditions[1].status': 'False',
      'status.conditions[1].reason': 'ProgressDeadlineExceeded',
    }),
    'Degraded',
    'ProgressDeadlineExceeded',
    'status.conditions[1]',
  ],
  [
    'updating',
    withFields(deployment, { 'status.updatedReplicas': 1 }),
    'Progressing',
    'ReplicasNotUpdated',
    'status.updatedReplicas',
  ],
  [
    'with old replicas',
    withFields(deployment, { 'status.replicas': 4 }),
    'Progressing',
    'OldReplicasPendingTermination',
    'status.replicas',
  ],
  [
    'with unavailable replicas',
    withFields(deployment, { 'status.availableReplicas': 2 }),
    'Progressing',
    'ReplicasNotAvailable',
    'status.availableReplicas',
  ],
  [
    'with none available',
    withFields(deployment, { 'status.availableReplicas': undefined }),
    'Progressing',
    'ReplicasNotAvailable',
    'status.availableReplicas',
  ],
  [
    'without replicas in its spec',
    withFields(deployment, { 'spec.replicas': undefined }),
    'Healthy',
  ],
  [
    'being deleted',
    withFields(deployment, {
      'metadata.deletionTimestamp': '2026-11-22T19:59:00Z',
    }),
    'Progressing',
    'PendingDeletion',
    'metadata.deletionTimestamp',
  ],
  [
    'with counts that are no numbers',
    withFields(deployment, { 'status.availableReplicas': 'three' }),
    'Progressing',
    'ReplicasNotAvailable',
    'status.availableReplicas',
  ],
];

const statefulSets: Case[] = [
  ['ready', statefulSet, 'Healthy'],
  [
    'never observed',
    withFields(statefulSet, { 'status.observedGeneration': 0 }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'changed and not observed',
    withFields(statefulSet, { 'metadata.generation': 5 }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'not ready',
    withFields(statefulSet, { 'status.readyReplicas': undefined }),
    'Progressing',
    'ReplicasNotReady',
    'status.readyReplicas',
  ],
  [
    'in a partitioned rollout',
    withFields(statefulSet, {
      'spec.replicas': 3,
      'status.readyReplicas': 3,
      'spec.updateStrategy.rollingUpdate': { partition: 1 },
      'status.updatedReplicas': 1,
    }),
    'Progressing',
    'PartitionedRollout',
    'status.updatedReplicas',
  ],
  [
    'after a partitioned rollout',
    withFields(statefulSet, {
      'spec.replicas': 3,
      'status.readyReplicas': 3,
      'spec.updateStrategy.rollingUpdate': { partition: 1 },
      'status.updatedReplicas': 2,
      'status.updateRevision': 'new',
    }),
    'Healthy',
  ],
  [
    'updated by deletion only',
    withFields(statefulSet, {
      'spec.updateStrategy': { type: 'OnDelete' },
      'status.updateRevision': 'new',
    }),
    'Healthy',
  ],
  [
    'updating',
    withFields(statefulSet, { 'status.updateRevision': 'new' }),
    'Progressing',
    'RollingUpdate',
    'status.updateRevision',
  ],
];

const daemonSets: Case[] = [
  ['available', daemonSet, 'Healthy'],
  [
    'changed and not observed',
    withFields(daemonSet, { 'metadata.generation': 5 }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'updated by deletion only',
    withFields(daemonSet, {
      'spec.updateStrategy.type': 'OnDelete',
      'status.updatedNumberScheduled': 1,
    }),
    'Healthy',
  ],
  [
    'updating',
    withFields(daemonSet, { 'status.updatedNumberScheduled': 2 }),
    'Progressing',
    'ReplicasNotUpdated',
    'status.updatedNumberScheduled',
  ],
  [
    'unavailable on a node',
    withFields(daemonSet, { 'status.numberAvailable': 4 }),
    'Progressing',
    'ReplicasNotAvailable',
    'status.numberAvailable',
  ],
];

const replicaSets: Case[] = [
  ['available', replicaSet, 'Healthy'],
  [
    'changed and not observed',
    withFields(replicaSet, { 'metadata.generation': 5 }),
    'Progressing',
    'GenerationNotObserved',
    'status.observedGeneration',
  ],
  [
    'refused by a quota',
    withFields(replicaSet, {
      'status.conditions': [
        condition(
          'ReplicaFailure',
          'True',
          'FailedCreate',
          'exceeded quota: compute',
        ),
      ],
    }),
    'Degraded',
    'FailedCreate',
    'status.conditions[0]',
  ],
  [
    'unavailable',
    withFields(replicaSet, { 'status.availableReplicas': 1 }),
    'Progressing',
    'ReplicasNotAvailable',
    'status.availableReplicas',
  ],
];

const waitingPod = (reason: string) =>
  withFields(pod, {
    'status.containerStatuses': [waiting(reason, `why ${reason}`)],
  });

const pods: Case[] = [
  ['ready', pod, 'Healthy'],
  [
    'in a crash loop',
    waitingPod('CrashLoopBackOff'),
    'Degraded',
    'CrashLoopBackOff',
    'status.containerStatuses[0].state.waiting',
  ],
  [
    'backing off from its image',
    waitingPod('ImagePullBackOff'),
    'Degraded',
    'ImagePullBackOff',
    'status.containerStatuses[0].state.waiting',
  ],
  [
    'failing to pull',
    waitingPod('ErrImagePull'),
    'Degraded',
    'ErrImagePull',
    'status.containerStatuses[0].state.waiting',
  ],
  [
    'without its configuration',
    waitingPod('CreateContainerConfigError'),
    'Degraded',
    'CreateContainerConfigError',
    'status.containerStatuses[0].state.waiting',
  ],
  [
    'creating its container',
    withFields(waitingPod('ContainerCreating'), { 'status.phase': 'Pending' }),
    'Progressing',
    'Pending',
    'status.phase',
  ],
  [
    'with an invalid image name, which Argo CD lets pass',
    withFields(waitingPod('InvalidImageName'), { 'status.phase': 'Pending' }),
    'Progressing',
    'Pending',
    'status.phase',
  ],
  [
    'with an init container in a crash loop, which Argo CD lets pass',
    withFields(pod, {
      'status.phase': 'Pending',
      'status.initContainerStatuses': [waiting('CrashLoopBackOff', '')],
      'status.containerStatuses': [],
    }),
    'Progressing',
    'Pending',
    'status.phase',
  ],
  ['succeeded', withFields(pod, { 'status.phase': 'Succeeded' }), 'Healthy'],
  [
    'failed with a message',
    withFields(pod, {
      'status.phase': 'Failed',
      'status.reason': 'Evicted',
      'status.message': 'The node was low on resource: memory.',
    }),
    'Degraded',
    'Evicted',
    'status.message',
  ],
  [
    'failed with an exit code',
    withFields(pod, {
      'status.phase': 'Failed',
      'status.containerStatuses[0].state': {
        terminated: {
          exitCode: 134,
          reason: 'Error',
          finishedAt: '2026-11-22T19:00:00Z',
        },
      },
    }),
    'Degraded',
    'Error',
    'status.containerStatuses[0].state.terminated',
  ],
  [
    'failed by memory',
    withFields(pod, {
      'status.phase': 'Failed',
      'status.containerStatuses[0].state': {
        terminated: { exitCode: 0, reason: 'OOMKilled' },
      },
    }),
    'Degraded',
    'OOMKilled',
    'status.containerStatuses[0].state.terminated',
  ],
  [
    'failed without a word',
    withFields(pod, { 'status.phase': 'Failed' }),
    'Degraded',
    'Failed',
    'status.phase',
  ],
  [
    'not ready after a crash',
    withFields(pod, {
      'status.conditions[2].status': 'False',
      'status.containerStatuses[0].lastState': {
        terminated: { exitCode: 1, reason: 'Error' },
      },
    }),
    'Degraded',
    'Error',
    'status.containerStatuses[0].lastState.terminated',
  ],
  [
    'not ready yet',
    withFields(pod, {
      'status.conditions[2]': condition('Ready', 'False', 'ContainersNotReady'),
    }),
    'Progressing',
    'ContainersNotReady',
    'status.conditions[2]',
  ],
  [
    'that runs to an end',
    withFields(pod, { 'spec.restartPolicy': 'OnFailure' }),
    'Progressing',
    'Running',
    'status.phase',
  ],
  [
    'that runs once and is watched like a service',
    withFields(pod, {
      'spec.restartPolicy': 'Never',
      'metadata.annotations': {
        'argocd.argoproj.io/ignore-restart-policy': 'true',
      },
    }),
    'Healthy',
  ],
  [
    'that runs once as a hook',
    withFields(pod, {
      'spec.restartPolicy': 'Never',
      'metadata.annotations': {
        'argocd.argoproj.io/ignore-restart-policy': 'true',
        'argocd.argoproj.io/hook': 'Sync',
      },
    }),
    'Progressing',
    'Running',
    'status.phase',
  ],
  [
    'on a node that does not answer',
    withFields(pod, { 'status.phase': 'Unknown' }),
    'Unknown',
    'PodPhaseUnknown',
    'status.phase',
  ],
  [
    'without status',
    withFields(pod, { status: undefined }),
    'Unknown',
    'PodPhaseUnknown',
    'status.phase',
  ],
];

const { autoscaler } = platform;
const brokenAutoscaler = (index: number, reason: string) =>
  withFields(autoscaler, {
    [`status.conditions[${index}].status`]: 'False',
    [`status.conditions[${index}].reason`]: reason,
  });
const v1Autoscaler = (conditions: unknown) =>
  withFields(autoscaler, {
    apiVersion: 'autoscaling/v1',
    'status.conditions': undefined,
    'metadata.annotations': {
      'autoscaling.alpha.kubernetes.io/conditions':
        typeof conditions === 'string'
          ? conditions
          : JSON.stringify(conditions),
    },
  });
const v1Field =
  "metadata.annotations['autoscaling.alpha.kubernetes.io/conditions'][0]";

const autoscalers: Case[] = [
  ['working', autoscaler, 'Healthy'],
  ...['FailedGetScale', 'FailedUpdateScale'].map((reason): Case => [
    `with ${reason}`,
    brokenAutoscaler(0, reason),
    'Degraded',
    reason,
    'status.conditions[0]',
  ]),
  ...[
    'FailedGetResourceMetric',
    'FailedGetObjectMetric',
    'FailedGetPodsMetric',
    'FailedGetExternalMetric',
    'FailedComputeMetricsReplicas',
    'InvalidSelector',
  ].map((reason): Case => [
    `with ${reason}`,
    brokenAutoscaler(1, reason),
    'Degraded',
    reason,
    'status.conditions[1]',
  ]),
  [
    'with a failed reason and status True',
    withFields(autoscaler, {
      'status.conditions[1].reason': 'FailedGetPodsMetric',
    }),
    'Degraded',
    'FailedGetPodsMetric',
    'status.conditions[1]',
  ],
  [
    'at its maximum',
    withFields(autoscaler, {
      'status.conditions[2]': condition(
        'ScalingLimited',
        'True',
        'TooManyReplicas',
      ),
    }),
    'Healthy',
  ],
  [
    'limited only',
    withFields(autoscaler, {
      'status.conditions': [
        condition('ScalingLimited', 'True', 'TooFewReplicas'),
      ],
    }),
    'Healthy',
  ],
  [
    'new',
    withFields(autoscaler, { status: undefined }),
    'Progressing',
    'WaitingToAutoscale',
    'status.conditions',
  ],
  [
    'of v1, broken',
    v1Autoscaler([condition('AbleToScale', 'False', 'FailedGetScale')]),
    'Degraded',
    'FailedGetScale',
    v1Field,
  ],
  [
    'of v1, working',
    v1Autoscaler([condition('AbleToScale', 'True', 'ReadyForNewScale')]),
    'Healthy',
  ],
  [
    'of v1, with an annotation that is no JSON',
    v1Autoscaler('{'),
    'Progressing',
    'WaitingToAutoscale',
    'status.conditions',
  ],
];

const { ingress, service, claim, disruptionBudget } = platform;
const edges: Case[] = [
  ['Ingress with an address', ingress, 'Healthy'],
  [
    'Ingress without an address',
    withFields(ingress, { 'status.loadBalancer': {} }),
    'Progressing',
    'NoAddress',
    'status.loadBalancer.ingress',
  ],
  ['Service in the cluster', service, 'Healthy'],
  [
    'load balancer with an address',
    withFields(service, {
      'spec.type': 'LoadBalancer',
      'status.loadBalancer.ingress': [{ hostname: 'lb.example.com' }],
    }),
    'Healthy',
  ],
  [
    'load balancer without an address',
    withFields(service, { 'spec.type': 'LoadBalancer' }),
    'Progressing',
    'NoAddress',
    'status.loadBalancer.ingress',
  ],
  ['bound claim', claim, 'Healthy'],
  [
    'pending claim',
    withFields(claim, { 'status.phase': 'Pending' }),
    'Progressing',
    'Pending',
    'status.phase',
  ],
  [
    'lost claim',
    withFields(claim, { 'status.phase': 'Lost' }),
    'Degraded',
    'Lost',
    'status.phase',
  ],
  [
    'claim without a phase',
    withFields(claim, { status: {} }),
    'Unknown',
    'PhaseUnknown',
    'status.phase',
  ],
  ['budget with pods', disruptionBudget, 'Healthy'],
  [
    'budget without room',
    withFields(disruptionBudget, {
      'status.conditions[0]': condition(
        'DisruptionAllowed',
        'False',
        'InsufficientPods',
      ),
    }),
    'Healthy',
  ],
  [
    'budget that cannot be computed',
    withFields(disruptionBudget, {
      'status.conditions[0]': condition(
        'DisruptionAllowed',
        'False',
        'SyncFailed',
        'found no controllers for pod',
      ),
    }),
    'Degraded',
    'SyncFailed',
    'status.conditions[0]',
  ],
  [
    'new budget',
    withFields(disruptionBudget, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
];

const runs: Case[] = [
  ['finished Job', job, 'Healthy'],
  [
    'running Job',
    withFields(job, { 'status.conditions': undefined }),
    'Progressing',
    'Running',
    'status.conditions',
  ],
  [
    'failed Job',
    withFields(job, { 'status.conditions': failedJobConditions }),
    'Degraded',
    'BackoffLimitExceeded',
    'status.conditions[1]',
  ],
  [
    'Job past its deadline',
    withFields(job, {
      'status.conditions': [condition('Failed', 'True', 'DeadlineExceeded')],
    }),
    'Degraded',
    'DeadlineExceeded',
    'status.conditions[0]',
  ],
  [
    'suspended Job',
    withFields(job, {
      'status.conditions': [
        condition('Suspended', 'True', 'JobSuspended', 'Job suspended'),
      ],
    }),
    'Suspended',
    'JobSuspended',
    'status.conditions[0]',
  ],
  [
    'resumed Job',
    withFields(job, {
      'status.conditions': [condition('Suspended', 'False', 'JobResumed')],
    }),
    'Healthy',
  ],
  ['good CronJob', cronJob, 'Healthy'],
  [
    'suspended CronJob',
    withFields(cronJob, { 'spec.suspend': true }),
    'Healthy',
  ],
  [
    'CronJob before its first run',
    withFields(cronJob, { status: {} }),
    'Healthy',
  ],
  [
    'CronJob that never succeeded',
    withFields(cronJob, { 'status.lastSuccessfulTime': undefined }),
    'Healthy',
  ],
  [
    'running CronJob',
    withFields(cronJob, {
      'status.lastSuccessfulTime': '2026-11-21T02:01:00Z',
      'status.active': [{ name: 'x' }],
    }),
    'Healthy',
  ],
  [
    'failed CronJob',
    withFields(cronJob, {
      'status.lastSuccessfulTime': '2026-11-21T02:01:00Z',
    }),
    'Degraded',
    'LastRunFailed',
    'status.lastSuccessfulTime',
  ],
  [
    'new CronJob',
    withFields(cronJob, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status',
  ],
];

const { certificate, externalSecret, secretStore, sealedSecret } = platform;
const secrets: Case[] = [
  ['valid Certificate', certificate, 'Healthy'],
  [
    'Certificate being issued although not ready',
    withFields(certificate, {
      'status.conditions': [
        condition('Ready', 'False', 'DoesNotExist'),
        condition('Issuing', 'True', 'DoesNotExist'),
      ],
    }),
    'Progressing',
    'DoesNotExist',
    'status.conditions[1]',
  ],
  [
    'refused Certificate',
    withFields(certificate, {
      'status.conditions': [
        condition('Ready', 'False', 'Failed', 'ACME: rate limited'),
      ],
    }),
    'Degraded',
    'Failed',
    'status.conditions[0]',
  ],
  [
    'new Certificate',
    withFields(certificate, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  ['synchronised ExternalSecret', externalSecret, 'Healthy'],
  [
    'failed ExternalSecret',
    withFields(externalSecret, {
      'status.conditions[0]': condition(
        'Ready',
        'False',
        'SecretSyncedError',
        'could not get secret data from provider',
      ),
    }),
    'Degraded',
    'SecretSyncedError',
    'status.conditions[0]',
  ],
  [
    'new ExternalSecret',
    withFields(externalSecret, { status: {} }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  [
    'ExternalSecret of the older API',
    withFields(externalSecret, { apiVersion: 'external-secrets.io/v1beta1' }),
    'Healthy',
  ],
  ['valid SecretStore', secretStore, 'Healthy'],
  [
    'broken SecretStore',
    withFields(secretStore, {
      'status.conditions[0]': condition(
        'Ready',
        'False',
        'InvalidProviderConfig',
      ),
    }),
    'Degraded',
    'InvalidProviderConfig',
    'status.conditions[0]',
  ],
  ['unsealed SealedSecret', sealedSecret, 'Healthy'],
  [
    'SealedSecret of another key',
    withFields(sealedSecret, {
      'status.conditions[0]': condition(
        'Synced',
        'False',
        '',
        'no key could decrypt secret',
      ),
    }),
    'Degraded',
    'Synced',
    'status.conditions[0]',
  ],
];

const { gateway, httpRoute } = platform;
const routes: Case[] = [
  ['programmed Gateway', gateway, 'Healthy'],
  [
    'refused Gateway',
    withFields(gateway, {
      'status.conditions[0]': condition(
        'Accepted',
        'False',
        'InvalidParameters',
      ),
    }),
    'Degraded',
    'InvalidParameters',
    'status.conditions[0]',
  ],
  [
    'Gateway being programmed',
    withFields(gateway, {
      'status.conditions[1]': condition('Programmed', 'Unknown', 'Pending'),
    }),
    'Progressing',
    'Pending',
    'status.conditions[1]',
  ],
  [
    'Gateway whose listener has no certificate',
    withFields(gateway, {
      'status.listeners[0].conditions[1]': condition(
        'ResolvedRefs',
        'False',
        'InvalidCertificateRef',
      ),
    }),
    'Degraded',
    'InvalidCertificateRef',
    'status.listeners[0].conditions[1]',
  ],
  [
    'Gateway whose listener is being programmed',
    withFields(gateway, {
      'status.listeners[0].conditions[2]': condition(
        'Programmed',
        'False',
        'Pending',
      ),
    }),
    'Progressing',
    'Pending',
    'status.listeners[0].conditions[2]',
  ],
  [
    'new Gateway',
    withFields(gateway, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  ['accepted HTTPRoute', httpRoute, 'Healthy'],
  [
    'refused HTTPRoute',
    withFields(httpRoute, {
      'status.parents[0].conditions[0].status': 'False',
      'status.parents[0].conditions[0].reason': 'NotAllowedByListeners',
    }),
    'Degraded',
    'NotAllowedByListeners',
    'status.parents[0].conditions[0]',
  ],
  [
    'HTTPRoute to no Service',
    withFields(httpRoute, {
      'status.parents[0].conditions[1].status': 'False',
      'status.parents[0].conditions[1].reason': 'BackendNotFound',
    }),
    'Degraded',
    'BackendNotFound',
    'status.parents[0].conditions[1]',
  ],
  [
    'HTTPRoute whose refusal is of an older generation',
    withFields(httpRoute, {
      'metadata.generation': 5,
      'status.parents[0].conditions[0].status': 'False',
    }),
    'Progressing',
    'NoStatus',
    'status.parents',
  ],
  [
    'HTTPRoute refused by its second gateway',
    withFields(httpRoute, {
      'status.parents[1]': {
        parentRef: { name: 'internal' },
        conditions: [condition('Accepted', 'False', 'NoMatchingParent')],
      },
    }),
    'Degraded',
    'NoMatchingParent',
    'status.parents[1].conditions[0]',
  ],
  [
    'new HTTPRoute',
    withFields(httpRoute, { status: { parents: [] } }),
    'Progressing',
    'NoStatus',
    'status.parents',
  ],
];

const {
  cnpgCluster,
  cnpgBackup,
  cnpgScheduledBackup,
  rabbitmqCluster,
  volumeSnapshot,
} = data;
const phase = (text: string) =>
  withFields(cnpgCluster, { 'status.phase': text });
const databases: Case[] = [
  ['healthy Cluster', cnpgCluster, 'Healthy'],
  [
    'Cluster being set up',
    phase('Setting up primary'),
    'Progressing',
    'SettingUpPrimary',
    'status.phase',
  ],
  [
    'Cluster failing over',
    phase('Failing over'),
    'Degraded',
    'FailingOver',
    'status.phase',
  ],
  [
    'Cluster switching over',
    phase('Switchover in progress'),
    'Degraded',
    'SwitchoverInProgress',
    'status.phase',
  ],
  [
    'Cluster waiting for a person',
    phase('Waiting for user action'),
    'Degraded',
    'WaitingForUserAction',
    'status.phase',
  ],
  [
    'Cluster without a way on',
    phase('Cluster is unrecoverable and needs manual intervention'),
    'Suspended',
    'ClusterIsUnrecoverableAndNeedsManualIntervention',
    'status.phase',
  ],
  [
    'Cluster in a phase nobody knows',
    phase('Doing something new'),
    'Unknown',
    'DoingSomethingNew',
    'status.phase',
  ],
  [
    'hibernated Cluster',
    withFields(cnpgCluster, {
      'status.conditions[2]': condition(
        'cnpg.io/hibernation',
        'True',
        'Hibernated',
      ),
    }),
    'Suspended',
    'Hibernated',
    'status.conditions[2]',
  ],
  [
    'Cluster that could not hibernate',
    withFields(cnpgCluster, {
      'status.conditions[2]': condition(
        'cnpg.io/hibernation',
        'False',
        'WaitingPodsDeletion',
      ),
    }),
    'Degraded',
    'WaitingPodsDeletion',
    'status.conditions[2]',
  ],
  [
    'Cluster left alone',
    withFields(cnpgCluster, {
      'metadata.annotations': { 'cnpg.io/reconciliationLoop': 'disabled' },
    }),
    'Suspended',
    'ReconciliationDisabled',
    "metadata.annotations['cnpg.io/reconciliationLoop']",
  ],
  [
    'new Cluster',
    withFields(cnpgCluster, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  ['completed Backup', cnpgBackup, 'Healthy'],
  [
    'failed Backup',
    withFields(cnpgBackup, {
      'status.phase': 'failed',
      'status.error': 'no space left',
    }),
    'Degraded',
    'BackupFailed',
    'status.phase',
  ],
  [
    'running Backup',
    withFields(cnpgBackup, { 'status.phase': 'running' }),
    'Progressing',
    'BackupRunning',
    'status.phase',
  ],
  ['scheduled backups', cnpgScheduledBackup, 'Healthy'],
  [
    'refused schedule',
    withFields(cnpgScheduledBackup, { 'status.error': 'invalid schedule' }),
    'Degraded',
    'ScheduleInvalid',
    'status.error',
  ],
  [
    'new Pooler',
    { ...cnpgScheduledBackup, kind: 'Pooler', status: undefined },
    'Progressing',
    'NoStatus',
    'status',
  ],
  [
    'suspended backups',
    withFields(cnpgScheduledBackup, { 'spec.suspend': true }),
    'Suspended',
    'Suspended',
    'spec.suspend',
  ],
  ['ready RabbitMQ', rabbitmqCluster, 'Healthy'],
  [
    'RabbitMQ that cannot be reconciled',
    withFields(rabbitmqCluster, {
      'status.conditions[3]': condition(
        'ReconcileSuccess',
        'False',
        'Error',
        "unknown 'foo' parameter",
      ),
    }),
    'Degraded',
    'Error',
    'status.conditions[3]',
  ],
  [
    'forming RabbitMQ',
    withFields(rabbitmqCluster, {
      'status.conditions[1]': condition(
        'ClusterAvailable',
        'Unknown',
        'Initialising',
      ),
    }),
    'Progressing',
    'Initialising',
    'status.conditions[1]',
  ],
  [
    'RabbitMQ without endpoints',
    withFields(rabbitmqCluster, {
      'status.conditions[1]': condition(
        'ClusterAvailable',
        'False',
        'NoEndpointsAvailable',
      ),
    }),
    'Progressing',
    'NoEndpointsAvailable',
    'status.conditions[1]',
  ],
  [
    'RabbitMQ waiting for a node',
    withFields(rabbitmqCluster, {
      'status.conditions[0]': condition(
        'AllReplicasReady',
        'False',
        'NotAllPodsReady',
      ),
    }),
    'Progressing',
    'NotAllPodsReady',
    'status.conditions[0]',
  ],
  [
    'new RabbitMQ',
    withFields(rabbitmqCluster, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  ['usable VolumeSnapshot', volumeSnapshot, 'Healthy'],
  [
    'failed VolumeSnapshot',
    withFields(volumeSnapshot, {
      'status.readyToUse': false,
      'status.error': {
        message: 'driver not found',
        time: '2026-11-22T02:00:05Z',
      },
    }),
    'Degraded',
    'SnapshotFailed',
    'status.error',
  ],
  [
    'VolumeSnapshot being taken',
    withFields(volumeSnapshot, { 'status.readyToUse': false }),
    'Progressing',
    'NotReadyToUse',
    'status.readyToUse',
  ],
];

const { scaledObject, application } = platform;
const others: Case[] = [
  ['ready ScaledObject', scaledObject, 'Healthy'],
  [
    'invalid ScaledObject',
    withFields(scaledObject, {
      'status.conditions[0]': condition(
        'Ready',
        'False',
        'ScaledObjectCheckFailed',
      ),
    }),
    'Degraded',
    'ScaledObjectCheckFailed',
    'status.conditions[0]',
  ],
  [
    'ScaledObject on its fallback',
    withFields(scaledObject, {
      'status.conditions[2]': condition('Fallback', 'True', 'FallbackExists'),
    }),
    'Degraded',
    'FallbackExists',
    'status.conditions[2]',
  ],
  [
    'paused ScaledObject',
    withFields(scaledObject, {
      'status.conditions[3]': condition('Paused', 'True', 'ScaledObjectPaused'),
    }),
    'Suspended',
    'ScaledObjectPaused',
    'status.conditions[3]',
  ],
  [
    'new ScaledObject',
    withFields(scaledObject, { status: undefined }),
    'Progressing',
    'NoStatus',
    'status.conditions',
  ],
  ['healthy Application', application, 'Healthy'],
  [
    'degraded Application',
    withFields(application, { 'status.health.status': 'Degraded' }),
    'Degraded',
    'Degraded',
    'status.health.status',
  ],
  [
    'Application without health',
    withFields(application, { 'status.health': undefined }),
    'Unknown',
    'Unknown',
    'status.health.status',
  ],
];

const ALL: Record<string, Case[]> = {
  Deployment: deployments,
  StatefulSet: statefulSets,
  DaemonSet: daemonSets,
  ReplicaSet: replicaSets,
  Pod: pods,
  HorizontalPodAutoscaler: autoscalers,
  'Ingress, Service, claim and budget': edges,
  'Job and CronJob': runs,
  'Certificate and secrets': secrets,
  'Gateway API': routes,
  'data services': databases,
  'KEDA and Argo CD': others,
};

describe.each(Object.entries(ALL))('health rules: %s', (_, cases) => {
  it.each(cases)(
    'should judge: %s',
    (_name, object, status, code = 'Healthy', field = expect.any(String)) => {
      expect(assessObject(object)).toMatchObject({ status, code, field });
    },
  );
});

describe('assessObject', () => {
  it('should cover every kind with at least one case', () => {
    const covered = new Set(
      Object.values(ALL)
        .flat()
        .map(([, object]) => {
          const { apiVersion, kind } = object as {
            apiVersion: string;
            kind: string;
          };
          const [group, version] = apiVersion.split('/');
          return version ? `${group}/${kind}` : kind;
        }),
    );
    expect([...HEALTH_RULES.keys()].filter(key => !covered.has(key))).toEqual(
      [],
    );
  });

  it('should know nothing of kinds without a rule or that ask to be left out', () => {
    expect(
      assessObject({ apiVersion: 'v1', kind: 'ConfigMap' }),
    ).toBeUndefined();
    expect(
      assessObject({ apiVersion: 'serving.knative.dev/v1', kind: 'Service' }),
    ).toBeUndefined();
    expect(
      assessObject(
        withFields(deployment, {
          'metadata.annotations': {
            'argocd.argoproj.io/ignore-healthcheck': 'true',
          },
        }),
      ),
    ).toBeUndefined();
    expect(assessObject(null)).toBeUndefined();
  });

  it('should carry what the cluster said and since when', () => {
    expect(
      assessObject(
        withFields(deployment, {
          'status.conditions[1]': condition(
            'Progressing',
            'False',
            'ProgressDeadlineExceeded',
            'ReplicaSet "x" has timed out progressing.',
          ),
        }),
      ),
    ).toMatchObject({
      detail: 'ReplicaSet "x" has timed out progressing.',
      since: '2026-11-20T11:03:12Z',
      runbook: 'rollout-stuck',
    });
  });
});
