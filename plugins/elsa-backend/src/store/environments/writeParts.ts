import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Knex } from 'knex';
import type { MetricsPart } from '../../model';
import { storableText } from '../../text';
import { contentHash } from '../contentHash';
import type { Lease } from '../Lease';
import { type EnvironmentRow, TABLES, type TransitionRow } from '../tables';
import { writeRevision } from '../writeRevision';
import type { PreparedPart } from './preparePart';
import {
  CLUSTER_COLUMNS,
  METRICS_COLUMNS,
  updateRows,
  type WriteContext,
} from './updateRows';
import type { WriteResult } from './writeResult';

/** SQLite takes 32,766 values in one statement; a row has 7 at most. */
const CHUNK = 500;

const MAX_REASON_LENGTH = 5_000;

export interface ClusterWriteOptions {
  at: string;
  lease?: Lease;
  /** When the reading began; a newer refresh is not overwritten by it. */
  readAt: string;
  /** Set when the environments were read by themselves. */
  collectedAt?: string;
}

const KNOWN_COLUMNS = [
  'entity_ref',
  'health',
  'health_since',
  'is_partial',
  'change_key',
  'cluster_hash',
  'metrics_hash',
  'collected_at',
  'claim_state',
] as const;

type KnownRow = Pick<EnvironmentRow, (typeof KNOWN_COLUMNS)[number]>;

interface Entry<T> {
  item: T;
  row: KnownRow;
}

type ChangedPart = PreparedPart & { json: string };

/** Writes what a cluster said; records every change of health. */
export async function writeClusterParts(
  knex: Knex,
  parts: readonly PreparedPart[],
  options: ClusterWriteOptions,
): Promise<WriteResult> {
  // Those without text are as they were.
  const changed = parts.flatMap(({ json, ...part }) =>
    json === undefined ? [] : [{ ...part, json }],
  );
  return writeKnown(knex, changed, options.lease, async (entries, context) => {
    const due = entries.filter(entry => isDue(entry, options));
    const turned = due.filter(hasTurned);
    const isTurned = new Set(turned);
    await updateRows(
      context,
      CLUSTER_COLUMNS,
      due.map(entry => {
        const { item, row } = entry;
        return [
          item.entityRef,
          item.json,
          item.hash,
          item.health,
          String(item.isPartial),
          isTurned.has(entry) ? options.at : row.health_since,
          options.collectedAt ?? row.collected_at,
        ];
      }),
    );
    if (turned.length > 0) {
      await context
        .transaction<TransitionRow>(TABLES.transitions)
        .insert(turned.map(entry => toTransition(entry, options.at)));
    }
    return {
      changeKeys: due.map(({ row }) => row.change_key),
      healthChanges: turned
        .filter(({ item, row }) => healthBefore(row) !== item.health)
        .map(({ item, row }) => ({
          entityRef: item.entityRef,
          changeKey: row.change_key,
          from: healthBefore(row),
          to: item.health,
          at: options.at,
        })),
    };
  });
}

/** An entity that is refused meanwhile gets nothing, and nothing old replaces what is newer. */
function isDue(
  { item, row }: Entry<ChangedPart>,
  { collectedAt, readAt }: ClusterWriteOptions,
): boolean {
  return (
    (row.claim_state === 'granted' || row.claim_state === 'waiting') &&
    (row.cluster_hash !== item.hash || collectedAt !== undefined) &&
    !(row.collected_at !== null && row.collected_at > readAt)
  );
}

function hasTurned({ item, row }: Entry<ChangedPart>): boolean {
  return (
    row.cluster_hash === null ||
    row.health !== item.health ||
    Boolean(row.is_partial) !== item.isPartial
  );
}

function healthBefore(row: KnownRow): HealthStatus | undefined {
  return row.cluster_hash === null ? undefined : (row.health as HealthStatus);
}

/** Its reason has words of the cluster, which may be anything. */
function toTransition(
  { item, row }: Entry<ChangedPart>,
  at: string,
): Omit<TransitionRow, 'id'> {
  const { reason } = item;
  return {
    entity_ref: item.entityRef,
    at,
    from_health: healthBefore(row) ?? null,
    to_health: item.health,
    is_partial: item.isPartial,
    reason_code: reason ? storableText(reason.code, 255) : null,
    reason_message: reason
      ? storableText(reason.message, MAX_REASON_LENGTH)
      : null,
  };
}

export interface MetricsWriteOptions {
  lease?: Lease;
  /** Writes the time of evaluation even when no figure has changed. */
  isForced?: boolean;
}

/** Writes what Prometheus said. */
export async function writeMetricsParts(
  knex: Knex,
  parts: ReadonlyMap<string, MetricsPart>,
  options: MetricsWriteOptions,
): Promise<WriteResult> {
  const prepared = [...parts].map(([entityRef, part]) => {
    // The time of evaluation alone is no news; the source's state has it.
    const { evaluatedAt, ...content } = part;
    return {
      entityRef,
      json: JSON.stringify({ evaluatedAt, ...content }),
      hash: contentHash(JSON.stringify(content, roundFigures)),
    };
  });
  return writeKnown(knex, prepared, options.lease, async (entries, context) => {
    const due = entries.filter(
      ({ item, row }) =>
        row.claim_state === 'granted' &&
        (row.metrics_hash !== item.hash || options.isForced),
    );
    await updateRows(
      context,
      METRICS_COLUMNS,
      due.map(({ item }) => [item.entityRef, item.json, item.hash]),
    );
    return {
      changeKeys: due.map(({ row }) => row.change_key),
      healthChanges: [],
    };
  });
}

/** Runs `update` for all items whose rows exist, many at a time. */
async function writeKnown<T extends { entityRef: string }>(
  knex: Knex,
  items: readonly T[],
  lease: Lease | undefined,
  update: (
    entries: ReadonlyArray<Entry<T>>,
    context: WriteContext,
  ) => Promise<WriteResult>,
): Promise<WriteResult> {
  const result: WriteResult = { changeKeys: [], healthChanges: [] };
  if (items.length === 0) {
    return result;
  }
  await writeRevision(knex, lease, async (transaction, revision) => {
    for (let start = 0; start < items.length; start += CHUNK) {
      const chunk = items.slice(start, start + CHUNK);
      const rows: KnownRow[] = await transaction<EnvironmentRow>(
        TABLES.environments,
      )
        .whereIn(
          'entity_ref',
          chunk.map(item => item.entityRef),
        )
        .whereNull('deleted_at')
        .select(KNOWN_COLUMNS);
      const byRef = new Map(rows.map(row => [row.entity_ref, row]));
      const known = chunk.flatMap(item => {
        const row = byRef.get(item.entityRef);
        return row ? [{ item, row }] : [];
      });
      const written = await update(known, { transaction, revision });
      result.changeKeys.push(...written.changeKeys);
      result.healthChanges.push(...written.healthChanges);
    }
  });
  return result;
}

/**
 * Ratios and rates move a little with every evaluation; three digits are what
 * people are shown, and a change below them is not worth a write and a push.
 */
function roundFigures(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
