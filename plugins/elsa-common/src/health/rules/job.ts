import { labelOf, readConditions } from '../read';
import type { RunbookKey } from '../../runbook/keys';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** Jobs of the backup component save data; the others prepare the database. */
function runbookOfJob(object: unknown): RunbookKey {
  return labelOf(object, 'app.kubernetes.io/component') === 'backup'
    ? 'backup'
    : 'migration';
}

/**
 * https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_job.go
 * Argo CD goes by the presence of Failed and Complete, not by their status.
 */
export const job: HealthRule = object => {
  const conditions = readConditions(object);
  const last = (type: string) =>
    conditions.filter(condition => condition.type === type).pop();
  const failed = last('Failed');
  const suspended = conditions.find(
    ({ type, status }) => type === 'Suspended' && status === 'True',
  );
  if (failed) {
    return byCondition('Degraded', failed, 'failed', runbookOfJob(object));
  }
  if (suspended) {
    return byCondition('Suspended', suspended, 'is suspended', 'suspended');
  }
  if (last('Complete') || last('Suspended')) {
    return healthy('status.conditions');
  }
  return byField(
    'Progressing',
    'Running',
    'has not ended yet',
    'status.conditions',
    runbookOfJob(object),
  );
};
