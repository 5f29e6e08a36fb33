import type {
  HealthStatus,
  UnregisteredEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Knex } from 'knex';
import { storableText } from '../text';
import { readFindings, writeFindings } from './securityFindingsColumn';
import { type Lease, requireLease } from './Lease';
import { TABLES, type UnregisteredRow } from './tables';

export type SeenEnvironment = Pick<
  UnregisteredEnvironment,
  'name' | 'namespace' | 'clusterOwner' | 'health' | 'securityFindings'
>;

/** Environments that run somewhere but that the catalog does not know. */
export class UnregisteredStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Records what one cluster holds now; call only after a whole reading. */
  async record(
    cluster: string,
    seen: readonly SeenEnvironment[],
    options: { at: string; lease?: Lease },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      if (options.lease) {
        await requireLease(transaction, options.lease);
      }
      for (const environment of seen) {
        const columns = {
          // An annotation of the cluster, which may hold anything.
          cluster_owner:
            environment.clusterOwner === undefined
              ? null
              : storableText(environment.clusterOwner, 255),
          health: environment.health,
          security_findings: writeFindings(environment.securityFindings),
          last_seen_at: options.at,
        };
        await transaction<UnregisteredRow>(TABLES.unregistered)
          .insert({
            cluster,
            namespace: environment.namespace,
            name: environment.name,
            first_seen_at: options.at,
            ...columns,
          })
          .onConflict(['cluster', 'namespace', 'name'])
          .merge(columns);
      }
      // Gone or registered meanwhile: not seen by this reading.
      await transaction<UnregisteredRow>(TABLES.unregistered)
        .where({ cluster })
        .andWhere('last_seen_at', '<', options.at)
        .delete();
    });
  }

  async list(): Promise<UnregisteredEnvironment[]> {
    const rows = await this.#knex<UnregisteredRow>(TABLES.unregistered).orderBy(
      ['cluster', 'namespace', 'name'],
    );
    return rows.map(row => {
      const securityFindings = readFindings(row.security_findings);
      return {
        name: row.name,
        cluster: row.cluster,
        namespace: row.namespace,
        clusterOwner: row.cluster_owner ?? undefined,
        health: row.health as HealthStatus,
        firstSeenAt: row.first_seen_at,
        ...(securityFindings && { securityFindings }),
        lastSeenAt: row.last_seen_at,
      };
    });
  }

  /** Forgets those of clusters that have not been read since `cutoff`. */
  async purge(cutoff: string): Promise<number> {
    return this.#knex<UnregisteredRow>(TABLES.unregistered)
      .where('last_seen_at', '<', cutoff)
      .delete();
  }
}
