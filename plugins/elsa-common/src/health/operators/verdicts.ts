import type { ComponentName, HealthStatus } from '../../contract';
import type { RunbookKey } from '../../runbook/keys';
import { POD_NOT_READY_AFTER_SECONDS } from '../../thresholds';
import { healthRank } from '../order';
import type { Condition } from '../read';
import { byCondition } from '../rules/result';
import type { Assessment } from '../types';

/**
 * How long an autoscaler may lack its metrics. New pods have none for the
 * first minute, and adapters are restarted now and then.
 */
export const METRICS_PATIENCE_SECONDS = 120;

/** What is made of a condition; without a status of its own: nothing. */
export interface ConditionVerdict {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  /** Only with these reasons; default: any other. */
  reasons?: readonly string[];
  /** From the beginning. `Healthy` is a remark that changes nothing. */
  health?: HealthStatus;
  /** Once it has lasted; default: the same. */
  lasting?: HealthStatus;
  patienceSeconds?: number;
  text?: string;
  runbook?: RunbookKey;
  /** The part that suffers, where it is not the object's own. */
  component?: ComponentName;
}

/** Finds what is made of a condition: a row for its reason before one for any. */
export function verdictOf(
  verdicts: readonly ConditionVerdict[],
  { type, status, reason }: Pick<Condition, 'type' | 'status' | 'reason'>,
): ConditionVerdict | undefined {
  const rows = verdicts.filter(
    row => row.type === type && row.status === status,
  );
  return (
    rows.find(({ reasons }) => reasons?.includes(reason ?? '')) ??
    rows.find(({ reasons }) => reasons === undefined)
  );
}

/** Whether something has lasted; what began at an unknown time has. */
export function hasLasted(
  since: string | undefined,
  now: number,
  seconds = POD_NOT_READY_AFTER_SECONDS,
): boolean {
  return since === undefined || now - Date.parse(since) > seconds * 1000;
}

/** All that conditions say, worst first. Conditions nobody knows say nothing. */
export function judgeConditions(
  conditions: readonly Condition[],
  verdicts: readonly ConditionVerdict[],
  now: number,
): Assessment[] {
  const said = conditions.flatMap((condition): Assessment[] => {
    const row = verdictOf(verdicts, condition);
    if (row?.health === undefined) {
      return [];
    }
    const isLasting =
      row.lasting !== undefined &&
      hasLasted(condition.since, now, row.patienceSeconds);
    const assessment = byCondition(
      isLasting ? (row.lasting ?? row.health) : row.health,
      condition,
      row.text ?? 'is not ready',
      row.runbook ?? 'pods-not-starting',
    );
    // Some operators write a sentence where a word belongs.
    const code = assessment.code.replace(/[^A-Za-z0-9.]+(\w?)/g, (_, next) =>
      next.toUpperCase(),
    );
    return [{ ...assessment, code, ...componentOf(row) }];
  });
  return worstFirst(said);
}

function componentOf({ component }: ConditionVerdict) {
  return component === undefined ? {} : { component };
}

export function worstFirst(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort(
    (a, b) => healthRank(b.status) - healthRank(a.status),
  );
}

/** What conditions say, or else what Argo CD's rule makes of the object. */
export function orElse(
  said: readonly Assessment[],
  argo: Assessment,
): Assessment[] {
  return argo.status === 'Healthy' ||
    said.some(({ status }) => status !== 'Healthy')
    ? [...said]
    : [argo, ...said];
}
