import { HEALTH_STATUSES } from '../../contract';
import { readText, readTime } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy } from './result';

/**
 * Argo CD's own verdict in its Application, as it stands there. It is shown
 * beside our health and never part of it.
 */
export const application: HealthRule = object => {
  const field = 'status.health.status';
  const reported = readText(object, 'status', 'health', 'status');
  const status =
    HEALTH_STATUSES.find(candidate => candidate === reported) ?? 'Unknown';
  return status === 'Healthy'
    ? healthy(field)
    : byField(status, status, `is ${status} in Argo CD`, field, 'out-of-sync', {
        detail: readText(object, 'status', 'health', 'message'),
        since: readTime(object, 'status', 'health', 'lastTransitionTime'),
      });
};
