import { randomBytes } from 'node:crypto';
import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ELSA_SIGNALS_CHANNEL } from '@elsa-portal/backstage-plugin-elsa-common';
import type { EnvironmentAccess } from '../access/EnvironmentAccess';
import type { EnvironmentIndex } from '../status/EnvironmentIndex';

/** An open page reads again within two minutes; who does not has left. */
const FORGOTTEN_AFTER_MS = 5 * 60_000;
/** A key that got around is of use for this long, and only while it is read. */
const KEY_LIFETIME_MS = 10 * 60_000;
/** A browser needs a moment to subscribe to what it was just told. */
const SUBSCRIBED_AFTER_MS = 2_000;
/** Some 500 bytes each. */
const MAX_READERS = 20_000;

interface ReaderSignalsOptions {
  auth: AuthService;
  access: Pick<EnvironmentAccess, 'filterReadable'>;
  index: Pick<EnvironmentIndex, 'snapshot'>;
  signals: SignalsService;
  logger: LoggerService;
  now?: () => number;
}

interface Reader {
  user: string;
  key: string;
  /** Absent for a list, which any environment that he may read concerns. */
  entityRef?: string;
  credentials: BackstageCredentials;
  createdAt: number;
  readAt: number;
}

/**
 * Tells those who have read something that it changed, and nobody else: each
 * of them on a channel whose name only he was given, which changes from time to
 * time. The signals plugin takes connections without a token for guests, so the
 * recipient alone would not keep them out.
 */
export class ReaderSignals {
  readonly #options: Required<ReaderSignalsOptions>;
  readonly #readers = new Map<string, Reader>();
  /** Channels that were given out before the present one. */
  readonly #former = new Map<string, Reader>();
  readonly #recent = new Map<string, number>();

  constructor(options: ReaderSignalsOptions) {
    this.#options = { now: Date.now, ...options };
  }

  get hasReaders(): boolean {
    this.#forget();
    return this.#readers.size > 0;
  }

  /**
   * Notes that a user has read an environment, or the list when none is named.
   *
   * @param since - when the reading began: what changed meanwhile is told
   * @returns the key of the user's channel; undefined for services
   */
  watch(
    credentials: BackstageCredentials,
    { entityRef, since }: { entityRef?: string; since: number },
  ): string | undefined {
    const { auth, now } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const user = credentials.principal.userEntityRef;
    const id = JSON.stringify([user, entityRef]);
    const known = this.#readers.get(id);
    const isFresh = known && now() - known.createdAt < KEY_LIFETIME_MS;
    if (known && !isFresh) {
      this.#former.set(known.key, known);
    }
    const reader: Reader = {
      user,
      entityRef,
      credentials,
      key: isFresh ? known.key : randomBytes(16).toString('base64url'),
      createdAt: isFresh ? known.createdAt : now(),
      readAt: now(),
    };
    this.#readers.delete(id);
    this.#readers.set(id, reader);
    this.#forget();
    const missed = [...this.#recent]
      .filter(([, at]) => at >= since)
      .map(([ref]) => ref);
    if (missed.length > 0) {
      this.#tellOne(reader, missed);
    }
    return reader.key;
  }

  /** Tells those whom it concerns that these environments changed. */
  changed(entityRefs: readonly string[]): void {
    const at = this.#options.now();
    for (const ref of entityRefs) {
      this.#recent.set(ref, at);
    }
    this.#forget();
    for (const reader of [
      ...this.#readers.values(),
      ...this.#former.values(),
    ]) {
      this.#tellOne(reader, entityRefs);
    }
  }

  #tellOne(reader: Reader, entityRefs: readonly string[]): void {
    this.#tellIfConcerned(reader, entityRefs).catch(error =>
      this.#options.logger.warn(
        `Open tabs could not be told of changes: ${toError(error).message}`,
      ),
    );
  }

  async #tellIfConcerned(
    reader: Reader,
    entityRefs: readonly string[],
  ): Promise<void> {
    const { access, index, now } = this.#options;
    const own = entityRefs.filter(
      ref => reader.entityRef === undefined || ref === reader.entityRef,
    );
    if (own.length === 0) {
      return;
    }
    // Of one that left the catalog nobody is told: the next reading says so.
    const { primaries } = await index.snapshot();
    const readable = await access.filterReadable(
      reader.credentials,
      own.map(entityRef => ({ entityRef })),
      primaries,
    );
    if (readable.length === 0) {
      return;
    }
    await this.#publish(reader);
    if (now() - reader.createdAt < SUBSCRIBED_AFTER_MS) {
      setTimeout(() => {
        this.#publish(reader).catch(() => {
          // Said once already, if nobody takes signals at all.
        });
      }, SUBSCRIBED_AFTER_MS).unref();
    }
  }

  async #publish({ user, key }: Reader): Promise<void> {
    await this.#options.signals.publish({
      recipients: { type: 'user', entityRef: user },
      channel: `${ELSA_SIGNALS_CHANNEL}:${key}`,
      message: {},
    });
  }

  #forget(): void {
    const oldest = this.#options.now() - FORGOTTEN_AFTER_MS;
    for (const readers of [this.#readers, this.#former]) {
      for (const [id, { readAt }] of readers) {
        // Oldest reading first.
        if (readAt >= oldest && readers.size <= MAX_READERS) {
          break;
        }
        readers.delete(id);
      }
    }
    for (const [ref, at] of this.#recent) {
      if (at < this.#options.now() - 30_000) {
        this.#recent.delete(ref);
      }
    }
  }
}
