import {
  type EnvironmentHealth,
  type EnvironmentStatus,
  type HealthReason,
  type OwnershipStatus,
  type SloStatus,
  type SourceStatus,
  type StorageStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  securityFindings,
  volumeRemarks,
} from '@elsa-portal/backstage-plugin-elsa-common/health';
import {
  CATALOG_SOURCE_ID,
  type ClusterPart,
  type MetricsPart,
  parseSourceId,
  RAW_SLO_INTERVAL_MS,
  sourceId,
  type StoredEnvironment,
  type StoredSource,
} from '../model';
import {
  becameStaleAt,
  type FreshnessContext,
  isTooOld,
  lastCollectedAt,
  unknownReason,
} from '../freshness/freshness';
import { missingPrometheus } from '../sources/prometheus/metricsSources';
import { normalizeOwner } from '../model/normalizeOwner';
import { unmeasuredSlos } from './unmeasuredSlos';

/** An environment as it was when its parts were last read, whenever that was. */
export function composeLastKnown(stored: StoredEnvironment): EnvironmentStatus {
  const { catalog, cluster, metrics } = stored;
  const findings =
    cluster?.securityFindings ?? securityFindings(cluster?.components ?? []);
  return {
    entityRef: stored.entityRef,
    name: catalog.name,
    title: catalog.title,
    description: catalog.description,
    system: catalog.system,
    lifecycle: catalog.lifecycle,
    cluster: catalog.cluster,
    namespace: catalog.namespace,
    hostProfile: catalog.hostProfile,
    health: {
      status: 'Unknown',
      isPartial: false,
      ...cluster?.health,
      reasons: [...(cluster?.health.reasons ?? []), ...remarkOnVolumes(stored)],
      since: stored.healthSince,
    },
    ...(findings.length > 0 && { securityFindings: findings }),
    components: cluster?.components ?? [],
    storage: composeStorage(cluster, metrics),
    certificates: cluster?.certificates ?? [],
    backups: cluster?.backups ?? [],
    alerts: metrics?.alerts ?? [],
    slos: [...(metrics?.slos ?? []), ...unmeasuredSlos(stored)],
    ...(cluster?.deployments && { deployments: cluster.deployments }),
    argoCd: cluster?.argoCd,
    ownership: composeOwnership(stored),
    links: catalog.links,
    sources: [],
    collectedAt: stored.collectedAt,
    isStale: false,
  };
}

/**
 * Puts the parts of an environment together as they are at this moment. Age
 * is judged here, at reading, so that an environment turns Unknown even when
 * no collector runs any more.
 */
export function composeStatus(
  stored: StoredEnvironment,
  context: FreshnessContext,
): EnvironmentStatus {
  const known = composeLastKnown(stored);
  const collectedAt = lastCollectedAt(
    {
      collectedAt: stored.collectedAt,
      hasCluster: stored.cluster !== undefined,
      cluster: stored.catalog.cluster,
    },
    context.sources,
  );
  const isStale = isTooOld(collectedAt, context);
  return {
    ...known,
    health: isStale
      ? composeUnknown(stored, known.health, collectedAt, context)
      : known.health,
    // Last known figures stay; only what they were taken for is withdrawn.
    components: isStale
      ? known.components.map(component => ({
          ...component,
          health: 'Unknown',
        }))
      : known.components,
    slos: [
      ...composeSlos(stored.metrics, context),
      ...unmeasuredSlos(stored, context),
    ],
    sources: composeSources(stored, context),
    collectedAt,
    isStale,
  };
}

function composeUnknown(
  stored: StoredEnvironment,
  last: EnvironmentHealth,
  collectedAt: string | undefined,
  context: FreshnessContext,
): EnvironmentHealth {
  const reason = unknownReason(stored.catalog, collectedAt, context);
  return {
    status: 'Unknown',
    isPartial: false,
    reasons: [
      reason,
      ...last.reasons.filter(({ code }) => code !== reason.code),
    ],
    since:
      stored.cluster && last.status === 'Unknown'
        ? last.since
        : becameStaleAt(collectedAt, context),
  };
}

function composeStorage(
  cluster: ClusterPart | undefined,
  metrics: MetricsPart | undefined,
): StorageStatus[] {
  return (cluster?.storage ?? []).map(claim => {
    const volume = metrics?.volumes[claim.claim];
    return {
      ...claim,
      usedBytes: volume?.usedBytes ?? claim.usedBytes,
      capacityBytes: claim.capacityBytes ?? volume?.capacityBytes,
    };
  });
}

/**
 * How full a volume is becomes known apart from the cluster. The file system's
 * own size counts: the claim's is that of the disk below it, or of nothing at
 * all where volumes are folders of a larger disk.
 */
function remarkOnVolumes({
  catalog,
  cluster,
  metrics,
}: StoredEnvironment): HealthReason[] {
  return composeStorage(cluster, metrics).flatMap(volume => {
    const capacityBytes =
      metrics?.volumes[volume.claim]?.capacityBytes ?? volume.capacityBytes;
    return volumeRemarks({ ...volume, capacityBytes }, catalog.namespace);
  });
}

/** A budget that nobody has measured for a while is no longer `ok`. */
function composeSlos(
  metrics: MetricsPart | undefined,
  context: FreshnessContext,
): SloStatus[] {
  return (metrics?.slos ?? []).map(slo => {
    const readAt = evaluationTime(metrics, slo, context);
    const evaluatedAt = slo.evaluatedAt ?? readAt;
    const isOld =
      isTooOld(readAt, context) ||
      isTooOld(evaluatedAt, {
        ...context,
        staleAfterMs:
          context.staleAfterMs + (slo.evaluatedAt ? RAW_SLO_INTERVAL_MS : 0),
      });
    return { ...slo, evaluatedAt, ...(isOld && { state: 'no-data' }) };
  });
}

/** When all environments of the server were evaluated, or this one alone. */
function evaluationTime(
  metrics: MetricsPart | undefined,
  slo: SloStatus,
  { sources }: FreshnessContext,
): string | undefined {
  const ofSource = slo.source ? sources.get(slo.source)?.lastDataAt : undefined;
  const own = metrics?.evaluatedAt;
  return ofSource !== undefined && (own === undefined || ofSource > own)
    ? ofSource
    : own;
}

function composeOwnership({
  catalog,
  cluster,
}: StoredEnvironment): OwnershipStatus {
  const clusterOwner =
    cluster?.clusterOwner === undefined
      ? undefined
      : normalizeOwner(cluster.clusterOwner);
  return {
    owner: catalog.owner,
    clusterOwner,
    state: catalog.ownership,
    ...(clusterOwner !== undefined &&
      clusterOwner !== catalog.owner && { isDisputed: true }),
  };
}

function composeSources(
  { catalog, claim }: StoredEnvironment,
  context: FreshnessContext,
): SourceStatus[] {
  const isRefused = claim.state === 'refused';
  const known = [
    ...(isRefused ? [] : [sourceId('kubernetes', catalog.cluster)]),
    CATALOG_SOURCE_ID,
  ].flatMap(id => {
    const source = context.sources.get(id);
    return source ? [presentSource(source, context)] : [];
  });
  return isRefused
    ? known
    : [...known, ...composeMetricsSources(catalog.cluster, context)];
}

/** Where the figures of a cluster's environments come from, read yet or not. */
export function composeMetricsSources(
  cluster: string,
  context: FreshnessContext,
): SourceStatus[] {
  const ids = context.metricsSourceIds(cluster);
  return ids.length > 0
    ? ids.flatMap(id => {
        const source = context.sources.get(id);
        const place = parseSourceId(id);
        if (source) {
          return [presentSource(source, context)];
        }
        return place ? [{ id, ...place, state: 'pending' }] : [];
      })
    : [missingPrometheus(cluster)];
}

/**
 * A source that was fine when last asked, but long ago, is stale. Many read from
 * one source, so its note is left out.
 */
export function presentSource(
  { note, ...source }: StoredSource,
  options: Pick<FreshnessContext, 'nowMs' | 'staleAfterMs'>,
): SourceStatus {
  return source.state === 'ok' && isTooOld(source.lastDataAt, options)
    ? {
        ...source,
        state: 'stale',
        message: `Last read at ${source.lastDataAt ?? 'no time at all'}`,
        remedy: 'Check that a backend with the Elsa plugin is running',
      }
    : source;
}
