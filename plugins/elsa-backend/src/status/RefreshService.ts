import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { elsaEnvironmentRefreshPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import { type EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Collector } from '../collection/Collector';
import type { ElsaConfig } from '../config';
import type { Stores } from '../store';
import type { CollectorMetrics } from '../metrics';
import { askDatabase } from '../store/askDatabase';
import { CallerRateLimit } from '../access/CallerRateLimit';
import type { EnvironmentAccess } from '../access/EnvironmentAccess';
import type { EnvironmentIndex } from './EnvironmentIndex';
import type { ReadableEnvironment, StatusService } from './StatusService';

export interface RefreshServiceOptions {
  config: Pick<ElsaConfig, 'refresh' | 'collector'>;
  stores: Stores;
  index: EnvironmentIndex;
  access: EnvironmentAccess;
  status: StatusService;
  collector: Pick<Collector, 'refresh'>;
  metrics: Pick<CollectorMetrics, 'refreshed'>;
  now?: () => number;
}

/**
 * Collects one environment on request. All who ask at the same moment share
 * one collection; who asks within the minimum interval after it gets its
 * result, so that clusters are never asked more often than that.
 */
export class RefreshService {
  readonly #options: Required<RefreshServiceOptions>;
  readonly #running = new Map<string, Promise<void>>();
  readonly #callers: CallerRateLimit;

  constructor(options: RefreshServiceOptions) {
    this.#options = { now: Date.now, ...options };
    this.#callers = new CallerRateLimit({
      perMinute: options.config.refresh.perCallerPerMinute,
      now: this.#options.now,
    });
  }

  /**
   * @param caller - names the caller for the rate limit
   * @throws NotFoundError, NotAllowedError, TooManyRefreshesError
   */
  async refresh(
    credentials: BackstageCredentials,
    caller: string,
    entityRef: string,
  ): Promise<EnvironmentStatus> {
    const { access, status, metrics } = this.#options;
    const environment = await status
      .resolve(credentials, entityRef)
      .catch(async error => {
        await status.findNewcomer(credentials, entityRef, error);
        return undefined;
      });
    if (!environment) {
      // Nothing can be collected before it is known whose its place is.
      return status.get(credentials, entityRef);
    }
    const isAllowed = await access.isAllowed(
      credentials,
      elsaEnvironmentRefreshPermission,
      environment.entityRef,
    );
    if (!isAllowed) {
      metrics.refreshed('refused');
      throw new NotAllowedError(
        `You may read ${environment.entityRef} but not refresh it`,
      );
    }
    try {
      this.#callers.take(caller);
    } catch (error) {
      metrics.refreshed('refused');
      throw error;
    }
    await this.#collectOnce(environment);
    return status.get(credentials, environment.entityRef);
  }

  async #collectOnce({ entityRef }: ReadableEnvironment): Promise<void> {
    const { metrics, index } = this.#options;
    const running = this.#running.get(entityRef);
    if (running) {
      metrics.refreshed('shared');
      await running;
      return;
    }
    const collection = this.#collect(entityRef).finally(() =>
      this.#running.delete(entityRef),
    );
    this.#running.set(entityRef, collection);
    await collection;
    await index.refreshNow();
  }

  async #collect(entityRef: string): Promise<void> {
    const { stores, collector, config, metrics, now } = this.#options;
    const stored = await askDatabase(async () => {
      const isFirst = await stores.refreshes.tryStart(entityRef, {
        nowMs: now(),
        minIntervalMs: config.refresh.minIntervalMs,
      });
      return isFirst && stores.environments.read(entityRef);
    });
    if (!stored || stored.catalog.placementProblem !== undefined) {
      metrics.refreshed('shared');
      return;
    }
    metrics.refreshed('collected');
    await collector.refresh(
      stored.catalog,
      AbortSignal.timeout(config.collector.clusterTimeoutMs),
    );
  }
}
