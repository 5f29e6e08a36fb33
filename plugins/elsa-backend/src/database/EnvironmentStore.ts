import { randomBytes } from 'node:crypto';
import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Knex } from 'knex';
import type {
  CatalogEnvironment,
  ClusterPart,
  HealthChange,
  MetricsPart,
  StoredEnvironment,
} from '../model';
import { contentHash } from './contentHash';
import type { Lease } from './Lease';
import { type EnvironmentRow, TABLES, type TransitionRow } from './tables';
import { writeRevision } from './writeRevision';

/** SQLite takes 32,766 values in one statement; a row has 18 at most. */
const CHUNK = 500;

/** What a write changed. */
export interface WriteResult {
  /** Change keys of all environments whose row was written. */
  changeKeys: string[];
  healthChanges: HealthChange[];
}

/**
 * Environments with their three parts. Parts are compared by hash, so that a
 * cycle which found nothing new writes nothing.
 */
export class EnvironmentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Replaces the list of environments; those that are missing are removed. */
  async writeCatalog(
    environments: readonly CatalogEnvironment[],
    options: { at: string; lease?: Lease },
  ): Promise<WriteResult> {
    return writeRevision(
      this.#knex,
      options.lease,
      async (transaction, revision) => {
        const rows = await transaction<EnvironmentRow>(
          TABLES.environments,
        ).select('entity_ref', 'catalog_hash', 'deleted_at', 'change_key');
        const known = new Map(rows.map(row => [row.entity_ref, row]));
        const changeKeys: string[] = [];
        for (const environment of environments) {
          const row = known.get(environment.entityRef);
          known.delete(environment.entityRef);
          const json = JSON.stringify(environment);
          const hash = contentHash(json);
          if (row && row.catalog_hash === hash && row.deleted_at === null) {
            continue;
          }
          const columns = {
            cluster: environment.cluster,
            namespace: environment.namespace,
            environment: environment.name,
            owner: environment.owner ?? null,
            catalog_part: json,
            catalog_hash: hash,
            deleted_at: null,
            revision,
          };
          // The key is unguessable on purpose: it is broadcast to everyone.
          const key = row?.change_key ?? randomBytes(16).toString('base64url');
          changeKeys.push(key);
          await transaction<EnvironmentRow>(TABLES.environments)
            .insert({
              entity_ref: environment.entityRef,
              change_key: key,
              health: 'Unknown',
              is_partial: false,
              ...columns,
            })
            .onConflict('entity_ref')
            .merge(columns);
        }
        const gone = [...known.values()].filter(row => row.deleted_at === null);
        for (const row of gone) {
          changeKeys.push(row.change_key);
          await transaction<EnvironmentRow>(TABLES.environments)
            .where({ entity_ref: row.entity_ref })
            .update({ deleted_at: options.at, revision });
        }
        return { changeKeys, healthChanges: [] };
      },
    );
  }

  /** Writes what a cluster said; records every change of health. */
  async writeCluster(
    parts: ReadonlyMap<string, ClusterPart>,
    options: {
      at: string;
      lease?: Lease;
      /** When the reading began; a newer refresh is not overwritten by it. */
      readAt: string;
      /** Set when the environments were read by themselves. */
      collectedAt?: string;
    },
  ): Promise<WriteResult> {
    const prepared = [...parts].map(([entityRef, part]) => {
      const json = JSON.stringify(part);
      return { entityRef, part, json, hash: contentHash(json) };
    });
    return this.#write(prepared, options.lease, async (item, row, context) => {
      const isUnchanged =
        row.cluster_hash === item.hash && !options.collectedAt;
      const isOlder =
        row.collected_at !== null && row.collected_at > options.readAt;
      if (isUnchanged || isOlder) {
        return undefined;
      }
      const { status, isPartial, reasons } = item.part.health;
      const isNew =
        row.cluster_hash === null ||
        row.health !== status ||
        Boolean(row.is_partial) !== isPartial;
      await context
        .transaction<EnvironmentRow>(TABLES.environments)
        .where({ entity_ref: item.entityRef })
        .update({
          cluster_part: item.json,
          cluster_hash: item.hash,
          health: status,
          is_partial: isPartial,
          revision: context.revision,
          ...(isNew && { health_since: options.at }),
          ...(options.collectedAt && { collected_at: options.collectedAt }),
        });
      const from =
        row.cluster_hash === null ? undefined : (row.health as HealthStatus);
      if (isNew) {
        await context.transaction<TransitionRow>(TABLES.transitions).insert({
          entity_ref: item.entityRef,
          at: options.at,
          from_health: from ?? null,
          to_health: status,
          is_partial: isPartial,
          reason_code: reasons[0]?.code ?? null,
          reason_message: reasons[0]?.message ?? null,
        });
      }
      return isNew && from !== status
        ? {
            entityRef: item.entityRef,
            changeKey: row.change_key,
            from,
            to: status,
            at: options.at,
          }
        : null;
    });
  }

  async writeMetrics(
    parts: ReadonlyMap<string, MetricsPart>,
    options: {
      lease?: Lease;
      /** Writes the time of evaluation even when no figure has changed. */
      isForced?: boolean;
    },
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
    return this.#write(prepared, options.lease, async (item, row, context) => {
      if (row.metrics_hash === item.hash && !options.isForced) {
        return undefined;
      }
      await context
        .transaction<EnvironmentRow>(TABLES.environments)
        .where({ entity_ref: item.entityRef })
        .update({
          metrics_part: item.json,
          metrics_hash: item.hash,
          revision: context.revision,
        });
      return null;
    });
  }

  /** All environments when `sinceRevision` is 0, else those written after it. */
  async readChanges(sinceRevision: number): Promise<{
    revision: number;
    changed: StoredEnvironment[];
    deleted: string[];
  }> {
    return this.#knex.transaction(async transaction => {
      const state = await transaction(TABLES.state)
        .where({ name: 'revision' })
        .first();
      const revision = Number(state.value);
      if (revision === sinceRevision) {
        return { revision, changed: [], deleted: [] };
      }
      const rows = await transaction<EnvironmentRow>(TABLES.environments)
        .where('revision', '>', sinceRevision)
        .andWhere('revision', '<=', revision);
      return {
        revision,
        changed: rows
          .filter(row => row.deleted_at === null)
          .map(toStoredEnvironment),
        deleted: rows
          .filter(row => row.deleted_at !== null)
          .map(row => row.entity_ref),
      };
    });
  }

  /** What the catalog said when it was last asked. */
  async listCatalog(): Promise<CatalogEnvironment[]> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .whereNull('deleted_at')
      .select('catalog_part');
    return rows.map(row => JSON.parse(row.catalog_part));
  }

  /** Environments of one cluster. */
  async listByCluster(cluster: string): Promise<StoredEnvironment[]> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ cluster })
      .whereNull('deleted_at');
    return rows.map(toStoredEnvironment);
  }

  async read(entityRef: string): Promise<StoredEnvironment | undefined> {
    const row = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ entity_ref: entityRef })
      .whereNull('deleted_at')
      .first();
    return row && toStoredEnvironment(row);
  }

  /** Forgets environments that left the catalog before `cutoff`. */
  async purgeDeleted(cutoff: string): Promise<number> {
    return this.#knex<EnvironmentRow>(TABLES.environments)
      .where('deleted_at', '<', cutoff)
      .delete();
  }

  /**
   * Runs `update` for every item whose row exists. It returns `undefined` when
   * nothing was written, a health change, or null when only figures changed.
   */
  async #write<T extends { entityRef: string }>(
    items: readonly T[],
    lease: Lease | undefined,
    update: (
      item: T,
      row: EnvironmentRow,
      context: { transaction: Knex.Transaction; revision: number },
    ) => Promise<HealthChange | null | undefined>,
  ): Promise<WriteResult> {
    const result: WriteResult = { changeKeys: [], healthChanges: [] };
    if (items.length === 0) {
      return result;
    }
    await writeRevision(this.#knex, lease, async (transaction, revision) => {
      for (let start = 0; start < items.length; start += CHUNK) {
        const chunk = items.slice(start, start + CHUNK);
        const rows: EnvironmentRow[] = await transaction<EnvironmentRow>(
          TABLES.environments,
        )
          .whereIn(
            'entity_ref',
            chunk.map(item => item.entityRef),
          )
          .whereNull('deleted_at')
          .select(
            'entity_ref',
            'health',
            'is_partial',
            'change_key',
            'cluster_hash',
            'metrics_hash',
            'collected_at',
          );
        const byRef = new Map(rows.map(row => [row.entity_ref, row]));
        for (const item of chunk) {
          const row = byRef.get(item.entityRef);
          const change =
            row && (await update(item, row, { transaction, revision }));
          if (row && change !== undefined) {
            result.changeKeys.push(row.change_key);
            if (change) {
              result.healthChanges.push(change);
            }
          }
        }
      }
    });
    return result;
  }
}

/**
 * Ratios and rates move a little with every evaluation; three digits are what
 * people are shown, and a change below them is not worth a write and a push.
 */
function roundFigures(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}

function toStoredEnvironment(row: EnvironmentRow): StoredEnvironment {
  return {
    entityRef: row.entity_ref,
    catalog: JSON.parse(row.catalog_part),
    cluster: row.cluster_part ? JSON.parse(row.cluster_part) : undefined,
    metrics: row.metrics_part ? JSON.parse(row.metrics_part) : undefined,
    health: row.health as HealthStatus,
    isPartial: Boolean(row.is_partial),
    healthSince: row.health_since ?? undefined,
    collectedAt: row.collected_at ?? undefined,
    changeKey: row.change_key,
    revision: Number(row.revision),
  };
}
