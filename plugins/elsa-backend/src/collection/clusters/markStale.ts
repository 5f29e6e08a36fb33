import { unknownReason } from '../../freshness/freshness';
import {
  type ClusterPart,
  sourceId,
  type StoredEnvironment,
  type StoredSource,
} from '../../model';

/** What age is judged by when a cluster's turn has ended. */
export interface StaleContext {
  sources: ReadonlyMap<string, StoredSource>;
  staleAfterMs: number;
  nowMs: number;
}

/** Whether a cluster has said nothing for so long that nothing is certain. */
export function isSilent(
  cluster: string,
  { sources, staleAfterMs, nowMs }: StaleContext,
): boolean {
  const lastDataAt = sources.get(sourceId('kubernetes', cluster))?.lastDataAt;
  return (lastDataAt ?? '') <= cutoffOf({ staleAfterMs, nowMs });
}

/**
 * The parts of environments that become Unknown because their cluster has been
 * silent for too long, so that history and owners learn of it.
 *
 * @param stored - all environments of a cluster that is silent
 */
export function staleParts(
  cluster: string,
  stored: readonly StoredEnvironment[],
  context: StaleContext,
): Map<string, ClusterPart> {
  const lastDataAt =
    context.sources.get(sourceId('kubernetes', cluster))?.lastDataAt ?? '';
  return new Map(
    stored.flatMap(({ entityRef, catalog, cluster: part, collectedAt }) => {
      const isFresh = (collectedAt ?? '') > cutoffOf(context);
      const [first] = part?.health.reasons ?? [];
      if (!part || isFresh || first?.code === 'StaleData') {
        return [];
      }
      const reason = unknownReason(catalog, lastDataAt, context);
      const reasons = [reason, ...part.health.reasons];
      const health = { status: 'Unknown', isPartial: false, reasons } as const;
      return [[entityRef, { ...part, health: { ...health, reasons } }]];
    }),
  );
}

/** ISO times in UTC compare as text. */
function cutoffOf({
  staleAfterMs,
  nowMs,
}: Pick<StaleContext, 'staleAfterMs' | 'nowMs'>): string {
  return new Date(nowMs - staleAfterMs).toISOString();
}
