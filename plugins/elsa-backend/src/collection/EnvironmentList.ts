import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Lease, Stores, WriteResult } from '../store';
import type { CatalogEnvironment } from '../model';
import { toUpstreamError } from '../sources/http';
import { Backoff, MAX_BACKOFF_MS } from '../sources/http/Backoff';

export interface EnvironmentListOptions {
  logger: LoggerService;
  stores: Pick<Stores, 'environments'>;
  /** @throws UpstreamError */
  readCatalog: () => Promise<CatalogEnvironment[]>;
  /** Writes down how reading the catalog ended. */
  record: (outcome: CatalogOutcome) => Promise<void>;
  onWritten: (result: WriteResult) => void;
  intervalMs: number;
  now: () => number;
}

export interface CatalogOutcome {
  state: SourceState;
  message?: string;
  hasData?: boolean;
}

/** Entities change by the minute at most; there may be ten thousand of them. */
const CATALOG_INTERVAL_MS = 60 * 1000;

/** The environments of the catalog, read and written down when it is time. */
export class EnvironmentList {
  readonly #options: EnvironmentListOptions;
  readonly #backoff: Backoff;
  #readAt = Number.NEGATIVE_INFINITY;
  #outcome: CatalogOutcome = { state: 'ok', hasData: true };

  constructor(options: EnvironmentListOptions) {
    this.#options = options;
    this.#backoff = new Backoff({
      baseMs: options.intervalMs,
      maxMs: MAX_BACKOFF_MS,
    });
  }

  /** Never throws for a catalog that failed: then what was read before counts. */
  async read(lease: Lease | undefined): Promise<CatalogEnvironment[]> {
    const { stores, record, now } = this.#options;
    if (now() - this.#readAt < CATALOG_INTERVAL_MS) {
      // Still as true as it was when it was read, less than a minute ago.
      await record(this.#outcome);
    } else if (!this.#backoff.isWaiting('catalog', now())) {
      await record(await this.#readAndWrite(lease));
    }
    return stores.environments.listCatalog();
  }

  async #readAndWrite(lease: Lease | undefined): Promise<CatalogOutcome> {
    const { readCatalog, now } = this.#options;
    const readAt = now();
    let environments: CatalogEnvironment[];
    try {
      environments = await readCatalog();
    } catch (error) {
      const failure = toUpstreamError(error, 'The catalog');
      this.#backoff.failed('catalog', now(), failure);
      return failure;
    }
    const outcome = await this.#write(environments, lease);
    if (outcome.hasData) {
      this.#backoff.succeeded('catalog');
      this.#readAt = readAt;
      this.#outcome = outcome;
    } else {
      this.#backoff.failed('catalog', now());
    }
    return outcome;
  }

  async #write(
    environments: readonly CatalogEnvironment[],
    lease: Lease | undefined,
  ): Promise<CatalogOutcome> {
    const { stores, logger, onWritten, now } = this.#options;
    try {
      const result = await stores.environments.writeCatalog(environments, {
        at: new Date(now()).toISOString(),
        lease,
      });
      onWritten(result);
      return describe(result.refused);
    } catch (error) {
      if (toError(error).name === 'ConflictError') {
        // Another backend collects by now.
        throw error;
      }
      logger.error(
        'The environments of the catalog could not be written down',
        toError(error),
      );
      return {
        state: 'server-error',
        message:
          'The catalog was read, but the portal could not store the result',
      };
    }
  }
}

/** Names nobody: whoever sees the source may not see the environments. */
function describe(refused: readonly string[]): CatalogOutcome {
  return refused.length === 0
    ? { state: 'ok', hasData: true }
    : {
        state: 'invalid-response',
        message: `${refused.length} of the catalog's environments could not be stored; all others are up to date`,
        hasData: true,
      };
}
