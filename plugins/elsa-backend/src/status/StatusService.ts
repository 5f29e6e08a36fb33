import type {
  BackstageCredentials,
  CacheService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ListEnvironmentsOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import type {
  EnvironmentStatus,
  HealthTransition,
  ListEnvironmentsResponse,
  SourceStatus,
  UnregisteredEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Stores } from '../store';
import { readCursor } from './readCursor';
import {
  CATALOG_SOURCE_ID,
  type CatalogEnvironment,
  sourceId,
  type StoredEnvironment,
} from '../model';
import type { FreshnessContext } from '../freshness/freshness';
import { isStorable } from '../text';
import { composeNewcomer } from './composeNewcomer';
import { composeStatus, presentSource } from './composeStatus';
import type { EnvironmentAccess } from '../access/EnvironmentAccess';
import type { EnvironmentIndex } from './EnvironmentIndex';
import { askDatabase } from '../store/askDatabase';
import { ImpatientCache } from '../access/ImpatientCache';
import { listEnvironments } from './listEnvironments';

export interface StatusServiceOptions {
  stores: Stores;
  index: EnvironmentIndex;
  access: EnvironmentAccess;
  cache: CacheService;
  staleAfterMs: number;
  metricsSourceIds: (cluster: string) => string[];
  /** Asks the catalog for an environment that is not known yet. */
  readEntity: (entityRef: string) => Promise<CatalogEnvironment | undefined>;
  now?: () => number;
}

/** Environments that can be shown without the database; each some 20 kB. */
const MAX_KEPT = 500;

/** An environment that the caller may read. */
export interface ReadableEnvironment {
  entityRef: string;
  revision: number;
  changeKey: string;
  /** Nothing that was read, now or before, is this entity's. */
  isRefused: boolean;
}

/** Answers readers from what was collected; never asks a cluster. */
export class StatusService {
  readonly #options: Required<StatusServiceOptions>;
  readonly #cache: ImpatientCache;
  /** By entity reference, last used last. */
  readonly #kept = new Map<string, StoredEnvironment>();
  /** Environments that the catalog is being asked for. */
  readonly #asked = new Map<string, Promise<CatalogEnvironment | undefined>>();

  constructor(options: StatusServiceOptions) {
    this.#options = { now: Date.now, ...options };
    this.#cache = new ImpatientCache(options.cache);
  }

  async list(
    credentials: BackstageCredentials,
    options: ListEnvironmentsOptions,
  ): Promise<ListEnvironmentsResponse> {
    const { index, access } = this.#options;
    const { summaries, primaries } = await index.snapshot();
    const readable = await access.filterReadable(
      credentials,
      summaries,
      primaries,
    );
    return listEnvironments(readable, options);
  }

  /**
   * Finds the environment of an entity.
   *
   * @throws NotFoundError, the same one when it does not exist and when the
   * caller may not read it
   */
  async resolve(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<ReadableEnvironment> {
    const { index, access } = this.#options;
    if (!isStorable(entityRef)) {
      // No such entity can be in any catalog, and no database is asked for it.
      throw new NotFoundError('No environment for an entity of that name');
    }
    const found = await index.resolve(entityRef);
    // Asked in both cases, so that the time it takes says nothing either.
    const isReadable = await access.isReadable(
      credentials,
      found?.entityRef ?? entityRef.toLocaleLowerCase('en-US'),
      entityRef.toLocaleLowerCase('en-US'),
    );
    // Anybody may register a copy that all may read.
    const primaries = isReadable ? (found?.primaries ?? []) : [];
    const arePrimariesReadable = await Promise.all(
      primaries.map(primary => access.isReadable(credentials, primary)),
    );
    if (!found || !isReadable || arePrimariesReadable.includes(false)) {
      throw new NotFoundError(`No environment for entity '${entityRef}'`);
    }
    return found;
  }

  async get(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<EnvironmentStatus> {
    try {
      return await this.compose(await this.resolve(credentials, entityRef));
    } catch (error) {
      const newcomer = await this.findNewcomer(credentials, entityRef, error);
      return composeNewcomer(newcomer, await this.#context());
    }
  }

  /**
   * What the catalog has got since it was last read, which may be a minute ago.
   *
   * @param missing - thrown on when it is no such entity
   */
  async findNewcomer(
    credentials: BackstageCredentials,
    entityRef: string,
    missing: unknown,
  ): Promise<CatalogEnvironment> {
    const ref = entityRef.toLocaleLowerCase('en-US');
    if (!(missing instanceof NotFoundError) || !isStorable(ref)) {
      throw missing;
    }
    const { access, index } = this.#options;
    const isKnown = (await index.resolve(ref)) !== undefined;
    if (isKnown || !(await access.isReadable(credentials, ref))) {
      throw missing;
    }
    const found = await this.#askCatalog(ref).catch(() => undefined);
    if (!found) {
      throw missing;
    }
    return found;
  }

  /** Those who ask for the same at the same moment share one question. */
  async #askCatalog(ref: string): Promise<CatalogEnvironment | undefined> {
    const asked =
      this.#asked.get(ref) ??
      this.#options.readEntity(ref).finally(() => this.#asked.delete(ref));
    this.#asked.set(ref, asked);
    return asked;
  }

  async compose(environment: ReadableEnvironment): Promise<EnvironmentStatus> {
    const stored = await this.#read(environment);
    return composeStatus(stored, await this.#context());
  }

  async #context(): Promise<FreshnessContext> {
    const { index, now, staleAfterMs, metricsSourceIds } = this.#options;
    const { sources } = await index.snapshot();
    return { sources, nowMs: now(), staleAfterMs, metricsSourceIds };
  }

  async transitions(
    credentials: BackstageCredentials,
    entityRef: string,
    options: { limit?: number; cursor?: string },
  ): Promise<{ items: HealthTransition[]; nextCursor?: string }> {
    const environment = await this.resolve(credentials, entityRef).catch(
      async error => {
        await this.findNewcomer(credentials, entityRef, error);
        return undefined;
      },
    );
    const before = readCursor(options.cursor);
    if (!environment || environment.isRefused) {
      return { items: [] };
    }
    const { items, next } = await askDatabase(() =>
      this.#options.stores.transitions.list(environment.entityRef, {
        limit: options.limit ?? 50,
        before,
      }),
    );
    return {
      items,
      nextCursor: next && `${Date.parse(next.at)}-${next.shown}`,
    };
  }

  /**
   * Sources of the environments that the caller may read: names of other
   * clusters are nobody's business. `includeAll` is for those who may see
   * what is in no catalog.
   */
  async sources(
    credentials: BackstageCredentials,
    options: { includeAll: boolean },
  ): Promise<SourceStatus[]> {
    const { index, access, now, staleAfterMs, metricsSourceIds } =
      this.#options;
    const snapshot = await index.snapshot();
    const all = [...snapshot.sources.values()];
    const context = { nowMs: now(), staleAfterMs };
    if (options.includeAll) {
      return all.map(({ note, ...source }) =>
        withNote(presentSource(source, context), note),
      );
    }
    const readable = await access.filterReadable(
      credentials,
      snapshot.summaries,
      snapshot.primaries,
    );
    const clusters = new Set(
      readable
        .filter(({ entityRef }) => !snapshot.refused.has(entityRef))
        .map(({ cluster }) => cluster),
    );
    const ids = new Set([
      CATALOG_SOURCE_ID,
      ...[...clusters].map(name => sourceId('kubernetes', name)),
      ...[...clusters].flatMap(metricsSourceIds),
    ]);
    return all
      .filter(({ id }) => ids.has(id))
      .map(source => presentSource(source, context));
  }

  async unregistered(): Promise<UnregisteredEnvironment[]> {
    return askDatabase(() => this.#options.stores.unregistered.list());
  }

  /** The revision is part of the key, so an entry can never be out of date. */
  async #read(environment: ReadableEnvironment): Promise<StoredEnvironment> {
    const { stores } = this.#options;
    const key = `environment:${environment.entityRef}:${environment.revision}`;
    const cached = await this.#cache.get(key);
    if (cached !== undefined) {
      this.#keep(cached as unknown as StoredEnvironment);
      return cached as unknown as StoredEnvironment;
    }
    const stored = await this.#ask(
      () => stores.environments.read(environment.entityRef),
      environment.entityRef,
    );
    if (!stored) {
      throw new NotFoundError(
        `No environment for entity '${environment.entityRef}'`,
      );
    }
    this.#keep(stored);
    await this.#cache.set(key, stored as unknown as JsonObject);
    return stored;
  }

  /** While the database does not answer, what this process last gave stands. */
  async #ask(
    read: () => Promise<StoredEnvironment | undefined>,
    entityRef: string,
  ): Promise<StoredEnvironment | undefined> {
    try {
      return await askDatabase(read);
    } catch (error) {
      const kept = this.#kept.get(entityRef);
      if (!kept) {
        throw error;
      }
      return kept;
    }
  }

  #keep(stored: StoredEnvironment): void {
    this.#kept.delete(stored.entityRef);
    this.#kept.set(stored.entityRef, stored);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) {
        break;
      }
      this.#kept.delete(oldest);
    }
  }
}

function withNote(source: SourceStatus, note?: string): SourceStatus {
  const message = [source.message, note].filter(Boolean).join(' ');
  return message === '' ? source : { ...source, message };
}
