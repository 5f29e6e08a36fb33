import { assessObject } from './assessObject';
import { healthRank } from './order';
import { warningsOf } from './events';
import { notAvailable, resumedJob, stuckDeletion } from './faults/availability';
import { asConsequence } from './faults/consequence';
import { creationFaults } from './faults/creation';
import { infeasibleResize } from './faults/storage';
import { OPERATOR_RULES } from './operators';
import { isFenced } from './operators/cluster';
import { frequentCrash } from './pods/crashes';
import { podFailures } from './pods/podFailures';
import {
  groupKindOf,
  kindOf,
  nameOf,
  readConditions,
  readCount,
  readMilliseconds,
  readNumber,
  readTime,
} from './read';
import { HEALTH_RULES } from './rules';
import { byCondition, byField } from './rules/result';
import type { Surroundings } from './Surroundings';
import type { PlacedObject } from './topology';
import type { Assessment } from './types';

/** An assessment and the object whose field it names. */
export interface Finding {
  object: unknown;
  assessment: Assessment;
}

/** What the pods say, and the cluster of them. */
function podFindings(
  { object, pods }: PlacedObject,
  isServing: boolean,
  { patience, warnings }: Surroundings,
): Finding[] {
  const own = kindOf(object) === 'Pod' ? [object] : pods;
  const working = own.filter(pod => !isFenced(object, pod));
  return working.flatMap(pod =>
    podFailures(pod, patience).map(failure => ({
      object: pod,
      assessment: {
        ...failure,
        detail: failure.detail ?? warningsOf(pod, warnings)[0]?.message,
        // What took its place serves; it only does not go.
        status: isLeaving(pod) && isServing ? 'Healthy' : 'Degraded',
      },
    })),
  );
}

/** Ready now, but not for long: said once for a workload, by its worst pod. */
function restartRemark(
  { object, pods }: PlacedObject,
  { patience }: Surroundings,
): Finding[] {
  const own = kindOf(object) === 'Pod' ? [object] : pods;
  return own.flatMap(pod => {
    const failure =
      isLeaving(pod) || podFailures(pod, patience).length > 0
        ? undefined
        : frequentCrash(pod, patience.now);
    return failure
      ? [{ object: pod, assessment: { ...failure, status: 'Healthy' } }]
      : [];
  });
}

function isLeaving(pod: unknown): boolean {
  return readTime(pod, 'metadata', 'deletionTimestamp') !== undefined;
}

/** Scaled to nothing on purpose. Argo CD calls this Healthy. */
function scaledToZero(object: unknown): Assessment | undefined {
  const kind = groupKindOf(object);
  const isWorkload = kind === 'apps/Deployment' || kind === 'apps/StatefulSet';
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

/** A pod whose owner has no health of its own, judged as if nobody owned it. */
function podFindingsAlone(pod: unknown, surroundings: Surroundings): Finding[] {
  return findingsOf(
    { object: pod, component: 'other', pods: [], children: [] },
    surroundings,
  );
}

/** What no rule of Argo CD sees of an object that is not being deleted. */
function faultsOf(
  placed: PlacedObject,
  isServing: boolean,
  surroundings: Surroundings,
): Finding[] {
  const { object } = placed;
  const own = (...assessments: Array<Assessment | undefined>): Finding[] =>
    assessments.flatMap(assessment =>
      assessment ? [{ object, assessment }] : [],
    );
  const found = [
    ...podFindings(placed, isServing, surroundings),
    ...failedRun(placed),
    ...own(
      ...creationFaults(placed, surroundings),
      infeasibleResize(object),
      resumedJob(object),
    ),
  ];
  return found.some(({ assessment }) => assessment.status === 'Degraded')
    ? found
    : [...found, ...own(notAvailable(object, surroundings))];
}

/**
 * All that is to be said of one object: Argo CD's rule, or ours where an
 * operator looks after it, corrected by what its pods and children say. The
 * first finding carries the object's health; those with health `Healthy` are
 * remarks that change nothing.
 */
export function findingsOf(
  placed: PlacedObject,
  surroundings: Surroundings,
): Finding[] {
  const { object } = placed;
  const rule = assessObject(object);
  const own = (assessment: Assessment | undefined): Finding[] =>
    assessment ? [{ object, assessment }] : [];
  if (!rule) {
    // Some ask not to be judged; of the others only the pods can be judged.
    return HEALTH_RULES.has(groupKindOf(object))
      ? []
      : [
          ...own(creationFaults(placed, surroundings)[0]),
          ...placed.pods.flatMap(pod => podFindingsAlone(pod, surroundings)),
        ];
  }
  const isDeleted = rule.code === 'PendingDeletion';
  if (isDeleted && kindOf(object) !== 'Pod') {
    return own(stuckDeletion(object, surroundings) ?? rule);
  }
  const said = isDeleted ? [rule] : verdictsOn(placed, rule, surroundings);
  const isServing = said.every(({ status }) => status === 'Healthy');
  const faults = faultsOf(placed, isServing, surroundings);
  // The pods' word explains a rollout better than its own count of them, and
  // a fault that repeats the verdict says it only once.
  const isFaulty = faults.some(
    ({ assessment }) => assessment.status !== 'Healthy',
  );
  const isSaid = ({ status, code }: Assessment) =>
    (isFaulty && (status === 'Progressing' || status === 'Unknown')) ||
    faults.some(
      fault =>
        fault.object === object &&
        (kindOf(object) === 'Pod' || fault.assessment.code === code),
    );
  const verdicts = said.filter(
    verdict => verdict.status !== 'Healthy' && !isSaid(verdict),
  );
  const remarks = said.filter(({ status }) => status === 'Healthy');
  return [
    ...[...verdicts.flatMap(own), ...faults].sort(
      (a, b) =>
        healthRank(b.assessment.status) - healthRank(a.assessment.status),
    ),
    ...remarks.flatMap(own),
    ...own(cappedAutoscaler(object)),
    ...restartRemark(placed, surroundings),
  ];
}

/** What the object itself says, worst first. */
function verdictsOn(
  { object, pods }: PlacedObject,
  argo: Assessment,
  { patience, placed }: Surroundings,
): Assessment[] {
  const judge = OPERATOR_RULES.get(groupKindOf(object));
  if (judge) {
    return judge({ object, now: patience.now, argo, pods }).map(assessment =>
      asConsequence(object, assessment, placed),
    );
  }
  const verdict =
    (argo.status === 'Healthy' ? scaledToZero(object) : undefined) ?? argo;
  return verdict.status === 'Healthy' ? [] : [verdict];
}

/** `Deployment payments-server`, for sentences. */
export function describe(object: unknown): string {
  return `${kindOf(object) || 'Object'} ${nameOf(object) || 'without a name'}`;
}
