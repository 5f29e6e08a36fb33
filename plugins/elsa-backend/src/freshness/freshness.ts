import type { HealthReason } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  type CatalogEnvironment,
  sourceId,
  type StoredEnvironment,
  type StoredSource,
} from '../model';

/** What age is judged by. */
export interface FreshnessContext {
  /** By id. */
  sources: ReadonlyMap<string, StoredSource>;
  nowMs: number;
  staleAfterMs: number;
  /** Ids of the servers that hold a cluster's figures. */
  metricsSourceIds: (cluster: string) => string[];
}

/**
 * When the cluster part was last confirmed: by a reading of the whole cluster
 * or of the environment alone. ISO times in UTC compare as text.
 */
export function lastCollectedAt(
  stored: Pick<StoredEnvironment, 'collectedAt'> & {
    hasCluster: boolean;
    cluster: string;
  },
  sources: ReadonlyMap<string, StoredSource>,
): string | undefined {
  if (!stored.hasCluster) {
    return undefined;
  }
  const fromCluster = sources.get(
    sourceId('kubernetes', stored.cluster),
  )?.lastDataAt;
  const { collectedAt } = stored;
  if (fromCluster === undefined || collectedAt === undefined) {
    return fromCluster ?? collectedAt;
  }
  return fromCluster > collectedAt ? fromCluster : collectedAt;
}

/**
 * Also of a time that lies as far ahead: by the clock of a backend that goes
 * wrong, figures would stay fresh for as long as it is fast.
 */
export function isTooOld(
  time: string | undefined,
  { nowMs, staleAfterMs }: Pick<FreshnessContext, 'nowMs' | 'staleAfterMs'>,
): boolean {
  return (
    time === undefined || !(Math.abs(nowMs - Date.parse(time)) <= staleAfterMs)
  );
}

/** The moment at which figures of `collectedAt` stopped being true. */
export function becameStaleAt(
  collectedAt: string | undefined,
  { staleAfterMs }: Pick<FreshnessContext, 'staleAfterMs'>,
): string | undefined {
  return (
    collectedAt &&
    new Date(Date.parse(collectedAt) + staleAfterMs).toISOString()
  );
}

/** Why nothing certain can be said about an environment. */
export function unknownReason(
  catalog: Pick<CatalogEnvironment, 'cluster' | 'placementProblem'>,
  collectedAt: string | undefined,
  context: Pick<FreshnessContext, 'sources' | 'staleAfterMs'>,
): HealthReason {
  const { cluster, placementProblem } = catalog;
  const base = { health: 'Unknown', component: 'other' } as const;
  if (placementProblem !== undefined) {
    return {
      ...base,
      code: 'InvalidPlacement',
      message: placementProblem,
      runbook: 'source-unavailable',
    };
  }
  const source = context.sources.get(sourceId('kubernetes', cluster));
  const detail = source ? describeSource(source) : '';
  if (collectedAt !== undefined) {
    return {
      ...base,
      code: 'StaleData',
      message: `Cluster '${cluster}' was last read at ${collectedAt}; the data shown is from then.${detail}`,
      since: becameStaleAt(collectedAt, context),
      runbook: 'source-unavailable',
    };
  }
  return {
    ...base,
    code: 'NotCollected',
    message: source
      ? `${describeUncollected(cluster, source)}${detail}`
      : `Cluster '${cluster}' is not known to the Kubernetes plugin, or nothing has been collected yet.`,
    runbook: 'source-unavailable',
  };
}

function describeUncollected(cluster: string, { state }: StoredSource): string {
  return state === 'ok'
    ? `Cluster '${cluster}' was last read before the catalog had this environment; it is read again with the next collection.`
    : `Cluster '${cluster}' has not been read yet.`;
}

/** What is wrong with a source, and when it is asked again. */
function describeSource(source: StoredSource): string {
  const { message, nextAttemptAt, state } = source;
  const said = message ? ` ${asSentence(message)}` : '';
  // A 429 says itself until when it is left alone, by a refresh too.
  return nextAttemptAt === undefined || state === 'rate-limited'
    ? said
    : `${said} It is asked again at ${nextAttemptAt.slice(0, 19)}Z; a refresh asks it now.`;
}

/** Messages of servers end as they like. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
