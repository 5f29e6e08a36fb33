import type {
  EnvironmentSummary,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  type FreshnessContext,
  isTooOld,
  lastCollectedAt,
  unknownReason,
} from '../freshness/freshness';
import { sourceId, type StoredEnvironment } from '../model';
import { composeLastKnown } from './composeStatus';
import { composeSummary, type KnownSummary } from './composeSummary';
import { presentAlerts } from './presentAlerts';

/** What is kept in memory of one environment: about a kilobyte. */
export interface IndexEntry {
  summary: KnownSummary;
  slos: Array<{ name: string; state: SloState }>;
  collectedAt?: string;
  hasCluster: boolean;
  placementProblem?: string;
  claim: StoredEnvironment['claim'];
  aliases: string[];
  changeKey: string;
  revision: number;
}

/** Says nothing of age, which is judged when the entry is presented. */
export function toIndexEntry(stored: StoredEnvironment): IndexEntry {
  return {
    summary: composeSummary(composeLastKnown(stored)),
    slos: (stored.metrics?.slos ?? []).map(({ name, state }) => ({
      name,
      state,
    })),
    collectedAt: stored.collectedAt,
    hasCluster: stored.cluster !== undefined,
    placementProblem: stored.catalog.placementProblem,
    claim: stored.claim,
    aliases: stored.catalog.aliases,
    changeKey: stored.changeKey,
    revision: stored.revision,
  };
}

/** Whether no server has evaluated an environment's SLOs for too long. */
export function isSloTooOld(
  { summary }: IndexEntry,
  context: FreshnessContext,
): boolean {
  return (
    summary.slo !== undefined &&
    context
      .metricsSourceIds(summary.cluster)
      .filter(id => id.startsWith(sourceId('prometheus', '')))
      .every(id => isTooOld(context.sources.get(id)?.lastDataAt, context))
  );
}

/** An entry as it is shown at a moment: what is old becomes Unknown. */
export function presentEntry(
  entry: IndexEntry,
  context: FreshnessContext & { isSloStale: boolean },
): EnvironmentSummary {
  const { summary, placementProblem } = entry;
  const { cluster } = summary;
  const collectedAt = lastCollectedAt({ ...entry, cluster }, context.sources);
  const shown = {
    ...summary,
    slo:
      summary.slo && context.isSloStale
        ? { ...summary.slo, state: 'no-data' as const }
        : summary.slo,
    alerts: presentAlerts(summary.alerts, cluster, context),
    collectedAt,
  };
  if (!isTooOld(collectedAt, context)) {
    return { ...shown, isStale: false };
  }
  const { code, message } = unknownReason(
    { cluster, placementProblem },
    collectedAt,
    context,
  );
  return {
    ...shown,
    isStale: true,
    health: 'Unknown',
    isPartial: false,
    reason: { code, message },
  };
}
