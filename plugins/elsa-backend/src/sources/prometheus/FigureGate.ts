import { toUpstreamError, type UpstreamError } from '../http';
import { Backoff, MAX_BACKOFF_MS } from '../http/Backoff';

/** States after which a figure is asked for as if nothing had happened. */
const NO_FAILURE: ReadonlySet<string> = new Set([
  // It did answer.
  'partial',
  // All of the server is left alone for that, see `Pauses`.
  'rate-limited',
]);

/** What a server gives besides, so that one that fails slows no other. */
export class FigureGate {
  readonly #backoff: Backoff;
  readonly #errors = new Map<string, UpstreamError>();
  readonly #now: () => number;

  constructor(options: { baseMs: number; now: () => number }) {
    this.#backoff = new Backoff({
      baseMs: options.baseMs,
      maxMs: MAX_BACKOFF_MS,
    });
    this.#now = options.now;
  }

  /**
   * Reads a figure, unless it failed a moment ago: then it fails as before.
   *
   * @throws UpstreamError
   */
  async read<T>(
    figure: { id: string; subject: string; signal: AbortSignal },
    read: () => Promise<T>,
  ): Promise<T> {
    const { id, subject, signal } = figure;
    const last = this.#errors.get(id);
    if (last && this.#backoff.isWaiting(id, this.#now())) {
      throw last;
    }
    try {
      const answer = await read();
      this.forget(id);
      return answer;
    } catch (caught) {
      const error = toUpstreamError(caught, subject);
      if (!signal.aborted && !NO_FAILURE.has(error.state)) {
        this.#errors.set(id, error);
        this.#backoff.failed(id, this.#now(), error);
      }
      throw error;
    }
  }

  /** Asks for it again the next time. */
  forget(id: string): void {
    this.#errors.delete(id);
    this.#backoff.succeeded(id);
  }
}
