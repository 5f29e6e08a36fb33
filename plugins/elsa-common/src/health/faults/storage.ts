import { groupKindOf, readConditions, readText } from '../read';
import { byCondition, byField } from '../rules/result';
import type { Assessment } from '../types';

/**
 * The storage system refuses the size that a claim asks for. Kubernetes names
 * it in `status.allocatedResourceStatuses` (1.31; `...Failed` before) and in a
 * condition of the claim.
 * https://github.com/kubernetes/enhancements/tree/master/keps/sig-storage/1790-recover-resize-failure
 */
export function infeasibleResize(object: unknown): Assessment | undefined {
  if (groupKindOf(object) !== 'PersistentVolumeClaim') {
    return undefined;
  }
  const text = 'cannot get the size that it asks for';
  const error = readConditions(object).find(
    ({ type, status }) =>
      (type === 'ControllerResizeError' || type === 'NodeResizeError') &&
      status === 'True',
  );
  const status = readText(
    object,
    'status',
    'allocatedResourceStatuses',
    'storage',
  );
  if (/(Infeasible|Failed)$/.test(status ?? '')) {
    return byField(
      'Degraded',
      status ?? 'ResizeInfeasible',
      text,
      'status.allocatedResourceStatuses.storage',
      'volume-resize',
      { detail: error?.message, since: error?.since },
    );
  }
  return (
    error && {
      ...byCondition('Degraded', error, text, 'volume-resize'),
      code: error.type,
    }
  );
}
