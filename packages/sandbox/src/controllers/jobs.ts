import { MINUTE, SECOND, timestamp } from '../clock';
import type {
  Condition,
  KubernetesObject,
  ObjectMetadata,
  Pod,
  PodTemplate,
} from '../kubernetes/types';
import { withConditions } from './conditions';
import type { ControllerContext } from './context';
import { lastScheduledTime } from './cron';
import { controllerReference, ownedBy } from './ownership';
import { createPod } from './podTemplates';

export interface Job extends KubernetesObject {
  spec: {
    backoffLimit?: number;
    completions?: number;
    suspend?: boolean;
    ttlSecondsAfterFinished?: number;
    template: PodTemplate;
  };
  status?: {
    active?: number;
    ready?: number;
    succeeded?: number;
    failed?: number;
    startTime?: string;
    completionTime?: string;
    conditions?: Condition[];
  };
}

interface CronJob extends KubernetesObject {
  spec: {
    schedule: string;
    suspend?: boolean;
    successfulJobsHistoryLimit?: number;
    jobTemplate: { metadata?: Partial<ObjectMetadata>; spec: Job['spec'] };
  };
  status?: {
    active?: object[];
    lastScheduleTime?: string;
    lastSuccessfulTime?: string;
  };
}

function isFinished(job: Job): boolean {
  return Boolean(
    job.status?.conditions?.some(
      row => ['Complete', 'Failed'].includes(row.type) && row.status === 'True',
    ),
  );
}

function deleteOutdated({ cluster, now }: ControllerContext, job: Job): void {
  const finishedAt = Date.parse(job.status?.completionTime ?? '');
  const ttl = job.spec.ttlSecondsAfterFinished;
  if (ttl !== undefined && now > finishedAt + ttl * SECOND) {
    cluster.store.delete(job);
  }
}

function start({ cluster, events, now }: ControllerContext, job: Job): void {
  const labels = {
    'batch.kubernetes.io/job-name': job.metadata.name,
    'job-name': job.metadata.name,
  };
  const name = `${job.metadata.name}-${cluster.random.suffix()}`;
  createPod(cluster, job, name, job.spec.template, { labels });
  events.record(job, {
    reason: 'SuccessfulCreate',
    message: `Created pod: ${name}`,
    component: 'job-controller',
    at: now,
  });
  cluster.store.putStatus(job, {
    active: 1,
    ready: 0,
    startTime: timestamp(now),
  });
}

function complete({ cluster, events, now }: ControllerContext, job: Job): void {
  const { startTime } = job.status ?? {};
  cluster.store.putStatus(job, {
    succeeded: 1,
    ready: 0,
    startTime,
    completionTime: timestamp(now),
    conditions: withConditions(
      [],
      ['SuccessCriteriaMet', 'Complete'].map(type => ({
        type,
        status: 'True',
        reason: 'CompletionsReached',
        message: 'Reached expected number of succeeded pods',
      })),
      now,
    ),
  });
  events.record(job, {
    reason: 'Completed',
    message: 'Job completed',
    component: 'job-controller',
    at: now,
  });
}

function reconcileJob(context: ControllerContext, job: Job): void {
  if (isFinished(job)) {
    deleteOutdated(context, job);
    return;
  }
  if (job.spec.suspend) return;
  const [pod] = ownedBy<Pod>(context.cluster, 'v1', 'Pod', job);
  if (!pod) start(context, job);
  else if (pod.status?.phase === 'Succeeded') complete(context, job);
}

function reconcileCronJob(context: ControllerContext, cronJob: CronJob): void {
  const { cluster, now } = context;
  const jobs = ownedBy<Job>(cluster, 'batch/v1', 'Job', cronJob);
  const finished = jobs.filter(isFinished);
  const lastSuccess = finished
    .map(job => job.status?.completionTime ?? '')
    .sort()
    .at(-1);
  const due = lastScheduledTime(cronJob.spec.schedule, now);
  const last =
    cronJob.status?.lastScheduleTime ?? cronJob.metadata.creationTimestamp;
  const isDue =
    !cronJob.spec.suspend &&
    due !== undefined &&
    due > Date.parse(last ?? '') &&
    jobs.length === finished.length;
  if (isDue) {
    const { metadata, spec } = cronJob.spec.jobTemplate;
    cluster.store.put<Job>({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name: `${cronJob.metadata.name}-${due / MINUTE}`,
        namespace: cronJob.metadata.namespace,
        labels: metadata?.labels,
        annotations: {
          ...metadata?.annotations,
          'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(due),
        },
        ownerReferences: [controllerReference(cronJob)],
      },
      spec,
      status: {},
    });
  }
  cluster.store.putStatus(cronJob, {
    ...cronJob.status,
    ...(isDue && { lastScheduleTime: timestamp(due) }),
    ...(lastSuccess && { lastSuccessfulTime: lastSuccess }),
    active: jobs
      .filter(job => !isFinished(job))
      .map(job => ({
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: job.metadata.name,
        namespace: job.metadata.namespace,
        uid: job.metadata.uid,
      })),
  });
  const keep = cronJob.spec.successfulJobsHistoryLimit ?? 3;
  finished
    .sort((one, other) =>
      (other.status?.completionTime ?? '') > (one.status?.completionTime ?? '')
        ? 1
        : -1,
    )
    .slice(keep)
    .forEach(job => cluster.store.delete(job));
}

export function reconcileJobs(context: ControllerContext): void {
  const { cluster } = context;
  cluster
    .list<CronJob>('batch/v1', 'CronJob')
    .forEach(cronJob => reconcileCronJob(context, cronJob));
  cluster
    .list<Job>('batch/v1', 'Job')
    .forEach(job => reconcileJob(context, job));
}
