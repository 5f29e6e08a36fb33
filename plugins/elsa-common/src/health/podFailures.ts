import type { RunbookKey } from '../runbook/keys';
import {
  findCondition,
  kindOf,
  nameOf,
  read,
  readCount,
  readList,
  readMilliseconds,
  readNumber,
  readString,
  readText,
  readTime,
} from './read';

/** Why a pod does not do its work. @public */
export interface PodFailure {
  code: string;
  /** Completes a sentence that begins with the pod's name. */
  text: string;
  field: string;
  container?: string;
  detail?: string;
  since?: string;
  runbook: RunbookKey;
}

/** The scheduler may need a moment, above all when nodes have to be added. @public */
export const UNSCHEDULABLE_AFTER_SECONDS = 60;

/** @public */
export const OOM_KILLED_WINDOW_SECONDS = 15 * 60;
/** @public */
export const OOM_KILLED_LIMIT = 2;

/** Kubernetes' default progress deadline; no start should take longer. */
const NOT_READY_AFTER_SECONDS = 600;

/** The kubelet forgets its back-off after this time without a crash. */
const BACK_OFF_RESET_SECONDS = 600;

/**
 * Reasons of waiting containers that do not go away by waiting. The kubelet's
 * other reasons (ContainerCreating, PodInitializing) do.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/images/types.go
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/container/sync_result.go
 */
const WAITING_FAILURES: ReadonlyMap<
  string,
  { text: string; runbook: RunbookKey }
> = new Map([
  ['CrashLoopBackOff', { text: 'keeps crashing', runbook: 'crash-loop' }],
  [
    'ImagePullBackOff',
    { text: 'cannot pull its image', runbook: 'image-pull' },
  ],
  ['ErrImagePull', { text: 'cannot pull its image', runbook: 'image-pull' }],
  [
    'ErrImageNeverPull',
    {
      text: 'may not pull its image and the node does not have it',
      runbook: 'image-pull',
    },
  ],
  [
    'InvalidImageName',
    { text: 'has an invalid image name', runbook: 'image-pull' },
  ],
  [
    'ImageInspectError',
    { text: 'has an image that the node cannot read', runbook: 'image-pull' },
  ],
  [
    'RegistryUnavailable',
    { text: 'cannot reach its image registry', runbook: 'image-pull' },
  ],
  [
    'CreateContainerConfigError',
    {
      text: 'refers to a Secret, ConfigMap or key that does not exist',
      runbook: 'container-config',
    },
  ],
  [
    'CreateContainerError',
    { text: 'cannot be created', runbook: 'container-config' },
  ],
  [
    'RunContainerError',
    { text: 'cannot be started', runbook: 'container-config' },
  ],
] as const);

interface ContainerState {
  status: unknown;
  name: string;
  /** `status.containerStatuses[0]` */
  field: string;
}

/** Init containers and sidecars first, as they start first. */
function containerStates(pod: unknown): ContainerState[] {
  return ['initContainerStatuses', 'containerStatuses'].flatMap(list =>
    readList(pod, 'status', list).map((status, index) => ({
      status,
      name: readText(status, 'name') ?? String(index),
      field: `status.${list}[${index}]`,
    })),
  );
}

/** A sentence's start: which container of the pod. */
function startOf({ field, name }: ContainerState): string {
  return field.includes('init')
    ? `has an init container ${name} that`
    : `has a container ${name} that`;
}

function waitingFailure(container: ContainerState): PodFailure | undefined {
  const waiting = read(container.status, 'state', 'waiting');
  const reason = readText(waiting, 'reason') ?? '';
  const known = WAITING_FAILURES.get(reason);
  if (!known) {
    return undefined;
  }
  const ended = read(container.status, 'lastState', 'terminated');
  const exitCode = readNumber(ended, 'exitCode');
  const exit =
    reason === 'CrashLoopBackOff' && exitCode !== undefined
      ? ` (exit code ${exitCode})`
      : '';
  return {
    code: reason,
    text: `${startOf(container)} ${known.text}${exit}`,
    field: `${container.field}.state.waiting`,
    container: container.name,
    // What the container itself said at its end says more than the back-off.
    detail: readText(ended, 'message') ?? readText(waiting, 'message'),
    since:
      readTime(ended, 'finishedAt') ?? readTime(container.status, 'startedAt'),
    runbook: known.runbook,
  };
}

/** Times at which this container is known to have run out of memory. */
function outOfMemoryTimes(container: ContainerState, now: number): number[] {
  const from = now - OOM_KILLED_WINDOW_SECONDS * 1000;
  const states = [
    read(container.status, 'state', 'terminated'),
    read(container.status, 'lastState', 'terminated'),
  ];
  const ends = states
    .filter(state => readString(state, 'reason') === 'OOMKilled')
    .flatMap(state => readMilliseconds(state, 'finishedAt') ?? []);
  const last = states[1];
  const startedAt = readMilliseconds(last, 'startedAt');
  // Kubernetes keeps only the last end. A run that began as a restart within
  // the window and ended like this was not the first.
  if (
    ends.length === 1 &&
    readString(last, 'reason') === 'OOMKilled' &&
    startedAt !== undefined &&
    readCount(container.status, 'restartCount') >= OOM_KILLED_LIMIT
  ) {
    ends.push(startedAt);
  }
  return ends.filter(time => time >= from && time <= now);
}

function outOfMemoryFailure(
  container: ContainerState,
  now: number,
): PodFailure | undefined {
  const times = outOfMemoryTimes(container, now);
  if (times.length < OOM_KILLED_LIMIT) {
    return undefined;
  }
  const isOver =
    readString(container.status, 'state', 'terminated', 'reason') ===
    'OOMKilled';
  return {
    code: 'OOMKilled',
    text: `${startOf(container)} ran out of memory ${
      times.length
    } times within 15 minutes`,
    field: `${container.field}.${isOver ? 'state' : 'lastState'}.terminated`,
    container: container.name,
    since: new Date(Math.min(...times)).toISOString(),
    runbook: 'out-of-memory',
  };
}

/** Between two crashes of a loop a container runs for a moment. */
function restartFailure(
  container: ContainerState,
  now: number,
): PodFailure | undefined {
  const ended = read(container.status, 'lastState', 'terminated');
  const finishedAt = readMilliseconds(ended, 'finishedAt');
  const exitCode = readNumber(ended, 'exitCode') ?? 0;
  if (
    read(container.status, 'ready') === true ||
    exitCode === 0 ||
    finishedAt === undefined ||
    now - finishedAt > BACK_OFF_RESET_SECONDS * 1000 ||
    readCount(container.status, 'restartCount') < 2
  ) {
    return undefined;
  }
  return {
    code: 'RepeatedRestarts',
    text: `${startOf(container)} was restarted ${readCount(
      container.status,
      'restartCount',
    )} times and is not ready (exit code ${exitCode})`,
    field: `${container.field}.lastState.terminated`,
    container: container.name,
    detail: readText(ended, 'message') ?? readText(ended, 'reason'),
    since: readTime(ended, 'finishedAt'),
    runbook: 'crash-loop',
  };
}

function unschedulable(pod: unknown, now: number): PodFailure | undefined {
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

/** Runs, but has not been ready for longer than any start may take. */
function notReady(pod: unknown, now: number): PodFailure | undefined {
  const ready = findCondition(pod, 'Ready');
  const isLong =
    readString(pod, 'status', 'phase') === 'Running' &&
    readString(pod, 'spec', 'restartPolicy') !== 'Never' &&
    readString(pod, 'spec', 'restartPolicy') !== 'OnFailure' &&
    ready?.status === 'False' &&
    ready.since !== undefined &&
    now - Date.parse(ready.since) > NOT_READY_AFTER_SECONDS * 1000;
  return ready && isLong
    ? {
        code: 'NotReady',
        text: 'has not been ready for more than 10 minutes',
        field: ready.field,
        detail: ready.message,
        since: ready.since,
        runbook: 'not-ready',
      }
    : undefined;
}

/**
 * What keeps a pod from working, worst first; empty when nothing does or when
 * it is being deleted. A pod that failed for good belongs to a Job or was left
 * over and is the rules' matter.
 *
 * @param now - milliseconds since 1970
 * @public
 */
export function podFailures(pod: unknown, now: number): PodFailure[] {
  if (
    kindOf(pod) !== 'Pod' ||
    nameOf(pod) === '' ||
    readText(pod, 'metadata', 'deletionTimestamp')
  ) {
    return [];
  }
  const phase = readString(pod, 'status', 'phase');
  if (phase === 'Succeeded' || phase === 'Failed') {
    return [];
  }
  const containers = containerStates(pod);
  const found = [
    ...containers.flatMap(container => waitingFailure(container) ?? []),
    ...containers.flatMap(
      container => outOfMemoryFailure(container, now) ?? [],
    ),
    unschedulable(pod, now),
  ].filter(failure => failure !== undefined);
  if (found.length > 0) {
    return found;
  }
  const restarts = containers.flatMap(
    container => restartFailure(container, now) ?? [],
  );
  const late = notReady(pod, now);
  return restarts.length > 0 || !late ? restarts : [late];
}
