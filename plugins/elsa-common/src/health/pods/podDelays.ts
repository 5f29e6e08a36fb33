import { isRecord } from '../../isRecord';
import {
  findCondition,
  read,
  readList,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';
import { describeLimit, isTooLong, latest, type Patience } from './patience';
import type { PodFailure } from './PodFailure';

/** The scheduler may need a moment, above all when nodes have to be added. */
const UNSCHEDULABLE_AFTER_SECONDS = 60;

/** The scheduler looked for a node and found none. */
export function unschedulable(
  pod: unknown,
  { now }: Patience,
): PodFailure | undefined {
  const scheduled = findCondition(pod, 'PodScheduled');
  if (scheduled?.status !== 'False' || scheduled.reason !== 'Unschedulable') {
    return undefined;
  }
  const since =
    scheduled.since ?? readTime(pod, 'metadata', 'creationTimestamp');
  const isLate =
    since !== undefined &&
    now - Date.parse(since) > UNSCHEDULABLE_AFTER_SECONDS * 1000;
  return isLate
    ? {
        code: 'Unschedulable',
        text: 'does not fit on any node',
        field: scheduled.field,
        detail: scheduled.message,
        since,
        runbook: 'unschedulable',
      }
    : undefined;
}

/**
 * When a pod that is Pending got further for the last time. Only what went
 * well counts: a fault that moves is no progress.
 */
function lastStep(pod: unknown): string | undefined {
  const scheduled = findCondition(pod, 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.since !== undefined) {
    return scheduled.since;
  }
  const reached = ['PodScheduled', 'PodReadyToStartContainers', 'Initialized']
    .map(type => findCondition(pod, type))
    .filter(condition => condition?.status === 'True')
    .map(condition => condition?.since);
  const ended = readList(pod, 'status', 'initContainerStatuses')
    .filter(
      status => readNumber(status, 'state', 'terminated', 'exitCode') === 0,
    )
    .map(status => readTime(status, 'state', 'terminated', 'finishedAt'));
  return latest([
    readTime(pod, 'metadata', 'creationTimestamp') ??
      readTime(pod, 'status', 'startTime'),
    ...reached,
    ...ended,
  ]);
}

/** An init container that stays. */
export function isSidecar(pod: unknown, name: string | undefined): boolean {
  return readList(pod, 'spec', 'initContainers').some(
    container =>
      readText(container, 'name') === name &&
      readText(container, 'restartPolicy') === 'Always',
  );
}

/** Where a pod that is Pending stands still. */
function standstill(
  pod: unknown,
): Pick<
  PodFailure,
  'code' | 'text' | 'field' | 'container' | 'detail' | 'runbook'
> {
  const scheduled = findCondition(pod, 'PodScheduled');
  const hasNode =
    scheduled?.status === 'True' ||
    (scheduled?.status !== 'False' && readText(pod, 'spec', 'nodeName'));
  if (!hasNode) {
    const isGated =
      scheduled?.reason === 'SchedulingGated' ||
      readList(pod, 'spec', 'schedulingGates').length > 0;
    const field = scheduled?.field ?? 'status.conditions';
    return isGated
      ? {
          code: 'SchedulingGated',
          text: 'is held back by a scheduling gate',
          field,
          detail: scheduled?.message,
          runbook: 'not-scheduled',
        }
      : {
          code: 'NotScheduled',
          text: 'has not been looked at by any scheduler',
          field,
          detail: scheduled?.message,
          runbook: 'not-scheduled',
        };
  }
  const initial = readList(pod, 'status', 'initContainerStatuses');
  const index = initial.findIndex(
    status =>
      isRecord(read(status, 'state', 'running')) &&
      !isSidecar(pod, readText(status, 'name')),
  );
  if (index >= 0) {
    const container = readText(initial[index], 'name') ?? String(index);
    return {
      code: 'InitContainerNotDone',
      text: `has an init container ${container} that does not end`,
      field: `status.initContainerStatuses[${index}].state.running`,
      container,
      runbook: 'init-container',
    };
  }
  return {
    code: 'ContainerCreating',
    text: 'has a node, but its containers are not created',
    field: 'status.phase',
    detail: waitingMessage(pod) ?? readText(pod, 'status', 'message'),
    runbook: 'container-creating',
  };
}

function waitingMessage(pod: unknown): string | undefined {
  return ['initContainerStatuses', 'containerStatuses']
    .flatMap(list => readList(pod, 'status', list))
    .map(status => readText(status, 'state', 'waiting', 'message'))
    .find(message => message !== undefined);
}

/** Has been Pending for longer than any start may take. */
export function stuckPending(
  pod: unknown,
  patience: Patience,
): PodFailure | undefined {
  const since = lastStep(pod);
  if (
    readString(pod, 'status', 'phase') !== 'Pending' ||
    !isTooLong(since, patience)
  ) {
    return undefined;
  }
  const where = standstill(pod);
  return {
    ...where,
    text: `${where.text} for more than ${describeLimit(patience)}`,
    since,
  };
}

/** Nobody hears of the node any more, so nobody knows what the pod does. */
export function lostNode(
  pod: unknown,
  patience: Patience,
): PodFailure | undefined {
  const ready = findCondition(pod, 'Ready');
  const phase = readString(pod, 'status', 'phase');
  const isUnknown = phase === 'Unknown' || ready?.status === 'Unknown';
  const since =
    ready?.since ??
    readTime(pod, 'status', 'startTime') ??
    readTime(pod, 'metadata', 'creationTimestamp');
  return isUnknown && isTooLong(since, patience)
    ? {
        code: 'NodeLost',
        text: `has not been heard of for more than ${describeLimit(patience)}`,
        field:
          phase === 'Unknown'
            ? 'status.phase'
            : (ready?.field ?? 'status.phase'),
        detail: readText(pod, 'status', 'message') ?? ready?.message,
        since,
        runbook: 'node-lost',
      }
    : undefined;
}

/** Runs, but has not been ready for longer than any start may take. */
export function notReady(
  pod: unknown,
  patience: Patience,
): PodFailure | undefined {
  const ready = findCondition(pod, 'Ready');
  const policy = readString(pod, 'spec', 'restartPolicy');
  const since =
    ready?.since ??
    (ready === undefined ? readTime(pod, 'status', 'startTime') : undefined);
  const isLong =
    readString(pod, 'status', 'phase') === 'Running' &&
    policy !== 'Never' &&
    policy !== 'OnFailure' &&
    ready?.status !== 'True' &&
    isTooLong(since, patience);
  return isLong
    ? {
        code: 'NotReady',
        text: `has not been ready for more than ${describeLimit(patience)}`,
        field: ready?.field ?? 'status.conditions',
        detail: ready?.message,
        since,
        runbook: 'not-ready',
      }
    : undefined;
}
