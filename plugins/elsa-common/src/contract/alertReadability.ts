import {
  type AlertReadability,
  type AlertsSummary,
  type AlertStatus,
  type SourceStatus,
} from './generated/names';

/** Counts of alerts; a silenced one counts as nothing else. @public */
export interface AlertCounts {
  firing: number;
  /** Those of the firing ones that somebody has to act on now. */
  critical: number;
  pending: number;
  silenced: number;
}

/** Severities with which rules of the field wake somebody up. */
const CRITICAL_SEVERITIES = ['critical', 'page', 'emergency', 'fatal'];

/** @public */
export function countAlerts(
  alerts: readonly Pick<AlertStatus, 'state' | 'isSilenced' | 'severity'>[],
): AlertCounts {
  const audible = alerts.filter(alert => !alert.isSilenced);
  const firing = audible.filter(({ state }) => state === 'firing');
  return {
    firing: firing.length,
    critical: firing.filter(({ severity }) =>
      CRITICAL_SEVERITIES.includes(severity?.toLocaleLowerCase('en-US') ?? ''),
    ).length,
    pending: audible.filter(({ state }) => state === 'pending').length,
    silenced: alerts.length - audible.length,
  };
}

/**
 * Whether having no alerts means that there are none.
 *
 * @param known - `hasAlerts`: some are known, from whenever; `sources`: those
 * of the environment, of which only kind `prometheus` is looked at
 * @param isCurrent - whether what a source last gave still counts; default: it
 * answers now
 * @public
 */
export function alertReadability(
  known: { hasAlerts: boolean; sources: readonly SourceStatus[] },
  isCurrent: (source: SourceStatus) => boolean = ({ state }) => state === 'ok',
): AlertReadability {
  const servers = known.sources.filter(
    ({ kind, state }) => kind === 'prometheus' && state !== 'not-configured',
  );
  if (servers.length > 0 && servers.every(isCurrent)) {
    return 'readable';
  }
  const wasRead = servers.some(
    ({ state, lastSuccessAt }) => state === 'ok' || lastSuccessAt !== undefined,
  );
  // One of two servers that is silent hides as much as an old answer does.
  if (wasRead || known.hasAlerts) {
    return 'stale';
  }
  return servers.length > 0 ? 'unavailable' : 'not-configured';
}

/** Whether nothing at all is known of the alerts. @public */
export function isAlertless(
  readability: AlertReadability,
): readability is 'unavailable' | 'not-configured' {
  return readability === 'unavailable' || readability === 'not-configured';
}

/** Counts as a list shows them: what could not be read is not 0. @public */
export function summarizeAlerts(
  counts: AlertCounts,
  readability: AlertReadability,
): AlertsSummary {
  return isAlertless(readability)
    ? { readability, firing: null, pending: null, silenced: null }
    : { readability, ...counts };
}
