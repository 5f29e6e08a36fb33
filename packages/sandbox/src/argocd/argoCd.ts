import { SECOND, timestamp } from '../clock';
import type { EnvironmentStates } from '../environmentState';
import { environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import { namespace as namespaceObject } from '../kubernetes/furniture';
import type { Manifest } from '../kubernetes/types';
import { applicationStatus, type Operation } from './applicationStatus';
import { resourceStatuses } from './resourceStatuses';
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
  stateOf,
} from './target';
import type { Application } from './types';

/** A sync of this size takes a few seconds. */
const SYNC_TIME = 3 * SECOND;

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
      this.#delete(manifest);
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

  #isAllInSync(target: Target): boolean {
    return stateOf(target).every(manifest =>
      isInSync(this.#cluster, target.application, manifest),
    );
  }

  #apply(tracked: Tracked): void {
    const { target, applied, hooks } = tracked;
    this.#putNamespace(target.application);
    const isNewRevision = tracked.syncedRevision !== target.revision;
    for (const manifest of target.manifests) {
      if (!isHook(manifest)) {
        applyManifest(this.#cluster, applied.get(keyOf(manifest)), manifest);
      } else if (isSyncHook(manifest) && isNewRevision) {
        this.#runHook(manifest);
        hooks.set(keyOf(manifest), manifest);
      }
    }
    const wanted = new Map(
      stateOf(target).map(manifest => [keyOf(manifest), manifest]),
    );
    if (target.application.spec.syncPolicy?.automated?.prune) {
      for (const [key, manifest] of applied) {
        if (!wanted.has(key)) this.#delete(manifest);
      }
    }
    tracked.applied = wanted;
    tracked.syncedRevision = target.revision;
  }

  #putNamespace({ spec }: Application): void {
    const { store } = this.#cluster;
    const { namespace } = spec.destination;
    if (!namespace) return;
    const known = store.get('v1', 'Namespace', undefined, namespace);
    store.put(
      namespaceObject(namespace, {
        ...known?.metadata.labels,
        ...spec.syncPolicy?.managedNamespaceMetadata?.labels,
      }),
    );
  }

  #runHook(manifest: Manifest): void {
    this.#delete(manifest);
    this.#cluster.store.put(manifest);
  }

  #delete(manifest: Manifest): void {
    const live = liveObject(this.#cluster, manifest);
    if (live) this.#cluster.store.delete(live);
  }

  #report(tracked: Tracked, operation?: Operation): void {
    const { target } = tracked;
    const { store, clock } = this.#cluster;
    const { apiVersion, metadata } = target.application;
    const known = store.get<Application>(
      apiVersion,
      'Application',
      metadata.namespace,
      metadata.name,
    );
    store.put<Application>({
      ...target.application,
      status: applicationStatus({
        target,
        resources: target.error ? [] : resourceStatuses(this.#cluster, tracked),
        before: known?.status,
        operation,
        now: clock.now(),
      }),
    });
  }
}
