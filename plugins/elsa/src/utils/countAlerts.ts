import type {
  AlertStatus,
  EnvironmentSummary,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** Counts alerts the way the environments table does: a silenced one counts as nothing else. */
export function countAlerts(
  alerts: AlertStatus[],
): EnvironmentSummary['alerts'] {
  const audible = alerts.filter(alert => !alert.isSilenced);
  return {
    firing: audible.filter(alert => alert.state === 'firing').length,
    pending: audible.filter(alert => alert.state === 'pending').length,
    silenced: alerts.length - audible.length,
  };
}
