import type { Knex } from 'knex';
import type { CatalogEnvironment, Claim, PlacementRecord } from '../model';
import { storableText } from '../text';
import type { WriteResult } from './environments/writeResult';
import type { Lease } from './Lease';
import { NOTHING_READ } from './environments/nothingRead';
import { readCatalogPart } from './environments/readRow';
import { type EnvironmentRow, type PlacementRow, TABLES } from './tables';
import { writeRevision } from './writeRevision';

/** A claim with its place, and what was decided of it before. */
export interface StoredClaim extends Claim {
  namespace: string;
  name: string;
  /** Null while nothing is decided. */
  state: EnvironmentRow['claim_state'];
  problem?: string;
  primary?: string;
  /** Of the stored cluster part. */
  clusterHash?: string;
}

/** What a reading decided of one claim. */
export interface DecidedClaim {
  entityRef: string;
  state: EnvironmentRow['claim_state'];
  problem?: string;
  primary?: string;
}

/** What a cluster says of whose one environment is. */
export interface PlacedRecord extends PlacementRecord {
  namespace: string;
  name: string;
}

/** How long a look into a repository counts, by what was found. */
const SPEC_TTL_MS = { held: 3_600_000, absent: 300_000 };

/** Who claims which environment of a cluster, and what was decided. */
export class ClaimStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ofCluster(
    cluster: string,
  ): Promise<{ claims: StoredClaim[]; records: PlacedRecord[] }> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ cluster })
      .select(
        'entity_ref',
        'namespace',
        'environment',
        'owner',
        'claimed_at',
        'claim_state',
        'claim_problem',
        'claim_primary',
        'spec_state',
        'cluster_hash',
        'deleted_at',
      );
    const placements = await this.#knex<PlacementRow>(TABLES.placements).where({
      cluster,
    });
    return {
      // What left the catalog without ever having been shown holds nothing.
      claims: rows
        .filter(row => row.deleted_at === null || row.claim_state === 'granted')
        .map(toClaim),
      records: placements.map(row => ({
        namespace: row.namespace,
        name: row.environment,
        ...(row.owner !== null && { owner: row.owner }),
        ...(row.entity !== null && { entity: row.entity }),
      })),
    };
  }

  /** Entities that get figures. */
  async granted(): Promise<Set<string>> {
    const rows = await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({ claim_state: 'granted' })
      .whereNull('deleted_at')
      .select('entity_ref');
    return new Set(rows.map(row => row.entity_ref));
  }

  /**
   * Writes what was decided, unless the entity names another place or owner by
   * now. What is refused loses all that was read.
   */
  async write(
    cluster: string,
    decided: ReadonlyArray<{ claim: StoredClaim; verdict: DecidedClaim }>,
    lease?: Lease,
  ): Promise<WriteResult> {
    const result: WriteResult = { changeKeys: [], healthChanges: [] };
    if (decided.length === 0) {
      return result;
    }
    await writeRevision(this.#knex, lease, async (transaction, revision) => {
      for (const { claim, verdict } of decided) {
        const same = transaction<EnvironmentRow>(TABLES.environments)
          .where({
            entity_ref: claim.entityRef,
            cluster,
            namespace: claim.namespace,
            environment: claim.name,
            owner: claim.owner ?? null,
          })
          .whereNull('deleted_at');
        const row = await same.clone().first('change_key');
        if (row) {
          await same.update({
            claim_state: verdict.state,
            claim_problem: verdict.problem ?? null,
            claim_primary: verdict.primary ?? null,
            revision,
            ...(verdict.state === 'refused' && NOTHING_READ),
          });
          result.changeKeys.push(row.change_key);
        }
      }
    });
    return result;
  }

  async record(
    cluster: string,
    records: readonly PlacedRecord[],
  ): Promise<void> {
    const text = (value?: string) =>
      value === undefined ? null : storableText(value, 255);
    for (const { namespace, name, owner, entity } of records) {
      const columns = { owner: text(owner), entity: text(entity) };
      await this.#knex<PlacementRow>(TABLES.placements)
        .insert({ cluster, namespace, environment: name, ...columns })
        .onConflict(['cluster', 'namespace', 'environment'])
        .merge(columns);
    }
  }

  /**
   * Environments whose repository should be looked into, longest waiting first:
   * where the cluster names neither owner nor entity.
   */
  async specsToCheck(
    nowMs: number,
    limit: number,
  ): Promise<CatalogEnvironment[]> {
    const before = (ageMs: number) => new Date(nowMs - ageMs).toISOString();
    const rows = await this.#knex<EnvironmentRow>(`${TABLES.environments} as e`)
      .leftJoin(`${TABLES.placements} as p`, join =>
        join
          .on('p.cluster', 'e.cluster')
          .andOn('p.namespace', 'e.namespace')
          .andOn('p.environment', 'e.environment'),
      )
      .whereNull('e.deleted_at')
      .whereNull('p.owner')
      .whereNull('p.entity')
      .andWhere(query =>
        query
          .whereNull('e.spec_checked_at')
          .orWhere(held =>
            held
              .where('e.spec_state', 'held')
              .andWhere('e.spec_checked_at', '<', before(SPEC_TTL_MS.held)),
          )
          .orWhere(absent =>
            absent
              .whereNot('e.spec_state', 'held')
              .andWhere('e.spec_checked_at', '<', before(SPEC_TTL_MS.absent)),
          ),
      )
      .orderByRaw("coalesce(e.spec_checked_at, '')")
      .limit(limit)
      .select('e.*');
    return (rows as EnvironmentRow[])
      .map(row => readCatalogPart(row).part)
      .filter(({ placementProblem }) => placementProblem === undefined);
  }

  /** @param holdsSpec - undefined when the repository could not be read: then what was found before counts */
  async writeSpec(
    environment: CatalogEnvironment,
    holdsSpec: boolean | undefined,
    at: string,
  ): Promise<void> {
    await this.#knex<EnvironmentRow>(TABLES.environments)
      .where({
        entity_ref: environment.entityRef,
        cluster: environment.cluster,
        namespace: environment.namespace,
        environment: environment.name,
        owner: environment.owner ?? null,
        location: environment.location ?? null,
      })
      .update({
        spec_checked_at: at,
        spec_state:
          holdsSpec === undefined
            ? (this.#knex.raw("coalesce(spec_state, 'absent')") as never)
            : { true: 'held', false: 'absent' }[`${holdsSpec}`],
      });
  }

  /** Forgets what clusters said of environments that no entity names any more. */
  async purge(): Promise<number> {
    return this.#knex<PlacementRow>(TABLES.placements)
      .whereNotExists(
        this.#knex(`${TABLES.environments} as e`)
          .whereRaw(
            `e.cluster = ${TABLES.placements}.cluster and e.namespace = ${TABLES.placements}.namespace and e.environment = ${TABLES.placements}.environment`,
          )
          .select(this.#knex.raw('1')),
      )
      .delete();
  }
}

type ClaimRow = Pick<
  EnvironmentRow,
  | 'entity_ref'
  | 'namespace'
  | 'environment'
  | 'owner'
  | 'claimed_at'
  | 'claim_state'
  | 'claim_problem'
  | 'claim_primary'
  | 'spec_state'
  | 'cluster_hash'
  | 'deleted_at'
>;

function toClaim(row: ClaimRow): StoredClaim {
  return {
    entityRef: row.entity_ref,
    namespace: row.namespace,
    name: row.environment,
    owner: row.owner ?? undefined,
    claimedAt: row.claimed_at ?? '',
    ...(row.spec_state !== null && { holdsSpec: row.spec_state === 'held' }),
    ...(row.deleted_at !== null && { isGone: true }),
    state: row.claim_state,
    problem: row.claim_problem ?? undefined,
    primary: row.claim_primary ?? undefined,
    clusterHash: row.cluster_hash ?? undefined,
  };
}
