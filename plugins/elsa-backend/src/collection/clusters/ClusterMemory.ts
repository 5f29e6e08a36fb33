import type { UsedKinds } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { CatalogEnvironment, StoredEnvironment } from '../../model';
import type { StoredClaim, Stores } from '../../store';
import type { ClusterResult, JobEnvironment } from '../ClusterJob';
import type { ApplicationRegistry } from './ApplicationRegistry';

export interface ClusterMemoryOptions {
  stores: Pick<Stores, 'environments'>;
  applications: ApplicationRegistry;
  now: () => number;
}

/** What is known of environments before their cluster is read again. */
export class ClusterMemory {
  readonly #options: ClusterMemoryOptions;
  /** What environments were last seen to consist of, by cluster and reference. */
  readonly #usedKinds = new Map<string, Map<string, UsedKinds>>();
  /** Clusters that were read since this backend began to collect. */
  readonly #isRead = new Set<string>();

  constructor(options: ClusterMemoryOptions) {
    this.#options = options;
  }

  hasRead(cluster: string): boolean {
    return this.#isRead.has(cluster);
  }

  /** Notes that a cluster was read, whether or not it could be written down. */
  markRead(cluster: string): void {
    this.#isRead.add(cluster);
  }

  /** Notes what a reading found. */
  remember(
    cluster: string,
    found: NonNullable<ClusterResult['found']>,
    startedAt: number,
  ): void {
    this.#usedKinds.set(
      cluster,
      new Map(
        found.parts.flatMap(({ entityRef, usedKinds }) =>
          usedKinds ? [[entityRef, usedKinds]] : [],
        ),
      ),
    );
    if (found.applications) {
      this.#options.applications.record(cluster, found.applications, startedAt);
    }
  }

  /** The environments of a cluster with what is known of them from elsewhere. */
  async describe(
    cluster: string,
    environments: readonly CatalogEnvironment[],
    claims: readonly StoredClaim[],
  ): Promise<JobEnvironment[]> {
    const { applications, now } = this.#options;
    const hashes = new Map(
      claims.map(claim => [claim.entityRef, claim.clusterHash]),
    );
    const stored = await this.#storedOf(cluster);
    return environments.map(environment => {
      const { entityRef, name, namespace } = environment;
      const known = stored.get(entityRef)?.cluster;
      return {
        entityRef,
        name,
        namespace,
        expectedComponents: environment.expectedComponents,
        describedParts: environment.describedParts,
        knownHash: hashes.get(entityRef),
        usedKinds:
          this.#usedKinds.get(cluster)?.get(entityRef) ?? known?.usedKinds,
        deliveries: [
          ...applications.find(environment, now()),
          ...applications.carryOver(known?.argoCd, now()),
        ],
      };
    });
  }

  /** Counts only until the cluster has been read by this backend. */
  async #storedOf(cluster: string): Promise<Map<string, StoredEnvironment>> {
    const stored = this.hasRead(cluster)
      ? []
      : await this.#options.stores.environments.listByCluster(cluster);
    return new Map(stored.map(item => [item.entityRef, item]));
  }
}
