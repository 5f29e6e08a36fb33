import type { PodStatus } from '../../contract';
import { isSidecar } from '../pods/podDelays';
import {
  findCondition,
  nameOf,
  labelOf,
  read,
  readCount,
  readList,
  readMilliseconds,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';

const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** What one pod does. @public */
export function summarizePod(pod: unknown): PodStatus {
  const initial = readList(pod, 'status', 'initContainerStatuses');
  const own = readList(pod, 'status', 'containerStatuses');
  const statuses = [...initial, ...own];
  // A sidecar is an init container that stays: it counts as kubectl counts it.
  const lasting = [
    ...initial.filter(status => isSidecar(pod, readText(status, 'name'))),
    ...own,
  ];
  const declared =
    readList(pod, 'spec', 'containers').length +
    readList(pod, 'spec', 'initContainers').filter(
      container => readText(container, 'restartPolicy') === 'Always',
    ).length;
  const waiting = statuses
    .map(status => ({
      container: readText(status, 'name') ?? '',
      reason: readText(status, 'state', 'waiting', 'reason') ?? '',
      message: readText(status, 'state', 'waiting', 'message'),
    }))
    .find(({ reason }) => reason !== '' && reason !== 'PodInitializing');
  const node = readText(pod, 'spec', 'nodeName');
  const zone = labelOf(pod, ZONE_LABEL);
  const startedAt = readTime(pod, 'status', 'startTime');
  const lastTermination = lastTerminationOf(statuses);
  return {
    name: nameOf(pod),
    phase: readText(pod, 'status', 'phase') ?? 'Unknown',
    isReady: findCondition(pod, 'Ready')?.status === 'True',
    readyContainers: lasting.filter(status => read(status, 'ready') === true)
      .length,
    containers: Math.max(declared, lasting.length),
    restarts: statuses.reduce<number>(
      (sum, status) => sum + readCount(status, 'restartCount'),
      0,
    ),
    ...(startedAt ? { startedAt } : {}),
    ...(node ? { node } : {}),
    ...(zone ? { zone } : {}),
    ...(readText(pod, 'metadata', 'deletionTimestamp')
      ? { isTerminating: true }
      : {}),
    images: readList(pod, 'spec', 'containers').flatMap(
      container => readText(container, 'image') ?? [],
    ),
    ...(waiting
      ? {
          waiting: {
            container: waiting.container,
            reason: waiting.reason,
            ...(waiting.message ? { message: waiting.message } : {}),
          },
        }
      : {}),
    ...(lastTermination ? { lastTermination } : {}),
  };
}

/** The newest end of any container; one that never restarted counts if it failed. */
function lastTerminationOf(
  statuses: readonly unknown[],
): PodStatus['lastTermination'] {
  const ends = statuses.flatMap(status =>
    (['state', 'lastState'] as const).flatMap(state => {
      const terminated = read(status, state, 'terminated');
      const exitCode = readNumber(terminated, 'exitCode');
      const isPlainEnd = state === 'state' && exitCode === 0;
      return exitCode === undefined || isPlainEnd
        ? []
        : [{ container: readText(status, 'name') ?? '', terminated, exitCode }];
    }),
  );
  const [newest] = ends.sort(
    (a, b) =>
      (readMilliseconds(b.terminated, 'finishedAt') ?? 0) -
      (readMilliseconds(a.terminated, 'finishedAt') ?? 0),
  );
  if (!newest) {
    return undefined;
  }
  const finishedAt = readTime(newest.terminated, 'finishedAt');
  return {
    container: newest.container,
    reason: readString(newest.terminated, 'reason') || 'Error',
    exitCode: newest.exitCode,
    ...(finishedAt ? { finishedAt } : {}),
  };
}
