import type { RunbookKey } from '../../runbook/keys';
import {
  read,
  readCount,
  readList,
  readMilliseconds,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';
import type { PodFailure } from './PodFailure';

const OOM_KILLED_WINDOW_SECONDS = 15 * 60;
const OOM_KILLED_LIMIT = 2;

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

export interface ContainerState {
  status: unknown;
  name: string;
  /** `status.containerStatuses[0]` */
  field: string;
}

/** Init containers and sidecars first, as they start first. */
export function containerStates(pod: unknown): ContainerState[] {
  return ['initContainerStatuses', 'containerStatuses'].flatMap(list =>
    readList(pod, 'status', list).map((status, index) => ({
      status,
      name: readText(status, 'name') ?? String(index),
      field: `status.${list}[${index}]`,
    })),
  );
}

/** A sentence's start: which container of the pod. */
export function startOf({ field, name }: ContainerState): string {
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
  const isLoop = reason === 'CrashLoopBackOff';
  if (isLoop && isOutOfMemory(ended)) {
    // The cause, not the kubelet's answer to it.
    return outOfMemory(container, 'keeps running out of memory', ended);
  }
  const exit =
    isLoop && exitCode !== undefined ? ` (exit code ${exitCode})` : '';
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

export function isOutOfMemory(ended: unknown): boolean {
  return readString(ended, 'reason') === 'OOMKilled';
}

export function outOfMemory(
  container: ContainerState,
  text: string,
  ended: unknown,
): PodFailure {
  const isOver = isOutOfMemory(read(container.status, 'state', 'terminated'));
  return {
    code: 'OOMKilled',
    text: `${startOf(container)} ${text}`,
    field: `${container.field}.${isOver ? 'state' : 'lastState'}.terminated`,
    container: container.name,
    since: readTime(ended, 'finishedAt'),
    runbook: 'out-of-memory',
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
  return {
    ...outOfMemory(
      container,
      `ran out of memory ${times.length} times within 15 minutes`,
      undefined,
    ),
    since: new Date(Math.min(...times)).toISOString(),
  };
}

/** Containers that cannot start, or that run out of memory again and again. */
export function containerFailures(pod: unknown, now: number): PodFailure[] {
  const containers = containerStates(pod);
  const waiting = containers.flatMap(
    container => waitingFailure(container) ?? [],
  );
  const isSaid = ({ name }: ContainerState) =>
    waiting.some(
      ({ code, container }) => code === 'OOMKilled' && container === name,
    );
  return [
    ...waiting,
    ...containers
      .filter(container => !isSaid(container))
      .flatMap(container => outOfMemoryFailure(container, now) ?? []),
  ];
}
