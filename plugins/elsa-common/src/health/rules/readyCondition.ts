import type { RunbookKey } from '../../runbook/keys';
import { readConditions } from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/**
 * Kinds of which one condition tells all: True is Healthy, False is Degraded,
 * anything else Progressing.
 */
export function readyCondition(options: {
  type?: string;
  broken: string;
  waiting: string;
  runbook: RunbookKey;
}): HealthRule {
  const { type = 'Ready', broken, waiting, runbook } = options;
  return object => {
    const ready = readConditions(object).find(
      condition =>
        condition.type === type &&
        (condition.status === 'False' || condition.status === 'True'),
    );
    if (ready?.status === 'True') {
      return healthy(ready.field);
    }
    return ready
      ? byCondition('Degraded', ready, broken, runbook)
      : byField(
          'Progressing',
          'NoStatus',
          waiting,
          'status.conditions',
          runbook,
        );
  };
}
