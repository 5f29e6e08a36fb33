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
import { elsaEnvironmentReadPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import pLimit from 'p-limit';

export interface EnvironmentAccessOptions {
  auth: AuthService;
  permissions: PermissionsService;
  /** How long a decision is remembered; 0 asks every time. */
  decisionTtlMs: number;
  now?: () => number;
}

/** What one caller may see, as far as it has been asked. */
interface CallerDecisions {
  scope: 'all' | 'none' | 'some';
  /** By entity reference, only when the scope is `some`. */
  decisions: Map<string, boolean>;
  /** Questions of one caller are asked one after the other, so none is asked twice. */
  queue: Promise<void>;
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

/**
 * Asks the permission framework, never decides by itself: conditions on
 * catalog entities can only be evaluated by the catalog, whose modules may add
 * rules of their own. What is remembered, briefly, are its answers.
 */
export class EnvironmentAccess {
  readonly #options: Required<EnvironmentAccessOptions>;
  readonly #callers = new Map<string, RememberedCaller>();

  constructor(options: EnvironmentAccessOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /** Which of the environments the caller may read. */
  async filterReadable<T extends { entityRef: string }>(
    credentials: BackstageCredentials,
    items: readonly T[],
  ): Promise<readonly T[]> {
    const caller = await this.#decisionsOf(credentials);
    if (caller.scope !== 'some') {
      return caller.scope === 'all' ? items : [];
    }
    const entityRefs = items.map(item => item.entityRef);
    const decided = caller.queue.then(() =>
      this.#decide(credentials, caller, entityRefs),
    );
    // The next in the queue asks for itself, whatever became of this one.
    caller.queue = decided.catch(() => {});
    await decided;
    return items.filter(item => caller.decisions.get(item.entityRef));
  }

  async isReadable(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const readable = await this.filterReadable(credentials, [{ entityRef }]);
    return readable.length === 1;
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
      return this.#ask(credentials);
    }
    const known = this.#callers.get(key);
    if (known && known.expiresAt > this.#options.now()) {
      return known.decisions;
    }
    const decisions = this.#ask(credentials);
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

  async #ask(credentials: BackstageCredentials): Promise<CallerDecisions> {
    const [{ result }] = await this.#options.permissions.authorizeConditional(
      [{ permission: elsaEnvironmentReadPermission }],
      { credentials },
    );
    const scopes = {
      [AuthorizeResult.ALLOW]: 'all',
      [AuthorizeResult.DENY]: 'none',
      [AuthorizeResult.CONDITIONAL]: 'some',
    } as const;
    return {
      scope: scopes[result],
      decisions: new Map(),
      queue: Promise.resolve(),
    };
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
          const answers = await this.#options.permissions.authorize(
            batch.map(resourceRef => ({
              permission: elsaEnvironmentReadPermission,
              resourceRef,
            })),
            { credentials },
          );
          batch.forEach((ref, index) =>
            caller.decisions.set(
              ref,
              answers[index].result === AuthorizeResult.ALLOW,
            ),
          );
        }),
      ),
    );
  }
}
