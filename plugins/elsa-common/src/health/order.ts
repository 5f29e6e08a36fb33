import { HEALTH_STATUSES, type HealthStatus } from '../contract';

/** Position in Argo CD's order, 0 = best. @public */
export function healthRank(status: HealthStatus): number {
  return HEALTH_STATUSES.indexOf(status);
}

/** The worst of several; Healthy of none. @public */
export function worstHealth(statuses: Iterable<HealthStatus>): HealthStatus {
  let worst: HealthStatus = 'Healthy';
  for (const status of statuses) {
    if (healthRank(status) > healthRank(worst)) {
      worst = status;
    }
  }
  return worst;
}

/** Whether something is certainly wrong, whatever else is not known. */
export function isKnownBad(status: HealthStatus): boolean {
  return status === 'Missing' || status === 'Degraded';
}

/**
 * The worst of several where Unknown hides nothing: what is certainly wrong
 * counts, whatever else is not known.
 */
export function worstKnownHealth(
  statuses: Iterable<HealthStatus>,
): HealthStatus {
  const all = [...statuses];
  const bad = all.filter(isKnownBad);
  return worstHealth(bad.length > 0 ? bad : all);
}
