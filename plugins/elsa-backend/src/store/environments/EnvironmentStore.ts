import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  CatalogEnvironment,
  ClusterPart,
  MetricsPart,
  StoredEnvironment,
} from '../../model';
import { type EnvironmentRow, TABLES } from '../tables';
import { type PreparedPart, preparePart } from './preparePart';
import { type PartColumn, readCatalogPart, readRow } from './readRow';
import {
  type CatalogWriteOptions,
  type CatalogWriteResult,
  writeCatalog,
} from './writeCatalog';
import {
  type ClusterWriteOptions,
  type MetricsWriteOptions,
  writeClusterParts,
  writeMetricsParts,
} from './writeParts';
import type { WriteResult } from './writeResult';

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

  /** See `writeCatalog`. */
  async writeCatalog(
    environments: readonly CatalogEnvironment[],
    options: CatalogWriteOptions,
  ): Promise<CatalogWriteResult> {
    return writeCatalog(this.#knex, this.#logger, environments, options);
  }

  /** See `writeClusterParts`. */
  async writeCluster(
    parts: ReadonlyMap<string, ClusterPart>,
    options: ClusterWriteOptions,
  ): Promise<WriteResult> {
    const prepared = [...parts].map(([entityRef, part]) =>
      preparePart(entityRef, part),
    );
    return this.writePrepared(prepared, options);
  }

  /** The same for parts that were prepared elsewhere. */
  async writePrepared(
    parts: readonly PreparedPart[],
    options: ClusterWriteOptions,
  ): Promise<WriteResult> {
    return writeClusterParts(this.#knex, parts, options);
  }

  /** See `writeMetricsParts`. */
  async writeMetrics(
    parts: ReadonlyMap<string, MetricsPart>,
    options: MetricsWriteOptions,
  ): Promise<WriteResult> {
    return writeMetricsParts(this.#knex, parts, options);
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

  /**
   * Forgets environments that left the catalog before `cutoff`. One that was
   * shown is kept while an entity of the same owner claims its place that came
   * no earlier, and the cluster does not say which one is meant: only that it
   * was there tells that the other may be a forged copy.
   */
  async purgeDeleted(cutoff: string): Promise<number> {
    const gone = TABLES.environments;
    const isSamePlace = (table: string, columns: readonly string[]) =>
      columns
        .map(column => `${table}.${column} = ${gone}.${column}`)
        .join(' and ');
    const place = ['cluster', 'namespace', 'environment'];
    const copies = this.#knex(`${gone} as copy`)
      .whereRaw(isSamePlace('copy', [...place, 'owner']))
      .whereRaw(`copy.claimed_at >= ${gone}.claimed_at`)
      .whereNull('copy.deleted_at')
      .whereNotExists(
        this.#knex(`${TABLES.placements} as place`)
          .whereRaw(isSamePlace('place', place))
          .whereNotNull('place.entity')
          .select(this.#knex.raw('1')),
      )
      .select(this.#knex.raw('1'));
    return this.#knex<EnvironmentRow>(gone)
      .where('deleted_at', '<', cutoff)
      .where(query =>
        query
          .whereNull('claim_state')
          .orWhereNot('claim_state', 'granted')
          .orWhereNotExists(copies),
      )
      .delete();
  }
}
