import type {
  EnvironmentSummary,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Stores } from '../store';
import type { StoredEnvironment, StoredSource } from '../model';
import { askDatabase } from '../store/askDatabase';
import { followPrimaries } from './followPrimaries';
import {
  type IndexEntry,
  isSloTooOld,
  presentEntry,
  toIndexEntry,
} from './indexEntry';

export interface EnvironmentIndexOptions {
  stores: Pick<Stores, 'environments' | 'sources'>;
  staleAfterMs: number;
  metricsSourceIds: (cluster: string) => string[];
  /** Readers of this process share one look at the database per interval. */
  refreshIntervalMs?: number;
  now?: () => number;
}

/** The state of the index at one moment; never changed once it is handed out. */
export interface IndexSnapshot {
  /** Changes whenever anything in it does. */
  version: number;
  summaries: readonly EnvironmentSummary[];
  sources: ReadonlyMap<string, StoredSource>;
  /** Whose figures an entity shows, where that is not the entity itself. */
  primaries: ReadonlyMap<string, readonly string[]>;
  /** Entities that get nothing of the place that they name. */
  refused: ReadonlySet<string>;
}

/**
 * A line per environment, kept up to date from the database by reading only
 * what was written since the last look. Lists of 10,000 environments are
 * filtered and sorted here without asking the database again.
 */
export class EnvironmentIndex {
  readonly #options: Required<EnvironmentIndexOptions>;
  readonly #entries = new Map<string, IndexEntry>();
  readonly #aliases = new Map<string, string>();
  /** Environments whose SLOs nobody has evaluated for too long. */
  readonly #sloStale = new Set<string>();
  #revision = 0;
  #hasRead = false;
  readonly #listeners: Array<(entityRefs: string[]) => void> = [];
  #refreshedAt = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;
  #snapshot: IndexSnapshot = {
    version: 0,
    summaries: [],
    sources: new Map(),
    primaries: new Map(),
    refused: new Set(),
  };

  constructor(options: EnvironmentIndexOptions) {
    this.#options = { refreshIntervalMs: 1000, now: Date.now, ...options };
  }

  /** Calls back with what was written since the look before. */
  onChanged(listener: (entityRefs: string[]) => void): void {
    this.#listeners.push(listener);
  }

  async snapshot(): Promise<IndexSnapshot> {
    await this.#refreshIfDue();
    return this.#snapshot;
  }

  /** Sees everything that was written before the call. */
  async refreshNow(): Promise<void> {
    await this.#pending;
    this.#refreshedAt = Number.NEGATIVE_INFINITY;
    await this.#refreshIfDue();
  }

  /** Every environment with the state of all its SLOs. */
  async watched(): Promise<
    Array<{
      summary: EnvironmentSummary;
      slos: Array<{ name: string; state: SloState }>;
    }>
  > {
    const { summaries, refused } = await this.snapshot();
    const own = summaries.filter(({ entityRef }) => !refused.has(entityRef));
    return own.map(summary => {
      const slos = this.#entries.get(summary.entityRef)?.slos ?? [];
      return {
        summary,
        slos: this.#sloStale.has(summary.entityRef)
          ? slos.map(({ name }) => ({ name, state: 'no-data' as const }))
          : slos,
      };
    });
  }

  /** The environment that an entity stands for or belongs to. */
  async resolve(entityRef: string): Promise<
    | {
        entityRef: string;
        revision: number;
        changeKey: string;
        /** What else must be readable, because this is a copy of it. */
        primaries: readonly string[];
        isRefused: boolean;
      }
    | undefined
  > {
    await this.#refreshIfDue();
    const ref = entityRef.toLocaleLowerCase('en-US');
    const target = this.#entries.has(ref) ? ref : this.#aliases.get(ref);
    const entry = target === undefined ? undefined : this.#entries.get(target);
    return target === undefined || !entry
      ? undefined
      : {
          entityRef: target,
          revision: entry.revision,
          changeKey: entry.changeKey,
          primaries: this.#primariesOf(target),
          isRefused: !isShown(entry),
        };
  }

  async #refreshIfDue(): Promise<void> {
    const { now, refreshIntervalMs } = this.#options;
    if (now() - this.#refreshedAt < refreshIntervalMs) {
      return;
    }
    this.#pending ??= this.#refresh().finally(() => {
      this.#pending = undefined;
    });
    await this.#pending;
  }

  async #refresh(): Promise<void> {
    const { now } = this.#options;
    const startedAt = now();
    const read = await this.#read();
    if (!read) {
      // Nothing new is known, but what is known has grown older.
      this.#refreshedAt = startedAt;
      this.#publish(this.#snapshot.sources);
      return;
    }
    const [changes, sourceList] = read;
    for (const entityRef of changes.deleted) {
      this.#remove(entityRef);
    }
    for (const stored of changes.changed) {
      this.#remove(stored.entityRef);
      this.#add(stored);
    }
    this.#revision = changes.revision;
    this.#refreshedAt = startedAt;
    this.#publish(new Map(sourceList.map(source => [source.id, source])));
    const changed = [
      ...changes.deleted,
      ...changes.changed.map(({ entityRef }) => entityRef),
    ];
    // What the first look finds is no news.
    if (this.#hasRead && changed.length > 0) {
      this.#listeners.forEach(listener => listener(changed));
    }
    this.#hasRead = true;
  }

  /** Undefined when the database does not answer and there is something to show. */
  async #read() {
    const { stores } = this.#options;
    try {
      return await askDatabase(() =>
        Promise.all([
          stores.environments.readChanges(this.#revision),
          stores.sources.list(),
        ]),
      );
    } catch (error) {
      if (!this.#hasRead) {
        throw error;
      }
      return undefined;
    }
  }

  #primariesOf(entityRef: string): string[] {
    return followPrimaries(
      entityRef,
      ref => this.#entries.get(ref)?.claim.primary,
    );
  }

  #publish(sources: ReadonlyMap<string, StoredSource>): void {
    const { metricsSourceIds, now, staleAfterMs } = this.#options;
    const context = { sources, nowMs: now(), staleAfterMs, metricsSourceIds };
    this.#sloStale.clear();
    const summaries = [...this.#entries].map(([entityRef, entry]) => {
      const isSloStale = isSloTooOld(entry, context);
      if (isSloStale) {
        this.#sloStale.add(entityRef);
      }
      return presentEntry(entry, { ...context, isSloStale });
    });
    this.#snapshot = {
      version: this.#snapshot.version + 1,
      sources,
      primaries: new Map(
        [...this.#entries].flatMap(([entityRef, { claim }]) =>
          claim.primary === undefined
            ? []
            : [[entityRef, this.#primariesOf(entityRef)]],
        ),
      ),
      refused: new Set(
        [...this.#entries]
          .filter(([, entry]) => entry.claim.state === 'refused')
          .map(([entityRef]) => entityRef),
      ),
      summaries,
    };
  }

  #add(stored: StoredEnvironment): void {
    this.#entries.set(stored.entityRef, toIndexEntry(stored));
    for (const alias of stored.catalog.aliases) {
      this.#aliases.set(alias, stored.entityRef);
    }
  }

  #remove(entityRef: string): void {
    for (const alias of this.#entries.get(entityRef)?.aliases ?? []) {
      if (this.#aliases.get(alias) === entityRef) {
        this.#aliases.delete(alias);
      }
    }
    this.#entries.delete(entityRef);
  }
}

/** History is a figure too. */
function isShown({ claim }: IndexEntry): boolean {
  return claim.state === 'granted' || claim.state === 'waiting';
}
