import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { CatalogEnvironment } from '../../model';
import { contentHash } from '../contentHash';
import type { Lease } from '../Lease';
import { type EnvironmentRow, TABLES } from '../tables';
import { writeRevision } from '../writeRevision';
import { NOTHING_READ } from './nothingRead';
import type { WriteResult } from './writeResult';

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
  'catalog_hash',
  'deleted_at',
  'change_key',
  'cluster',
  'namespace',
  'environment',
  'owner',
  'location',
] as const;

type KnownRow = Pick<EnvironmentRow, (typeof KNOWN_COLUMNS)[number]>;

export interface CatalogWriteOptions {
  at: string;
  lease?: Lease;
}

export interface CatalogWriteResult extends WriteResult {
  /** References of those that the database refuses. */
  refused: string[];
}

/** How one row is written, within the transaction of all. */
type WriteRow = (
  write: (savepoint?: Knex.Transaction) => Promise<void>,
  entityRef: string,
  transaction: Knex.Transaction,
) => Promise<void>;

/**
 * Replaces the list of environments; those that are missing are removed.
 * One that the database refuses keeps none of the others from being written.
 */
export async function writeCatalog(
  knex: Knex,
  logger: Pick<LoggerService, 'error'>,
  environments: readonly CatalogEnvironment[],
  options: CatalogWriteOptions,
): Promise<CatalogWriteResult> {
  try {
    return await writeAll(knex, environments, options, write => write());
  } catch (error) {
    if (toError(error).name === 'ConflictError') {
      throw error;
    }
    return writeOneByOne(knex, logger, environments, options);
  }
}

/** A savepoint for each row costs time, so it is taken only when one failed. */
async function writeOneByOne(
  knex: Knex,
  logger: Pick<LoggerService, 'error'>,
  environments: readonly CatalogEnvironment[],
  options: CatalogWriteOptions,
): Promise<CatalogWriteResult> {
  const refused: string[] = [];
  const result = await writeAll(
    knex,
    environments,
    options,
    async (write, entityRef, transaction) => {
      try {
        await transaction.transaction(write);
      } catch (error) {
        refused.push(entityRef);
        logger.error(
          `The database refuses the environment ${entityRef}`,
          toError(error),
        );
      }
    },
  );
  return { ...result, refused };
}

async function writeAll(
  knex: Knex,
  environments: readonly CatalogEnvironment[],
  options: CatalogWriteOptions,
  writeRow: WriteRow,
): Promise<CatalogWriteResult> {
  return writeRevision(knex, options.lease, async (transaction, revision) => {
    const rows: KnownRow[] = await transaction<EnvironmentRow>(
      TABLES.environments,
    ).select(KNOWN_COLUMNS);
    const known = new Map(rows.map(row => [row.entity_ref, row]));
    const changeKeys: string[] = [];
    for (const environment of environments) {
      const { entityRef } = environment;
      const row = known.get(entityRef);
      known.delete(entityRef);
      const columns = changedColumns(environment, row, options.at);
      if (!columns) continue;
      const key = row?.change_key ?? randomBytes(16).toString('base64url');
      const write = async (savepoint = transaction) => {
        await savepoint<EnvironmentRow>(TABLES.environments)
          .insert({
            entity_ref: entityRef,
            change_key: key,
            ...NOTHING_READ,
            ...columns,
            revision,
          })
          .onConflict('entity_ref')
          .merge({ ...columns, revision });
        changeKeys.push(key);
      };
      await writeRow(write, entityRef, transaction);
    }
    for (const row of known.values()) {
      if (row.deleted_at === null) {
        changeKeys.push(row.change_key);
        await transaction<EnvironmentRow>(TABLES.environments)
          .where({ entity_ref: row.entity_ref })
          .update({ deleted_at: options.at, revision });
      }
    }
    return { changeKeys, healthChanges: [], refused: [] };
  });
}

/** What to write of an environment; undefined when its row says the same. */
function changedColumns(
  environment: CatalogEnvironment,
  row: KnownRow | undefined,
  at: string,
): Partial<EnvironmentRow> | undefined {
  const json = JSON.stringify(environment);
  const hash = contentHash(json);
  if (row && row.catalog_hash === hash && row.deleted_at === null) {
    return undefined;
  }
  const location = environment.location ?? null;
  return {
    cluster: environment.cluster,
    namespace: environment.namespace,
    environment: environment.name,
    owner: environment.owner ?? null,
    location,
    catalog_part: json,
    catalog_hash: hash,
    deleted_at: null,
    ...(row && isElsewhere(row, environment) && NOTHING_READ),
    ...(row && row.location !== location && NO_SPEC),
    ...((!row || isOtherClaim(row, environment)) && {
      ...UNDECIDED,
      claimed_at: at,
    }),
  };
}
