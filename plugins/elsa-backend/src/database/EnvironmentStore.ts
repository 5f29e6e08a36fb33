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
import { type PreparedPart, preparePart } from './preparePart';
import { type EnvironmentRow, TABLES, type TransitionRow } from './tables';
import {
  CLUSTER_COLUMNS,
  METRICS_COLUMNS,
  updateRows,
  type WriteContext,
} from './updateRows';
import { writeRevision } from './writeRevision';

/** SQLite takes 32,766 values in one statement; a row has 7 at most. */
const CHUNK = 500;

/** What a write changed. */
export interface WriteResult {
  /** Change keys of all environments whose row was written. */
  changeKeys: string[];
  healthChanges: HealthChange[];
}

export interface ClusterWriteOptions {
  at: string;
  lease?: Lease;
  /** When the reading began; a newer refresh is not overwritten by it. */
  readAt: string;
  /** Set when the environments were read by themselves. */
  collectedAt?: string;
}

/** What is stored of an environment that no cluster has been asked about. */
const NOTHING_READ = {
  health: 'Unknown',
  health_since: null,
  is_partial: false,
  cluster_part: null,
  cluster_hash: null,
  collected_at: null,
  metrics_part: null,
  metrics_hash: null,
};

/**
 * Whether what is stored was read of something else: of another place, or of
 * an environment that was gone meanwhile.
 */
function isElsewhere(
  row: Pick<
    EnvironmentRow,
    'cluster' | 'namespace' | 'environment' | 'deleted_at'
  >,
  { cluster, namespace, name }: CatalogEnvironment,
): boolean {
  return (
    row.deleted_at !== null ||
    row.cluster !== cluster ||
    row.namespace !== namespace ||
    row.environment !== name
  );
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
] as const;

type KnownRow = Pick<EnvironmentRow, (typeof KNOWN_COLUMNS)[number]>;

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
        ).select(
          'entity_ref',
          'catalog_hash',
          'deleted_at',
          'change_key',
          'cluster',
          'namespace',
          'environment',
        );
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
            ...(row && isElsewhere(row, environment) && NOTHING_READ),
          };
          // The key is unguessable on purpose: it is broadcast to everyone.
          const key = row?.change_key ?? randomBytes(16).toString('base64url');
          changeKeys.push(key);
          await transaction<EnvironmentRow>(TABLES.environments)
            .insert({
              entity_ref: environment.entityRef,
              change_key: key,
              ...NOTHING_READ,
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
    options: ClusterWriteOptions,
  ): Promise<WriteResult> {
    const prepared = [...parts].map(([entityRef, part]) =>
      preparePart(entityRef, part),
    );
    return this.writePrepared(prepared, options);
  }

  /** The same for parts that were prepared elsewhere; those without text are as they were. */
  async writePrepared(
    parts: readonly PreparedPart[],
    options: ClusterWriteOptions,
  ): Promise<WriteResult> {
    const changed = parts.flatMap(({ json, ...part }) =>
      json === undefined ? [] : [{ ...part, json }],
    );
    return this.#write(changed, options.lease, async (items, context) => {
      const due = items.filter(
        ({ item, row }) =>
          (row.cluster_hash !== item.hash || options.collectedAt) &&
          !(row.collected_at !== null && row.collected_at > options.readAt),
      );
      const turned = due.filter(
        ({ item, row }) =>
          row.cluster_hash === null ||
          row.health !== item.health ||
          Boolean(row.is_partial) !== item.isPartial,
      );
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
      const before = (row: KnownRow) =>
        row.cluster_hash === null ? undefined : (row.health as HealthStatus);
      if (turned.length > 0) {
        await context.transaction<TransitionRow>(TABLES.transitions).insert(
          turned.map(({ item, row }) => ({
            entity_ref: item.entityRef,
            at: options.at,
            from_health: before(row) ?? null,
            to_health: item.health,
            is_partial: item.isPartial,
            reason_code: item.reason?.code ?? null,
            reason_message: item.reason?.message ?? null,
          })),
        );
      }
      return {
        changeKeys: due.map(({ row }) => row.change_key),
        healthChanges: turned
          .filter(({ item, row }) => before(row) !== item.health)
          .map(({ item, row }) => ({
            entityRef: item.entityRef,
            changeKey: row.change_key,
            from: before(row),
            to: item.health,
            at: options.at,
          })),
      };
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
    return this.#write(prepared, options.lease, async (items, context) => {
      const due = items.filter(
        ({ item, row }) => row.metrics_hash !== item.hash || options.isForced,
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

  /** Hashes of the cluster parts of one cluster's environments, by reference. */
  async clusterHashes(cluster: string): Promise<Map<string, string>> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ cluster })
      .whereNull('deleted_at')
      .select('entity_ref', 'cluster_hash');
    return new Map(
      rows.flatMap(({ entity_ref, cluster_hash }) =>
        cluster_hash === null ? [] : [[entity_ref, cluster_hash]],
      ),
    );
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

  /** Runs `update` for all items whose rows exist, many at a time. */
  async #write<T extends { entityRef: string }>(
    items: readonly T[],
    lease: Lease | undefined,
    update: (
      items: ReadonlyArray<{ item: T; row: KnownRow }>,
      context: WriteContext,
    ) => Promise<WriteResult>,
  ): Promise<WriteResult> {
    const result: WriteResult = { changeKeys: [], healthChanges: [] };
    if (items.length === 0) {
      return result;
    }
    await writeRevision(this.#knex, lease, async (transaction, revision) => {
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
