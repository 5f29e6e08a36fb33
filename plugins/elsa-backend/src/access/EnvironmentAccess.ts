import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import pLimit from 'p-limit';
import { askAbout, askScope, type CallerDecisions } from './questions';

export interface EnvironmentAccessOptions {
  auth: AuthService;
  permissions: PermissionsService;
  /** How long a decision is remembered; 0 asks every time. */
  decisionTtlMs: number;
  now?: () => number;
}

interface RememberedCaller {
  expiresAt: number;
  decisions: Promise<CallerDecisions>;
}

/** Items of one question; the permission backend answers them one by one. */
const BATCH = 500;
const BATCHES_AT_ONCE = 2;
/** Callers that are remembered; each costs at most a set of references. */
const MAX_CALLERS = 200;
/** Single environments of one caller that are remembered. */
const MAX_ASKED = 500;
/**
 * For how long the last answers stand while the permission framework, or the
 * catalog behind it, has none: they usually share the database that is down.
 */
const OUTAGE_MS = 10 * 60_000;

/**
 * Asks the permission framework, never decides by itself: conditions on
 * catalog entities can only be evaluated by the catalog, whose modules may add
 * rules of their own. What is remembered, briefly, are its answers.
 *
 * An entity that the catalog hides from a user has no environment for them
 * either: a portal whose policy limits `catalog.entity.read` alone must not name
 * it here. Services are limited by the permissions that their token lists.
 */
export class EnvironmentAccess {
  readonly #options: Required<EnvironmentAccessOptions>;
  readonly #callers = new Map<string, RememberedCaller>();

  constructor(options: EnvironmentAccessOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /**
   * Which of the environments the caller may read.
   *
   * @param primaries - entities whose environment others show, by those: they
   * must be readable too, because anybody may register a copy that all may read
   */
  async filterReadable<T extends { entityRef: string }>(
    credentials: BackstageCredentials,
    items: readonly T[],
    primaries: ReadonlyMap<string, readonly string[]> = new Map(),
  ): Promise<readonly T[]> {
    const caller = await this.#decisionsOf(credentials);
    if (caller.scope !== 'some') {
      return caller.scope === 'all' ? items : [];
    }
    const entityRefs = [
      ...new Set(
        items.flatMap(({ entityRef }) => [
          entityRef,
          ...(primaries.get(entityRef) ?? []),
        ]),
      ),
    ];
    const decided = caller.queue.then(() =>
      this.#decide(credentials, caller, entityRefs),
    );
    // The next in the queue asks for itself, whatever became of this one.
    caller.queue = decided.catch(() => {});
    await decided;
    return items.filter(({ entityRef }) =>
      [entityRef, ...(primaries.get(entityRef) ?? [])].every(ref =>
        caller.decisions.get(ref),
      ),
    );
  }

  /**
   * Does the same for an environment that is hidden as for one that does not
   * exist. A list has asked about the hidden one before, and never about the
   * other, so its refusals must not be used here: they would make the answer
   * come sooner.
   *
   * @param askedFor - reference that the caller gave, which may be another one
   */
  async isReadable(
    credentials: BackstageCredentials,
    entityRef: string,
    askedFor: string = entityRef,
  ): Promise<boolean> {
    const caller = await this.#decisionsOf(credentials);
    if (caller.scope !== 'some') {
      return caller.scope === 'all';
    }
    if (caller.decisions.get(entityRef)) {
      return true;
    }
    const known = caller.asked.get(askedFor);
    if (known) {
      return known;
    }
    const answer = this.#askOne(credentials, caller, entityRef, askedFor);
    caller.asked.set(askedFor, answer);
    answer.catch(() => caller.asked.delete(askedFor));
    for (const oldest of caller.asked.keys()) {
      if (caller.asked.size <= MAX_ASKED) {
        break;
      }
      caller.asked.delete(oldest);
    }
    return answer;
  }

  async #askOne(
    credentials: BackstageCredentials,
    caller: CallerDecisions,
    entityRef: string,
    askedFor: string,
  ): Promise<boolean> {
    try {
      const [isReadable] = await askAbout(
        this.#options.permissions,
        credentials,
        caller,
        [entityRef],
      );
      return isReadable;
    } catch (error) {
      const before = this.#before(caller);
      if (!before) {
        throw error;
      }
      return (
        (await before.asked.get(askedFor)) ??
        before.decisions.get(entityRef) ??
        false
      );
    }
  }

  /** What was known not too long ago. */
  #before({ previous }: CallerDecisions): CallerDecisions | undefined {
    return previous && this.#options.now() - previous.at < OUTAGE_MS
      ? previous.decisions
      : undefined;
  }

  /** Not remembered: for what changes something or is asked rarely. */
  async isAllowed(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #decisionsOf(
    credentials: BackstageCredentials,
  ): Promise<CallerDecisions> {
    const key = this.#callerKey(credentials);
    if (key === undefined) {
      return askScope(this.#options, credentials);
    }
    const known = this.#callers.get(key);
    if (known && known.expiresAt > this.#options.now()) {
      return known.decisions;
    }
    const decisions = this.#askAgain(credentials, known?.decisions);
    this.#remember(key, decisions);
    return decisions;
  }

  /** Only users are remembered; services are decided without a question. */
  #callerKey(credentials: BackstageCredentials): string | undefined {
    const { auth, decisionTtlMs } = this.#options;
    if (decisionTtlMs === 0 || !auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const { userEntityRef, actor } =
      credentials.principal satisfies BackstageUserPrincipal;
    return JSON.stringify([userEntityRef, actor?.subject]);
  }

  #remember(key: string, decisions: Promise<CallerDecisions>): void {
    const { now, decisionTtlMs } = this.#options;
    this.#callers.delete(key);
    this.#callers.set(key, { decisions, expiresAt: now() + decisionTtlMs });
    // A refusal to answer must be asked again, not remembered.
    decisions.catch(() => {
      if (this.#callers.get(key)?.decisions === decisions) {
        this.#callers.delete(key);
      }
    });
    for (const oldest of this.#callers.keys()) {
      if (this.#callers.size <= MAX_CALLERS) {
        break;
      }
      this.#callers.delete(oldest);
    }
  }

  async #askAgain(
    credentials: BackstageCredentials,
    known: Promise<CallerDecisions> | undefined,
  ): Promise<CallerDecisions> {
    // Only what answered is remembered.
    const before = await known?.catch(() => undefined);
    const previous = before && { at: before.at, decisions: before };
    try {
      const decisions = await askScope(this.#options, credentials);
      if (previous) {
        // One generation: what came before it is of no use any more.
        previous.decisions = { ...previous.decisions, previous: undefined };
        decisions.previous = previous;
      }
      return decisions;
    } catch (error) {
      if (!before || this.#options.now() - before.at >= OUTAGE_MS) {
        throw error;
      }
      return before;
    }
  }

  async #decide(
    credentials: BackstageCredentials,
    caller: CallerDecisions,
    entityRefs: readonly string[],
  ): Promise<void> {
    const missing = entityRefs.filter(ref => !caller.decisions.has(ref));
    const batches: string[][] = [];
    for (let start = 0; start < missing.length; start += BATCH) {
      batches.push(missing.slice(start, start + BATCH));
    }
    const limit = pLimit(BATCHES_AT_ONCE);
    await Promise.all(
      batches.map(batch =>
        limit(async () => {
          const answers = await this.#askMany(credentials, caller, batch);
          batch.forEach((ref, index) =>
            caller.decisions.set(ref, answers[index]),
          );
        }),
      ),
    );
  }

  async #askMany(
    credentials: BackstageCredentials,
    caller: CallerDecisions,
    batch: readonly string[],
  ): Promise<boolean[]> {
    try {
      return await askAbout(
        this.#options.permissions,
        credentials,
        caller,
        batch,
      );
    } catch (error) {
      const before = this.#before(caller);
      if (!before) {
        throw error;
      }
      return batch.map(ref => before.decisions.get(ref) ?? false);
    }
  }
}
