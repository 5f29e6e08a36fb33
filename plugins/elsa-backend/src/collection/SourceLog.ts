import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Mask } from '../credentials';
import { sourceId } from '../model';
import type { Stores } from '../store';
import { remedyFor } from './remedies';

/** How reading a source ended. */
export interface SourceOutcome {
  state: SourceState;
  message?: string;
  /** For those alone who may see everything. */
  note?: string;
  hasData?: boolean;
  /** When its reading began, which is as old as the figures can be. */
  dataAtMs?: number;
  /** When it is asked again, where that is later than usual. */
  nextAttemptAtMs?: number;
}

/** Of a source that answered well, and in vain. */
export const NOT_WRITTEN = {
  state: 'portal-busy',
  message: 'Its response could not be stored; see the backend log',
} as const;

export interface SourceLogOptions {
  stores: Pick<Stores, 'sources'>;
  logger: LoggerService;
  mask: Mask;
  now: () => number;
}

/** Writes down how each source answered, and what of it could not be written. */
export class SourceLog {
  readonly #options: SourceLogOptions;

  constructor(options: SourceLogOptions) {
    this.#options = options;
  }

  async record(
    kind: SourceKind,
    name: string,
    outcome: SourceOutcome,
  ): Promise<void> {
    const { stores, logger, mask, now } = this.#options;
    const message = outcome.message && mask(outcome.message);
    if (outcome.state !== 'ok' && message) {
      logger.debug(`${sourceId(kind, name)}: ${message}`);
    }
    await stores.sources.record({
      kind,
      name,
      state: outcome.state,
      message,
      note: outcome.note && mask(outcome.note),
      remedy: remedyFor(kind, outcome.state),
      at: new Date(now()).toISOString(),
      nextAttemptAt: toTime(outcome.nextAttemptAtMs),
      ...(outcome.hasData && {
        dataAt: new Date(outcome.dataAtMs ?? now()).toISOString(),
      }),
    });
  }

  /**
   * What cannot be written of one source keeps no other from being written.
   *
   * @returns false when it was not written; the log says why
   * @throws ConflictError when another backend collects by now
   */
  async tryWrite(id: string, write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      if (toError(error).name === 'ConflictError') {
        throw error;
      }
      this.#options.logger.error(
        `What was read of ${id} could not be written down`,
        toError(error),
      );
      return false;
    }
  }
}

function toTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined
    ? undefined
    : new Date(milliseconds).toISOString();
}
