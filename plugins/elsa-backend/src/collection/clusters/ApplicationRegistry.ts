import type { ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ArgoCdDestination } from '../../config';
import type { CatalogEnvironment } from '../../model';
import {
  deliveriesTo,
  type FoundApplication,
} from '../../sources/argocd/applications';
import { isAmbiguous } from '../../sources/argocd/chooseApplication';

interface Reading {
  readAtMs: number;
  applications: readonly FoundApplication[];
}

type Place = Pick<CatalogEnvironment, 'name' | 'namespace' | 'cluster'>;

/**
 * Argo CD's Applications of all clusters, as they were last read: Argo CD often
 * runs in another cluster than what it deploys.
 */
export class ApplicationRegistry {
  readonly #destinations: readonly ArgoCdDestination[];
  readonly #staleAfterMs: number;
  readonly #startedAtMs: number;
  readonly #byHub = new Map<string, Reading>();

  constructor(options: {
    destinations: readonly ArgoCdDestination[];
    staleAfterMs: number;
    nowMs: number;
  }) {
    this.#destinations = options.destinations;
    this.#staleAfterMs = options.staleAfterMs;
    this.#startedAtMs = options.nowMs;
  }

  record(
    hub: string,
    applications: readonly FoundApplication[],
    readAtMs: number,
  ): void {
    this.#byHub.set(hub, { readAtMs, applications });
  }

  /** Forgets clusters that are configured no more. */
  keepOnly(clusters: ReadonlySet<string>): void {
    for (const hub of this.#byHub.keys()) {
      if (!clusters.has(hub)) {
        this.#byHub.delete(hub);
      }
    }
  }

  /** What Argo CDs in other clusters say, withdrawn when it is too old. */
  find(environment: Place, nowMs: number): ArgoCdStatus[] {
    const hubs = [...this.#byHub]
      .filter(([hub]) => hub !== environment.cluster)
      .map(([hub, { applications }]) => ({ hub, applications }));
    return deliveriesTo(
      environment,
      environment.cluster,
      hubs,
      this.#destinations,
    ).map(status => {
      const readAtMs = this.#byHub.get(status.cluster ?? '')?.readAtMs;
      return readAtMs === undefined
        ? status
        : this.#withdrawIfOld(status, readAtMs, nowMs);
    });
  }

  /**
   * What is stored of a cluster that has not been read since this backend
   * began to collect; it stands until that cluster's turn has come.
   */
  carryOver(stored: ArgoCdStatus | undefined, nowMs: number): ArgoCdStatus[] {
    return stored?.cluster === undefined || this.#byHub.has(stored.cluster)
      ? []
      : [this.#withdrawIfOld(stored, this.#startedAtMs, nowMs)];
  }

  #withdrawIfOld(
    status: ArgoCdStatus,
    readAtMs: number,
    nowMs: number,
  ): ArgoCdStatus {
    return nowMs - readAtMs <= this.#staleAfterMs || isAmbiguous(status)
      ? status
      : {
          application: status.application,
          ...(status.namespace !== undefined && {
            namespace: status.namespace,
          }),
          cluster: status.cluster,
          conditions: [
            {
              type: 'NotRead',
              message: `Cluster '${status.cluster}', which holds this Application, cannot be read, so its state is not known.`,
            },
          ],
          outOfSync: [],
        };
  }
}
