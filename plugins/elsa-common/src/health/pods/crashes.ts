import {
  read,
  readCount,
  readMilliseconds,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';
import {
  type ContainerState,
  containerStates,
  isOutOfMemory,
  outOfMemory,
  startOf,
} from './containerFailures';
import type { PodFailure } from './PodFailure';

/** The kubelet forgets its back-off after this time without a crash. */
const BACK_OFF_RESET_SECONDS = 600;

/** How a container ended last, if it did not end by itself and well. */
function lastCrash(
  { status }: ContainerState,
  restarts: number,
): { ended: unknown; finishedAt: number; exitCode: number } | undefined {
  return ['state', 'lastState']
    .map(state => read(status, state, 'terminated'))
    .map(ended => ({
      ended,
      finishedAt: readMilliseconds(ended, 'finishedAt') ?? NaN,
      exitCode: readNumber(ended, 'exitCode') ?? 0,
    }))
    .find(
      ({ ended, finishedAt, exitCode }) =>
        Number.isFinite(finishedAt) &&
        // A probe ends a program that then exits well, again and again.
        (exitCode !== 0 || isOutOfMemory(ended) || restarts >= 2),
    );
}

/**
 * Containers that are not ready after a crash, from the first one: between two
 * crashes of a loop a container runs for a moment.
 */
export function crashes(pod: unknown, now: number): PodFailure[] {
  // What runs to its end is tried again, as often as it was told to.
  const fewest =
    readString(pod, 'spec', 'restartPolicy') === 'OnFailure' ? 2 : 0;
  return readString(pod, 'spec', 'restartPolicy') === 'Never'
    ? []
    : containerStates(pod).flatMap(container => {
        const restarts = readCount(container.status, 'restartCount');
        const crash = lastCrash(container, restarts);
        const isOver =
          !crash ||
          read(container.status, 'ready') === true ||
          now - crash.finishedAt > BACK_OFF_RESET_SECONDS * 1000;
        return isOver || restarts < fewest
          ? []
          : [crashFailure(container, crash.ended, restarts)];
      });
}

function crashFailure(
  container: ContainerState,
  ended: unknown,
  restarts: number,
): PodFailure {
  if (isOutOfMemory(ended)) {
    return outOfMemory(container, 'ran out of memory and is not ready', ended);
  }
  const exitCode = readNumber(ended, 'exitCode') ?? 0;
  const isOver = read(container.status, 'state', 'terminated') === ended;
  const often = restarts > 1;
  return {
    code: often ? 'RepeatedRestarts' : 'Crashed',
    text: often
      ? `${startOf(container)} was restarted ${restarts} times and is not ready (exit code ${exitCode})`
      : `${startOf(container)} crashed and is not ready (exit code ${exitCode})`,
    field: `${container.field}.${isOver ? 'state' : 'lastState'}.terminated`,
    container: container.name,
    detail: readText(ended, 'message') ?? readText(ended, 'reason'),
    since: readTime(ended, 'finishedAt'),
    runbook: 'crash-loop',
  };
}

/** Fewer happen to everybody: a node is drained, a probe comes too early. */
const FREQUENT_RESTARTS = 3;

const HOUR_MS = 3_600_000;

/**
 * A container that is ready now, and crashed so often that it will again. Said
 * until twice the time has passed in which the next crash was to be expected.
 */
export function frequentCrash(
  pod: unknown,
  now: number,
): PodFailure | undefined {
  const createdAt = readMilliseconds(pod, 'metadata', 'creationTimestamp');
  const startedAt = readMilliseconds(pod, 'status', 'startTime') ?? createdAt;
  for (const container of containerStates(pod)) {
    const restarts = readCount(container.status, 'restartCount');
    const crash = lastCrash(container, restarts);
    const age = startedAt === undefined ? HOUR_MS : now - startedAt;
    const stays = Math.min(
      Math.max((2 * age) / Math.max(restarts, 1), HOUR_MS),
      24 * HOUR_MS,
    );
    if (
      crash &&
      restarts >= FREQUENT_RESTARTS &&
      now - crash.finishedAt <= stays
    ) {
      const isMemory = isOutOfMemory(crash.ended);
      return {
        code: isMemory ? 'FrequentOOMKills' : 'FrequentRestarts',
        text: `${startOf(container)} was restarted ${restarts} times, last after ${
          isMemory ? 'it ran out of memory' : `exit code ${crash.exitCode}`
        }, and runs at the moment`,
        field: `${container.field}.lastState.terminated`,
        container: container.name,
        detail: readText(crash.ended, 'message'),
        since: readTime(crash.ended, 'finishedAt'),
        runbook: isMemory ? 'out-of-memory' : 'crash-loop',
      };
    }
  }
  return undefined;
}
