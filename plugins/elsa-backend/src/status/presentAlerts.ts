import {
  type AlertCounts,
  alertReadability,
  type AlertsSummary,
  summarizeAlerts,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { composeMetricsSources } from './composeStatus';
import { type FreshnessContext, isTooOld } from '../freshness/freshness';

/** Alerts of an environment as they are to be shown at this moment. */
export function presentAlerts(
  counts: AlertCounts,
  cluster: string,
  context: FreshnessContext,
): AlertsSummary {
  const readability = alertReadability(
    {
      hasAlerts: Object.values(counts).some(count => count > 0),
      sources: composeMetricsSources(cluster, context),
    },
    ({ lastSuccessAt }) => !isTooOld(lastSuccessAt, context),
  );
  return summarizeAlerts(counts, readability);
}
