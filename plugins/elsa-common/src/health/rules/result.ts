import type { RunbookKey } from '../../runbook/keys';
import type { HealthStatus } from '../../contract';
import type { Condition } from '../read';
import type { Assessment } from '../types';

/** Nothing to report. */
export function healthy(field = 'status'): Assessment {
  return {
    status: 'Healthy',
    code: 'Healthy',
    text: 'is healthy',
    field,
    runbook: 'pods-not-starting',
  };
}

/** An assessment that one condition decided. */
export function byCondition(
  status: HealthStatus,
  condition: Condition,
  text: string,
  runbook: RunbookKey,
  fallbackCode = condition.type,
): Assessment {
  return {
    status,
    code: condition.reason ?? fallbackCode,
    text,
    field: condition.field,
    detail: condition.message,
    since: condition.since,
    runbook,
  };
}

/** An assessment that a plain field decided. */
export function byField(
  status: HealthStatus,
  code: string,
  text: string,
  field: string,
  runbook: RunbookKey,
  extra: { detail?: string; since?: string } = {},
): Assessment {
  return { status, code, text, field, runbook, ...extra };
}

/** The controller has not looked at the newest spec yet. */
export function notObserved(): Assessment {
  return byField(
    'Progressing',
    'GenerationNotObserved',
    'was changed and its controller has not reacted yet',
    'status.observedGeneration',
    'rollout-stuck',
  );
}
