import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { type HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type {
  CatalogEnvironment,
  ClusterPart,
  MetricsPart,
  StoredEnvironment,
} from '../../model';
import type { EnvironmentRow } from '../tables';

/** A column that holds a part as JSON. */
export type PartColumn = 'catalog_part' | 'cluster_part' | 'metrics_part';

export type CatalogRow = Pick<
  EnvironmentRow,
  | 'entity_ref'
  | 'cluster'
  | 'namespace'
  | 'environment'
  | 'owner'
  | 'catalog_part'
>;

/**
 * Reads a row whatever it contains. A part that is damaged (a restore that
 * went wrong, somebody's hand) is left out, and its column named: the other
 * parts, and all other rows, are as good as before.
 */
export function readRow(row: EnvironmentRow): {
  stored: StoredEnvironment;
  damaged: PartColumn[];
} {
  const catalog = readCatalogPart(row);
  const state = row.claim_state ?? 'undecided';
  // Whatever else goes wrong: no figures for whom they do not belong to.
  const mayShow = state === 'granted' || state === 'waiting';
  const cluster = mayShow
    ? parsePart(row.cluster_part, isClusterPart)
    : undefined;
  const metrics =
    state === 'granted'
      ? parsePart(row.metrics_part, isMetricsPart)
      : undefined;
  const damaged: PartColumn[] = [
    ...(catalog.isDamaged ? (['catalog_part'] as const) : []),
    ...(cluster === 'damaged' ? (['cluster_part'] as const) : []),
    ...(metrics === 'damaged' ? (['metrics_part'] as const) : []),
  ];
  return {
    stored: {
      entityRef: row.entity_ref,
      catalog: {
        ...catalog.part,
        ...(state === 'refused' && {
          placementProblem: row.claim_problem ?? catalog.part.placementProblem,
        }),
      },
      cluster: cluster === 'damaged' ? undefined : cluster,
      metrics: metrics === 'damaged' ? undefined : metrics,
      health: mayShow ? (row.health as HealthStatus) : 'Unknown',
      isPartial: mayShow && Boolean(row.is_partial),
      healthSince: (mayShow && row.health_since) || undefined,
      collectedAt: (mayShow && row.collected_at) || undefined,
      claim: {
        state,
        ...(row.claim_primary !== null && { primary: row.claim_primary }),
      },
      changeKey: row.change_key,
      revision: Number(row.revision),
    },
    damaged,
  };
}

/** What the catalog said; where that is damaged, what the other columns know. */
export function readCatalogPart(row: CatalogRow): {
  part: CatalogEnvironment;
  isDamaged: boolean;
} {
  const part = parsePart(row.catalog_part, isCatalogPart);
  return part === undefined || part === 'damaged'
    ? {
        isDamaged: true,
        part: {
          entityRef: row.entity_ref,
          name: row.environment,
          owner: row.owner ?? undefined,
          ownership: 'unknown',
          cluster: row.cluster,
          namespace: row.namespace,
          links: [],
          aliases: [],
        },
      }
    : { part, isDamaged: false };
}

function parsePart<T>(
  json: string | null,
  isPart: (value: unknown) => value is T,
): T | undefined | 'damaged' {
  if (json === null) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(json);
    return isPart(value) ? value : 'damaged';
  } catch {
    // The caller is told, names the row in the log and has it written anew.
    return 'damaged';
  }
}

function isCatalogPart(value: unknown): value is CatalogEnvironment {
  return (
    isRecord(value) &&
    [value.entityRef, value.name, value.cluster, value.namespace].every(
      item => typeof item === 'string',
    ) &&
    isListOf(value.links, isRecord) &&
    isListOf(value.aliases, item => typeof item === 'string')
  );
}

function isClusterPart(value: unknown): value is ClusterPart {
  return (
    isRecord(value) &&
    isRecord(value.health) &&
    typeof value.health.status === 'string' &&
    isListOf(value.health.reasons, isRecord) &&
    [value.components, value.storage, value.certificates, value.backups].every(
      list => isListOf(list, isRecord),
    )
  );
}

function isMetricsPart(value: unknown): value is MetricsPart {
  return (
    isRecord(value) &&
    isListOf(value.alerts, isRecord) &&
    isListOf(value.slos, isRecord) &&
    isRecord(value.volumes)
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
