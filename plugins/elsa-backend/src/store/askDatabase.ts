import { ServiceUnavailableError } from '@backstage/errors';

/** A pool whose database is gone waits for a minute; readers do not. */
const PATIENCE_MS = 5_000;

/**
 * The database did not answer. What the driver said names hosts and statements,
 * so it is kept where no answer to a request finds it.
 */
export class DatabaseUnavailableError extends ServiceUnavailableError {
  readonly #reason: unknown;

  constructor(reason: unknown) {
    super("The portal's database does not respond; try again in a minute");
    this.#reason = reason;
  }

  /** For the log alone. */
  reason(): string {
    return this.#reason instanceof Error
      ? this.#reason.message
      : String(this.#reason);
  }
}

/** @throws DatabaseUnavailableError, whatever the driver threw */
export async function askDatabase<T>(ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([ask(), patience]);
  } catch (error) {
    throw new DatabaseUnavailableError(error);
  } finally {
    clearTimeout(timer);
  }
}
