import { worstHealth } from '@elsa-portal/backstage-plugin-elsa-common/health';
import { SECOND, timestamp } from '../clock';
import type { EnvironmentStates } from '../environmentState';
import { environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import { namespace as namespaceObject } from '../kubernetes/furniture';
import { parseApiVersion } from '../kubernetes/kinds';
import type { Manifest, PodTemplate } from '../kubernetes/types';
import { healthOf } from './health';
import type { Target } from './target';
import {
  applyManifest,
  bySyncWave,
  isHook,
  isInSync,
  isSyncHook,
  keyOf,
  liveObject,
  prepare,
} from './target';
import type { Application, ResourceStatus } from './types';

/** A sync of this size takes a few seconds. */
const SYNC_TIME = 3 * SECOND;
const KEPT_HISTORY = 10;

interface Tracked {
  target: Target;
  /** What the last sync applied, by object. */
  applied: Map<string, Manifest>;
  /** Hooks that syncs ran. */
  hooks: Map<string, Manifest>;
  syncedRevision?: string;
  startedAt?: number;
}

/** The application controller of one cluster: compares, syncs and reports. */
export class ArgoCd {
  readonly #cluster: Cluster;
  readonly #states: EnvironmentStates;
  readonly #tracked = new Map<string, Tracked>();

  constructor(cluster: Cluster, states: EnvironmentStates) {
    this.#cluster = cluster;
    this.#states = states;
  }

  /** Takes over what was rendered from a new commit. */
  setTarget(target: Target): void {
    const { name } = target.application.metadata;
    const known = this.#tracked.get(name);
    const prepared = {
      ...target,
      manifests: target.manifests
        .map(manifest => prepare(this.#cluster, target.application, manifest))
        .sort(bySyncWave),
    };
    this.#tracked.set(name, {
      applied: new Map(),
      hooks: new Map(),
      ...known,
      target: prepared,
    });
  }

  /** Deploys the newest commit even where automation is off or paused. */
  sync(application: string): boolean {
    const tracked = this.#tracked.get(application);
    if (!tracked) return false;
    tracked.startedAt = this.#cluster.clock.now();
    return true;
  }

  /** Deletes an application with everything it made. */
  remove(name: string): void {
    const tracked = this.#tracked.get(name);
    if (!tracked) return;
    this.#tracked.delete(name);
    const { applied, hooks } = tracked;
    for (const manifest of [...applied.values(), ...hooks.values()]) {
      const live = liveObject(this.#cluster, manifest);
      if (live) this.#cluster.store.delete(live);
    }
    this.#cluster.store.delete(tracked.target.application);
  }

  names(): string[] {
    return [...this.#tracked.keys()];
  }

  step(): void {
    for (const tracked of this.#tracked.values()) this.#reconcile(tracked);
  }

  #reconcile(tracked: Tracked): void {
    const now = this.#cluster.clock.now();
    if (tracked.startedAt === undefined && this.#shouldSync(tracked)) {
      tracked.startedAt = now;
    }
    const { startedAt } = tracked;
    if (startedAt !== undefined && now >= startedAt + SYNC_TIME) {
      this.#apply(tracked);
      this.#report(tracked, {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: timestamp(startedAt),
        finishedAt: timestamp(now),
      });
      tracked.startedAt = undefined;
      return;
    }
    this.#report(
      tracked,
      startedAt === undefined
        ? undefined
        : {
            phase: 'Running',
            message: 'waiting for healthy state of sync tasks',
            startedAt: timestamp(startedAt),
          },
    );
  }

  #shouldSync(tracked: Tracked): boolean {
    const { target, syncedRevision } = tracked;
    const { automated } = target.application.spec.syncPolicy ?? {};
    const isPaused = this.#states.of(
      environmentOf(target.application),
    ).isSyncPaused;
    if (target.error || !automated || automated.enabled === false || isPaused) {
      return false;
    }
    if (syncedRevision !== target.revision) return true;
    return Boolean(automated.selfHeal) && !this.#isAllInSync(target);
  }

  #state(target: Target): Manifest[] {
    return target.manifests.filter(manifest => !isHook(manifest));
  }

  #isAllInSync(target: Target): boolean {
    return this.#state(target).every(manifest =>
      isInSync(this.#cluster, target.application, manifest),
    );
  }

  #apply(tracked: Tracked): void {
    const { target, applied, hooks } = tracked;
    const { destination, syncPolicy } = target.application.spec;
    const { store } = this.#cluster;
    if (destination.namespace) {
      const known = store.get(
        'v1',
        'Namespace',
        undefined,
        destination.namespace,
      );
      const labels = syncPolicy?.managedNamespaceMetadata?.labels;
      store.put({
        ...namespaceObject(destination.namespace, {
          ...known?.metadata.labels,
          ...labels,
        }),
      });
    }
    const isNewRevision = tracked.syncedRevision !== target.revision;
    for (const manifest of target.manifests) {
      if (isHook(manifest)) {
        if (!isSyncHook(manifest) || !isNewRevision) continue;
        const old = liveObject(this.#cluster, manifest);
        if (old) store.delete(old);
        store.put(manifest);
        hooks.set(keyOf(manifest), manifest);
      } else {
        applyManifest(this.#cluster, applied.get(keyOf(manifest)), manifest);
      }
    }
    const wanted = new Map(
      this.#state(target).map(manifest => [keyOf(manifest), manifest]),
    );
    if (syncPolicy?.automated?.prune) {
      for (const [key, manifest] of applied) {
        const live = wanted.has(key)
          ? undefined
          : liveObject(this.#cluster, manifest);
        if (live) store.delete(live);
      }
    }
    tracked.applied = wanted;
    tracked.syncedRevision = target.revision;
  }

  #resources({ target, applied }: Tracked): ResourceStatus[] {
    const wanted = this.#state(target);
    const keys = new Set(wanted.map(keyOf));
    const leftovers = [...applied]
      .filter(([key]) => !keys.has(key))
      .map(([, manifest]) => manifest)
      .filter(manifest => liveObject(this.#cluster, manifest));
    const describe = (manifest: Manifest, isLeftover: boolean) => {
      const live = liveObject(this.#cluster, manifest);
      const { group, version } = parseApiVersion(manifest.apiVersion);
      const isSynced =
        !isLeftover && isInSync(this.#cluster, target.application, manifest);
      const health = live ? healthOf(live) : { status: 'Missing' as const };
      return {
        ...(group && { group }),
        version,
        kind: manifest.kind,
        ...(manifest.metadata.namespace && {
          namespace: manifest.metadata.namespace,
        }),
        name: manifest.metadata.name,
        status: isSynced ? ('Synced' as const) : ('OutOfSync' as const),
        ...(health && { health }),
        ...(isLeftover && { requiresPruning: true }),
      };
    };
    return [
      ...wanted.map(manifest => describe(manifest, false)),
      ...leftovers.map(manifest => describe(manifest, true)),
    ];
  }

  #report(
    tracked: Tracked,
    operation?: {
      phase: string;
      message: string;
      startedAt: string;
      finishedAt?: string;
    },
  ): void {
    const { target } = tracked;
    const { store, clock } = this.#cluster;
    const known = store.get<Application>(
      target.application.apiVersion,
      'Application',
      target.application.metadata.namespace,
      target.application.metadata.name,
    );
    const resources = target.error ? [] : this.#resources(tracked);
    const isSynced = resources.every(row => row.status === 'Synced');
    const present = resources.flatMap(row => {
      const status = row.health?.status;
      return status && status !== 'Missing' ? [status] : [];
    });
    const health = present.length === 0 ? 'Missing' : worstHealth(present);
    const before = known?.status;
    const comparison = isSynced ? 'Synced' : 'OutOfSync';
    const isFinished = operation?.phase === 'Succeeded';
    const source =
      target.application.spec.source ?? target.application.spec.sources?.[0];
    store.put<Application>({
      ...target.application,
      status: {
        sync: {
          status: target.error ? 'Unknown' : comparison,
          revision: target.revision,
          comparedTo: {
            source,
            destination: target.application.spec.destination,
          },
        },
        health: {
          status: health,
          lastTransitionTime:
            before?.health?.status === health
              ? before.health.lastTransitionTime
              : timestamp(clock.now()),
        },
        operationState: operation
          ? {
              ...operation,
              operation: {
                initiatedBy: { automated: true },
                sync: { revision: target.revision },
              },
              syncResult: { revision: target.revision, source },
            }
          : before?.operationState,
        resources,
        conditions: target.error
          ? [
              {
                type: 'ComparisonError',
                message: target.error,
                lastTransitionTime:
                  before?.conditions?.[0]?.lastTransitionTime ??
                  timestamp(clock.now()),
              },
            ]
          : [],
        history: isFinished
          ? [
              ...(before?.history ?? []),
              {
                id: before?.history?.length ?? 0,
                revision: target.revision,
                deployedAt: operation.finishedAt,
                deployStartedAt: operation.startedAt,
                source,
              },
            ].slice(-KEPT_HISTORY)
          : (before?.history ?? []),
        sourceType: source?.helm ? 'Helm' : 'Kustomize',
        reconciledAt: before?.reconciledAt ?? timestamp(clock.now()),
        summary: { images: imagesOf(target.manifests) },
      },
    });
  }
}

function imagesOf(manifests: Manifest[]): string[] {
  const images = manifests.flatMap(manifest => {
    const { template } = (manifest.spec ?? {}) as { template?: PodTemplate };
    return (template?.spec?.containers ?? []).map(row => row.image);
  });
  return [...new Set(images)].sort();
}
