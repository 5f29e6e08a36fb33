import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Knex } from 'knex';
import type {
  CatalogEnvironment,
  ClusterPart,
  HealthChange,
  MetricsPart,
  StoredEnvironment,
} from '../model';
import { storableText } from '../text';
import { contentHash } from './contentHash';
import type { Lease } from './Lease';
import { NOTHING_READ } from './nothingRead';
import { type PreparedPart, preparePart } from './preparePart';
import { type PartColumn, readCatalogPart, readRow } from './readRow';
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

const MAX_REASON_LENGTH = 5_000;

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

/** Another place, or another owner: whose it is has to be decided anew. */
function isOtherClaim(
  row: Parameters<typeof isElsewhere>[0] & Pick<EnvironmentRow, 'owner'>,
  environment: CatalogEnvironment,
): boolean {
  return (
    row.cluster !== environment.cluster ||
    row.namespace !== environment.namespace ||
    row.environment !== environment.name ||
    row.owner !== (environment.owner ?? null)
  );
}

const NO_SPEC = { spec_state: null, spec_checked_at: null };
const UNDECIDED = {
  claim_state: null,
  claim_problem: null,
  claim_primary: null,
  ...NO_SPEC,
};

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

/**
 * Environments with their three parts. Parts are compared by hash, so that a
 * cycle which found nothing new writes nothing.
 */
export class EnvironmentStore {
  readonly #knex: Knex;
  readonly #logger: Pick<LoggerService, 'error'>;

  constructor(knex: Knex, logger: Pick<LoggerService, 'error'>) {
    this.#knex = knex;
    this.#logger = logger;
  }

  /**
   * Replaces the list of environments; those that are missing are removed.
   * One that the database refuses keeps none of the others from being written.
   */
  async writeCatalog(
    environments: readonly CatalogEnvironment[],
    options: { at: string; lease?: Lease },
  ): Promise<WriteResult & { refused: string[] }> {
    try {
      return await this.#writeCatalog(environments, options, insert =>
        insert(),
      );
    } catch (error) {
      if (toError(error).name === 'ConflictError') {
        throw error;
      }
      return this.#writeCatalogOneByOne(environments, options);
    }
  }

  /** A savepoint for each row costs time, so it is taken only when one failed. */
  async #writeCatalogOneByOne(
    environments: readonly CatalogEnvironment[],
    options: { at: string; lease?: Lease },
  ): Promise<WriteResult & { refused: string[] }> {
    const refused: string[] = [];
    const result = await this.#writeCatalog(
      environments,
      options,
      async (insert, entityRef, transaction) => {
        try {
          await transaction.transaction(insert);
        } catch (error) {
          refused.push(entityRef);
          this.#logger.error(
            `The database refuses the environment ${entityRef}`,
            toError(error),
          );
        }
      },
    );
    return { ...result, refused };
  }

  async #writeCatalog(
    environments: readonly CatalogEnvironment[],
    options: { at: string; lease?: Lease },
    write: (
      insert: (savepoint?: Knex.Transaction) => Promise<void>,
      entityRef: string,
      transaction: Knex.Transaction,
    ) => Promise<void>,
  ): Promise<WriteResult & { refused: string[] }> {
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
          'owner',
          'location',
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
          const location = environment.location ?? null;
          const columns = {
            cluster: environment.cluster,
            namespace: environment.namespace,
            environment: environment.name,
            owner: environment.owner ?? null,
            location,
            catalog_part: json,
            catalog_hash: hash,
            deleted_at: null,
            revision,
            ...(row && isElsewhere(row, environment) && NOTHING_READ),
            ...(row && row.location !== location && NO_SPEC),
            ...((!row || isOtherClaim(row, environment)) && {
              ...UNDECIDED,
              claimed_at: options.at,
            }),
          };
          const key = row?.change_key ?? randomBytes(16).toString('base64url');
          const insert = async (savepoint = transaction) => {
            await savepoint<EnvironmentRow>(TABLES.environments)
              .insert({
                entity_ref: environment.entityRef,
                change_key: key,
                ...NOTHING_READ,
                ...columns,
              })
              .onConflict('entity_ref')
              .merge(columns);
            changeKeys.push(key);
          };
          await write(insert, environment.entityRef, transaction);
        }
        const gone = [...known.values()].filter(row => row.deleted_at === null);
        for (const row of gone) {
          changeKeys.push(row.change_key);
          await transaction<EnvironmentRow>(TABLES.environments)
            .where({ entity_ref: row.entity_ref })
            .update({ deleted_at: options.at, revision });
        }
        return { changeKeys, healthChanges: [], refused: [] };
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
          // An entity that is refused meanwhile gets nothing.
          (row.claim_state === 'granted' || row.claim_state === 'waiting') &&
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
            // Words of the cluster, which may be anything.
            reason_code:
              item.reason === undefined
                ? null
                : storableText(item.reason.code, 255),
            reason_message:
              item.reason === undefined
                ? null
                : storableText(item.reason.message, MAX_REASON_LENGTH),
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

  /** All environments when `sinceRevision` is 0, else those written after it. */
  async readChanges(sinceRevision: number): Promise<{
    revision: number;
    changed: StoredEnvironment[];
    deleted: string[];
  }> {
    const { revision, rows } = await this.#knex.transaction(
      async transaction => {
        const state = await transaction(TABLES.state)
          .where({ name: 'revision' })
          .first();
        const current = Number(state.value);
        return {
          revision: current,
          rows:
            current === sinceRevision
              ? []
              : await transaction<EnvironmentRow>(TABLES.environments)
                  .where('revision', '>', sinceRevision)
                  .andWhere('revision', '<=', current),
        };
      },
    );
    return {
      revision,
      changed: await this.#present(rows.filter(row => row.deleted_at === null)),
      deleted: rows
        .filter(row => row.deleted_at !== null)
        .map(row => row.entity_ref),
    };
  }

  /** What the catalog said when it was last asked. */
  async listCatalog(): Promise<CatalogEnvironment[]> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .whereNull('deleted_at')
      .select(
        'entity_ref',
        'cluster',
        'namespace',
        'environment',
        'owner',
        'catalog_part',
      );
    return rows.map(row => readCatalogPart(row).part);
  }

  /** Environments of one cluster. */
  async listByCluster(cluster: string): Promise<StoredEnvironment[]> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ cluster })
      .whereNull('deleted_at');
    return this.#present(rows);
  }

  async read(entityRef: string): Promise<StoredEnvironment | undefined> {
    const row = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ entity_ref: entityRef })
      .whereNull('deleted_at')
      .first();
    return row && (await this.#present([row]))[0];
  }

  /**
   * Reads rows, and has what is damaged written anew: a part without its hash
   * is taken as changed by the next reading of its source.
   */
  async #present(
    rows: readonly EnvironmentRow[],
  ): Promise<StoredEnvironment[]> {
    const read = rows.map(readRow);
    for (const { stored, damaged } of read) {
      if (damaged.length > 0) {
        this.#logger.error(
          `The database holds something else than JSON in ${damaged.join(' and ')} of ${stored.entityRef}; it is left out until it has been written anew`,
        );
        await this.#discard(stored, damaged);
      }
    }
    return read.map(({ stored }) => stored);
  }

  /** Unless somebody has written the row meanwhile. */
  async #discard(
    { entityRef, revision }: StoredEnvironment,
    damaged: readonly PartColumn[],
  ): Promise<void> {
    const nothing: Record<PartColumn, Partial<EnvironmentRow>> = {
      catalog_part: { catalog_hash: '' },
      // Not null: health and its history have columns of their own.
      cluster_part: { cluster_part: null, cluster_hash: '' },
      metrics_part: { metrics_part: null, metrics_hash: '' },
    };
    try {
      await this.#knex<EnvironmentRow>(TABLES.environments)
        .where({ entity_ref: entityRef, revision })
        .update(Object.assign({}, ...damaged.map(column => nothing[column])));
    } catch (error) {
      this.#logger.error(
        `What is damaged of ${entityRef} could not be taken away`,
        toError(error),
      );
    }
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
