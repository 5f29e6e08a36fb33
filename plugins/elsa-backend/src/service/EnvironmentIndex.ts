import type {
  EnvironmentSummary,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Stores } from '../database';
import { sourceId, type StoredEnvironment, type StoredSource } from '../model';
import { composeLastKnown } from './composeStatus';
import { composeSummary, type KnownSummary } from './composeSummary';
import { isTooOld, lastCollectedAt, unknownReason } from './freshness';
import { presentAlerts } from './presentAlerts';

/** What is kept in memory of one environment: about a kilobyte. */
interface IndexEntry {
  summary: KnownSummary;
  slos: Array<{ name: string; state: SloState }>;
  collectedAt?: string;
  hasCluster: boolean;
  placementProblem?: string;
  aliases: string[];
  changeKey: string;
  revision: number;
}

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
  #refreshedAt = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;
  #snapshot: IndexSnapshot = { version: 0, summaries: [], sources: new Map() };

  constructor(options: EnvironmentIndexOptions) {
    this.#options = { refreshIntervalMs: 1000, now: Date.now, ...options };
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
    const { summaries } = await this.snapshot();
    return summaries.map(summary => {
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
  async resolve(
    entityRef: string,
  ): Promise<
    { entityRef: string; revision: number; changeKey: string } | undefined
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
    const { stores, now } = this.#options;
    const startedAt = now();
    const [changes, sourceList] = await Promise.all([
      stores.environments.readChanges(this.#revision),
      stores.sources.list(),
    ]);
    for (const entityRef of changes.deleted) {
      this.#remove(entityRef);
    }
    for (const stored of changes.changed) {
      this.#remove(stored.entityRef);
      this.#add(stored);
    }
    this.#revision = changes.revision;
    this.#refreshedAt = startedAt;
    this.#sloStale.clear();
    const sources = new Map(sourceList.map(source => [source.id, source]));
    this.#snapshot = {
      version: this.#snapshot.version + 1,
      sources,
      summaries: [...this.#entries.values()].map(entry =>
        this.#present(entry, sources),
      ),
    };
  }

  #add(stored: StoredEnvironment): void {
    // Age is judged when the entry is presented.
    const summary = composeSummary(composeLastKnown(stored));
    this.#entries.set(stored.entityRef, {
      summary,
      slos: (stored.metrics?.slos ?? []).map(({ name, state }) => ({
        name,
        state,
      })),
      collectedAt: stored.collectedAt,
      hasCluster: stored.cluster !== undefined,
      placementProblem: stored.catalog.placementProblem,
      aliases: stored.catalog.aliases,
      changeKey: stored.changeKey,
      revision: stored.revision,
    });
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

  #present(
    entry: IndexEntry,
    sources: ReadonlyMap<string, StoredSource>,
  ): EnvironmentSummary {
    const { summary } = entry;
    const context = {
      sources,
      nowMs: this.#options.now(),
      staleAfterMs: this.#options.staleAfterMs,
      metricsSourceIds: this.#options.metricsSourceIds,
    };
    const collectedAt = lastCollectedAt(
      { ...entry, cluster: summary.cluster },
      sources,
    );
    const isSloStale =
      summary.slo !== undefined &&
      context
        .metricsSourceIds(summary.cluster)
        .filter(id => id.startsWith(sourceId('prometheus', '')))
        .every(id => isTooOld(sources.get(id)?.lastDataAt, context));
    if (isSloStale) {
      this.#sloStale.add(summary.entityRef);
    }
    const slo =
      summary.slo && isSloStale
        ? { ...summary.slo, state: 'no-data' as const }
        : summary.slo;
    const alerts = presentAlerts(summary.alerts, summary.cluster, context);
    if (!isTooOld(collectedAt, context)) {
      return { ...summary, slo, alerts, collectedAt, isStale: false };
    }
    const { code, message } = unknownReason(
      { cluster: summary.cluster, placementProblem: entry.placementProblem },
      collectedAt,
      context,
    );
    return {
      ...summary,
      slo,
      alerts,
      collectedAt,
      isStale: true,
      health: 'Unknown',
      isPartial: false,
      reason: { code, message },
    };
  }
}
