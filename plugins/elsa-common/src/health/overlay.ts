import { assessObject } from './assessObject';
import { healthRank } from './order';
import { podFailures } from './podFailures';
import {
  findCondition,
  groupKindOf,
  kindOf,
  nameOf,
  readConditions,
  readCount,
  readMilliseconds,
  readNumber,
  readTime,
} from './read';
import { byCondition, byField } from './rules/result';
import type { PlacedObject } from './topology';
import type { Assessment } from './types';

/** An assessment and the object whose field it names. */
export interface Finding {
  object: unknown;
  assessment: Assessment;
}

/** Phases in which a database waits for a person, which Argo CD calls Suspended. */
const STUCK_DATABASE_CODES = new Set([
  'UnableToCreateRequiredClusterObjects',
  'ClusterCannotProceedToReconciliationDueToAnUnknownPluginBeingRequired',
  'ClusterHasIncompleteOrInvalidImageCatalog',
  'ClusterIsUnrecoverableAndNeedsManualIntervention',
]);

function podFindings(placed: PlacedObject, now: number): Finding[] {
  const pods = kindOf(placed.object) === 'Pod' ? [placed.object] : placed.pods;
  return pods.flatMap(pod =>
    podFailures(pod, now).map(failure => ({
      object: pod,
      assessment: { ...failure, status: 'Degraded' as const },
    })),
  );
}

/** Pods that were never created cannot speak: a quota or a policy refused them. */
function replicaFailure(object: unknown): Assessment | undefined {
  if (!groupKindOf(object).startsWith('apps/')) {
    return undefined;
  }
  const failure = findCondition(object, 'ReplicaFailure');
  return failure?.status === 'True'
    ? byCondition(
        'Degraded',
        failure,
        'cannot create pods',
        'pod-creation-refused',
      )
    : undefined;
}

/** Scaled to nothing on purpose. Argo CD calls this Healthy. */
function scaledToZero(object: unknown): Assessment | undefined {
  const kind = groupKindOf(object);
  const isWorkload =
    kind === 'apps/Deployment' ||
    kind === 'apps/StatefulSet' ||
    kind === 'rabbitmq.com/RabbitmqCluster';
  return isWorkload && readNumber(object, 'spec', 'replicas') === 0
    ? byField(
        'Suspended',
        'ScaledToZero',
        'is scaled to 0 replicas',
        'spec.replicas',
        'suspended',
      )
    : undefined;
}

/** The newest run of a CronJob failed although none is known to have succeeded. */
function failedRun(placed: PlacedObject): Finding[] {
  if (groupKindOf(placed.object) !== 'batch/CronJob') {
    return [];
  }
  const started = (job: unknown) =>
    readMilliseconds(job, 'status', 'startTime') ??
    readMilliseconds(job, 'metadata', 'creationTimestamp') ??
    0;
  const newest = placed.children
    .filter(child => kindOf(child) === 'Job')
    .sort((a, b) => started(b) - started(a))[0];
  const assessment = newest === undefined ? undefined : assessObject(newest);
  return assessment?.status === 'Degraded'
    ? [{ object: newest, assessment }]
    : [];
}

/** The certificate is past its end, whatever its condition says. */
function expiredCertificate(
  object: unknown,
  now: number,
): Assessment | undefined {
  const notAfter = readMilliseconds(object, 'status', 'notAfter');
  return groupKindOf(object) === 'cert-manager.io/Certificate' &&
    notAfter !== undefined &&
    notAfter <= now
    ? byField(
        'Degraded',
        'Expired',
        'has expired',
        'status.notAfter',
        'certificate',
        { since: readTime(object, 'status', 'notAfter') },
      )
    : undefined;
}

/** Autoscaler that would go further if it might. Not a fault by itself. */
function cappedAutoscaler(object: unknown): Assessment | undefined {
  if (groupKindOf(object) !== 'autoscaling/HorizontalPodAutoscaler') {
    return undefined;
  }
  const limited = readConditions(object).find(
    ({ type, status, reason }) =>
      type === 'ScalingLimited' &&
      status === 'True' &&
      reason === 'TooManyReplicas',
  );
  return (
    limited && {
      ...byCondition(
        'Healthy',
        limited,
        `is at its limit of ${readCount(object, 'spec', 'maxReplicas')} replicas`,
        'autoscaler-limited',
      ),
    }
  );
}

/**
 * All that is to be said of one object: Argo CD's rule, corrected by what its
 * pods and children say. The first finding carries the object's health; those
 * with health `Healthy` are remarks that change nothing.
 */
export function findingsOf(placed: PlacedObject, now: number): Finding[] {
  const { object } = placed;
  const rule = assessObject(object);
  if (!rule) {
    return [];
  }
  const own = (assessment: Assessment | undefined): Finding[] =>
    assessment ? [{ object, assessment }] : [];
  const isDeleted = rule.code === 'PendingDeletion';
  const faults = isDeleted
    ? []
    : [
        ...podFindings(placed, now),
        ...failedRun(placed),
        ...own(replicaFailure(object)),
        ...own(expiredCertificate(object, now)),
        ...own(
          STUCK_DATABASE_CODES.has(rule.code)
            ? { ...rule, status: 'Degraded' }
            : undefined,
        ),
      ];
  const argo =
    rule.status === 'Healthy' && !isDeleted ? scaledToZero(object) : undefined;
  const verdict = argo ?? rule;
  const remarks = own(cappedAutoscaler(object));
  if (verdict.status === 'Healthy') {
    return [...faults, ...remarks];
  }
  // The pods' word explains a rollout better than its own count of them, and
  // a fault that repeats the verdict says it only once.
  const isSaid =
    (faults.length > 0 && verdict.status === 'Progressing') ||
    faults.some(
      fault =>
        fault.object === object &&
        (kindOf(object) === 'Pod' || fault.assessment.code === verdict.code),
    );
  const all = isSaid ? faults : [...own(verdict), ...faults];
  return [
    ...all.sort(
      (a, b) =>
        healthRank(b.assessment.status) - healthRank(a.assessment.status),
    ),
    ...remarks,
  ];
}

/** `Deployment payments-server`, for sentences. */
export function describe(object: unknown): string {
  return `${kindOf(object) || 'Object'} ${nameOf(object) || 'without a name'}`;
}
