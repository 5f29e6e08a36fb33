import type { RunbookKey } from '../../runbook/keys';
import { isRecord } from '../../isRecord';
import {
  annotationOf,
  findCondition,
  read,
  readList,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';
import type { Assessment, HealthRule } from '../types';
import { byField, healthy } from './result';

const IGNORE_RESTART_POLICY = 'argocd.argoproj.io/ignore-restart-policy';

function isWaitingForGood(reason: string): boolean {
  return (
    reason.startsWith('Err') ||
    reason.endsWith('Error') ||
    reason.endsWith('BackOff')
  );
}

function runbookOfWaiting(reason: string): RunbookKey {
  if (/Image/.test(reason)) return 'image-pull';
  return reason === 'CrashLoopBackOff' ? 'crash-loop' : 'container-config';
}

function waiting(object: unknown): Assessment | undefined {
  const statuses = readList(object, 'status', 'containerStatuses');
  for (const [index, status] of statuses.entries()) {
    const reason = readString(status, 'state', 'waiting', 'reason') ?? '';
    if (isWaitingForGood(reason)) {
      const container = readText(status, 'name');
      return {
        ...byField(
          'Degraded',
          reason,
          `cannot start container ${container ?? index}: ${reason}`,
          `status.containerStatuses[${index}].state.waiting`,
          runbookOfWaiting(reason),
          { detail: readText(status, 'state', 'waiting', 'message') },
        ),
        container,
      };
    }
  }
  return undefined;
}

function failed(object: unknown): Assessment {
  const reason = readText(object, 'status', 'reason') ?? 'Failed';
  const message = readText(object, 'status', 'message');
  if (message) {
    return byField(
      'Degraded',
      reason,
      'failed',
      'status.message',
      'crash-loop',
      {
        detail: message,
      },
    );
  }
  for (const list of ['initContainerStatuses', 'containerStatuses']) {
    for (const [index, status] of readList(object, 'status', list).entries()) {
      const terminated = read(status, 'state', 'terminated');
      const exitCode = readNumber(terminated, 'exitCode');
      const ended = readText(terminated, 'reason');
      const detail = readText(terminated, 'message');
      if (detail || ended === 'OOMKilled' || (exitCode ?? 0) !== 0) {
        const container = readText(status, 'name');
        return {
          ...byField(
            'Degraded',
            ended ?? reason,
            `failed: container ${container ?? index} ended with exit code ${
              exitCode ?? 'unknown'
            }`,
            `status.${list}[${index}].state.terminated`,
            ended === 'OOMKilled' ? 'out-of-memory' : 'crash-loop',
            { detail, since: readTime(terminated, 'finishedAt') },
          ),
          container,
        };
      }
    }
  }
  return byField('Degraded', reason, 'failed', 'status.phase', 'crash-loop');
}

function running(object: unknown, isLongRunning: boolean): Assessment {
  if (!isLongRunning) {
    return byField(
      'Progressing',
      'Running',
      'is running and will end',
      'status.phase',
      'pods-not-starting',
    );
  }
  const ready = findCondition(object, 'Ready');
  if (ready?.status === 'True') {
    return healthy('status.phase');
  }
  const statuses = readList(object, 'status', 'containerStatuses');
  for (const [index, status] of statuses.entries()) {
    const terminated = read(status, 'lastState', 'terminated');
    if (isRecord(terminated)) {
      const container = readText(status, 'name');
      const reason = readText(terminated, 'reason') ?? 'Terminated';
      return {
        ...byField(
          'Degraded',
          reason,
          `is not ready and its container ${
            container ?? index
          } ended before (${reason})`,
          `status.containerStatuses[${index}].lastState.terminated`,
          reason === 'OOMKilled' ? 'out-of-memory' : 'crash-loop',
          {
            detail: readText(terminated, 'message'),
            since: readTime(terminated, 'finishedAt'),
          },
        ),
        container,
      };
    }
  }
  return byField(
    'Progressing',
    ready?.reason ?? 'NotReady',
    'is not ready yet',
    ready?.field ?? 'status.phase',
    'not-ready',
    { detail: ready?.message, since: ready?.since },
  );
}

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_pod.go */
export const pod: HealthRule = object => {
  const policy = readString(object, 'spec', 'restartPolicy');
  const isHook =
    annotationOf(object, 'argocd.argoproj.io/hook') !== undefined ||
    annotationOf(object, 'helm.sh/hook') !== undefined;
  const isLongRunning =
    policy === 'Always' ||
    (annotationOf(object, IGNORE_RESTART_POLICY) === 'true' && !isHook);
  const found = isLongRunning ? waiting(object) : undefined;
  if (found) {
    return found;
  }
  const phase = readString(object, 'status', 'phase');
  if (phase === 'Pending') {
    return byField(
      'Progressing',
      'Pending',
      'has not started yet',
      'status.phase',
      'pods-not-starting',
      {
        detail: readText(object, 'status', 'message'),
        since: readTime(object, 'metadata', 'creationTimestamp'),
      },
    );
  }
  if (phase === 'Succeeded') {
    return healthy('status.phase');
  }
  if (phase === 'Failed') {
    return failed(object);
  }
  if (
    phase === 'Running' &&
    (isLongRunning || policy === 'OnFailure' || policy === 'Never')
  ) {
    return running(object, isLongRunning);
  }
  return byField(
    'Unknown',
    'PodPhaseUnknown',
    `reports the phase ${phase || 'unknown'}`,
    'status.phase',
    'pods-not-starting',
    { detail: readText(object, 'status', 'message') },
  );
};
