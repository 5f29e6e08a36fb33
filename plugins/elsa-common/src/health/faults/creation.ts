import { warningsOf } from '../events';
import { isTooLong, latest } from '../pods/patience';
import {
  findCondition,
  groupKindOf,
  read,
  readCount,
  readNumber,
  readText,
  readTime,
} from '../read';
import { byCondition, byField } from '../rules/result';
import type { Surroundings } from '../Surroundings';
import type { PlacedObject } from '../topology';
import type { Assessment } from '../types';

/** The API server's words for a namespace that goes. */
const NAMESPACE_GOES = /because it is being terminated/;

/** Nothing can be created in a namespace that is being deleted. */
function namespaceGoes(assessment: Assessment): Assessment {
  return NAMESPACE_GOES.test(assessment.detail ?? '')
    ? {
        ...assessment,
        code: 'NamespaceTerminating',
        text: 'can create nothing, as its namespace is being deleted',
        runbook: 'namespace-terminating',
      }
    : assessment;
}

/** Pods that were never created cannot speak: a quota or a policy refused them. */
function replicaFailure(object: unknown): Assessment | undefined {
  const failure = groupKindOf(object).startsWith('apps/')
    ? findCondition(object, 'ReplicaFailure')
    : undefined;
  return failure?.status === 'True'
    ? byCondition(
        'Degraded',
        failure,
        'cannot create pods',
        'pod-creation-refused',
      )
    : undefined;
}

/** Reasons of a Deployment that got no further than its ReplicaSet. */
const NO_REPLICA_SET = new Set(['ReplicaSetCreateError', 'FailedCreate']);

/** A quota or a webhook refuses the ReplicaSet; the controller tries again. */
function replicaSetFailure(
  object: unknown,
  { patience }: Surroundings,
): Assessment | undefined {
  const progressing =
    groupKindOf(object) === 'apps/Deployment'
      ? findCondition(object, 'Progressing')
      : undefined;
  if (
    progressing?.status !== 'False' ||
    !NO_REPLICA_SET.has(progressing.reason ?? '')
  ) {
    return undefined;
  }
  const isStuck =
    progressing.since === undefined || isTooLong(progressing.since, patience);
  return byCondition(
    isStuck ? 'Degraded' : 'Progressing',
    progressing,
    'cannot create its ReplicaSet',
    'pod-creation-refused',
  );
}

/** How many pods there should be and are, of kinds that never say why they lack some. */
function podCounts(
  object: unknown,
): { wanted: number; there: number; field: string } | undefined {
  switch (groupKindOf(object)) {
    case 'apps/StatefulSet':
      return {
        wanted: readNumber(object, 'spec', 'replicas') ?? 1,
        there: readCount(object, 'status', 'replicas'),
        field: 'status.replicas',
      };
    case 'apps/DaemonSet':
      return {
        wanted: readCount(object, 'status', 'desiredNumberScheduled'),
        there: readCount(object, 'status', 'currentNumberScheduled'),
        field: 'status.currentNumberScheduled',
      };
    case 'batch/Job':
      return {
        wanted:
          read(object, 'spec', 'suspend') === true ||
          readTime(object, 'status', 'completionTime')
            ? 0
            : 1,
        there:
          readCount(object, 'status', 'active') +
          readCount(object, 'status', 'succeeded') +
          readCount(object, 'status', 'failed'),
        field: 'status.active',
      };
    default:
      return undefined;
  }
}

/** When a workload last had a reason to make another pod. */
function lastReason({ object, pods }: PlacedObject): string | undefined {
  return latest([
    readTime(object, 'metadata', 'creationTimestamp'),
    readTime(object, 'status', 'startTime'),
    // In order: the next pod is made once the one before it is ready.
    ...pods.map(pod => findCondition(pod, 'Ready')?.since),
  ]);
}

/**
 * Pods are wanted and not made. These kinds have no condition for it: what
 * says so is how long it lasts, and an event where events were read.
 */
function podsNotCreated(
  placed: PlacedObject,
  { patience, warnings }: Surroundings,
): Assessment | undefined {
  const { object, pods } = placed;
  const counts = podCounts(object);
  const observed = readCount(object, 'status', 'observedGeneration');
  const isChanged =
    observed > 0 && readCount(object, 'metadata', 'generation') > observed;
  const isWaiting = pods.some(
    pod => findCondition(pod, 'Ready')?.status !== 'True',
  );
  if (!counts || counts.there >= counts.wanted || isChanged || isWaiting) {
    return undefined;
  }
  const refusal = warningsOf(object, warnings).find(({ reason }) =>
    reason.startsWith('FailedCreate'),
  );
  const since = refusal?.firstAt ?? lastReason(placed);
  return isTooLong(since, patience)
    ? byField(
        'Degraded',
        refusal?.reason ?? 'PodsNotCreated',
        counts.there === 0
          ? 'has no pod, as none is created'
          : `has ${counts.there} of ${counts.wanted} pods, and the others are not created`,
        counts.field,
        'pod-creation-refused',
        { detail: refusal?.message, since },
      )
    : undefined;
}

/** The namespace itself, where it was read. */
function goingNamespace(
  object: unknown,
  { patience }: Surroundings,
): Assessment | undefined {
  const since = readTime(object, 'metadata', 'deletionTimestamp');
  const isGoing =
    groupKindOf(object) === 'Namespace' &&
    (since !== undefined ||
      readText(object, 'status', 'phase') === 'Terminating');
  const remaining = [
    'NamespaceFinalizersRemaining',
    'NamespaceContentRemaining',
    'NamespaceDeletionContentFailure',
    'NamespaceDeletionDiscoveryFailure',
  ]
    .map(type => findCondition(object, type))
    .find(condition => condition?.status === 'True');
  return isGoing
    ? byField(
        since === undefined || isTooLong(since, patience)
          ? 'Degraded'
          : 'Progressing',
        'NamespaceTerminating',
        'is being deleted, so nothing can be created in it',
        'metadata.deletionTimestamp',
        'namespace-terminating',
        { detail: remaining?.message, since },
      )
    : undefined;
}

/** Why what a workload needs is not created. */
export function creationFaults(
  placed: PlacedObject,
  surroundings: Surroundings,
): Assessment[] {
  const { object } = placed;
  return [
    replicaFailure(object),
    replicaSetFailure(object, surroundings),
    podsNotCreated(placed, surroundings),
    goingNamespace(object, surroundings),
  ]
    .filter(fault => fault !== undefined)
    .map(namespaceGoes);
}
