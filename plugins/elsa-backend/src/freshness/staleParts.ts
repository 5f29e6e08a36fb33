import { type FreshnessContext, isTooOld, unknownReason } from './freshness';
import { type ClusterPart, sourceId, type StoredEnvironment } from '../model';

type StaleContext = Omit<FreshnessContext, 'metricsSourceIds'>;

/** Codes of `unknownReason` for what is too old. */
const ALREADY_SAID: ReadonlySet<string | undefined> = new Set([
  'StaleData',
  'NotCollected',
]);

/** Whether a cluster has said nothing for so long that nothing is certain. */
export function isSilent(cluster: string, context: StaleContext): boolean {
  const source = context.sources.get(sourceId('kubernetes', cluster));
  return isTooOld(source?.lastDataAt, context);
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
  const id = sourceId('kubernetes', cluster);
  const lastDataAt = context.sources.get(id)?.lastDataAt;
  return new Map(
    stored.flatMap(({ entityRef, catalog, cluster: part, collectedAt }) => {
      const isFresh = !isTooOld(collectedAt, context);
      const [first] = part?.health.reasons ?? [];
      if (!part || isFresh || ALREADY_SAID.has(first?.code)) {
        return [];
      }
      const reason = unknownReason(catalog, lastDataAt ?? collectedAt, context);
      const health = {
        status: 'Unknown' as const,
        isPartial: false,
        reasons: [reason, ...part.health.reasons],
      };
      return [[entityRef, { ...part, health }]];
    }),
  );
}
