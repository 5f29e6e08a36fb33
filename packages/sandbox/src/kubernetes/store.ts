import type { Clock } from '../clock';
import { timestamp } from '../clock';
import { deepEqual } from '../deepEqual';
import type { Random } from '../random';
import type { ResourceKind } from './kinds';
import { KindRegistry } from './kinds';
import type { KubernetesObject } from './types';

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resourceVersion: number;
  resource: ResourceKind;
  object: KubernetesObject;
  previous?: KubernetesObject;
}

/** An API server keeps about this many changes for watches to resume from. */
const DEFAULT_HISTORY = 4_000;

interface StoreOptions {
  clock: Clock;
  random: Random;
  historyLimit?: number;
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

function tableKey(resource: ResourceKind): string {
  return `${resource.group}/${resource.kind}`;
}

/**
 * One cluster's objects. Stored objects are never changed in place: a write
 * puts a new object there, so that lists and watches hold what they were given.
 */
export class ObjectStore {
  readonly kinds = new KindRegistry();
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #tables = new Map<string, Map<string, KubernetesObject>>();
  /** Objects of a table in order, until one changes. */
  readonly #sorted = new Map<string, readonly KubernetesObject[]>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #historyLimit: number;
  #history: StoreEvent[] = [];
  #resourceVersion = 1_000;
  #oldestResourceVersion = 1_000;

  constructor(options: StoreOptions) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#historyLimit = options.historyLimit ?? DEFAULT_HISTORY;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Watches can resume from here on; before it lies 410 Gone. */
  get oldestResourceVersion(): number {
    return this.#oldestResourceVersion;
  }

  get<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    const resource = this.kinds.resolve(apiVersion, kind);
    return this.#table(resource).get(
      keyOf(resource.isNamespaced ? namespace : undefined, name),
    ) as T | undefined;
  }

  /** All objects of a kind, in the order in which etcd would give them. */
  list<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): T[] {
    const all = this.listResource(
      this.kinds.resolve(apiVersion, kind),
      namespace,
    );
    return all as T[];
  }

  listResource(resource: ResourceKind, namespace?: string): KubernetesObject[] {
    const all = this.#inOrder(resource);
    return namespace
      ? all.filter(object => object.metadata.namespace === namespace)
      : [...all];
  }

  /** Every object of the cluster. */
  all(): KubernetesObject[] {
    return [...this.#tables.values()].flatMap(table => [...table.values()]);
  }

  /**
   * Creates the object, or replaces what is there. Identity stays, the
   * generation counts changes of the spec, and an equal object changes nothing.
   */
  put<T extends KubernetesObject>(object: T): T {
    const resource = this.kinds.resolve(object.apiVersion, object.kind);
    const table = this.#table(resource);
    const key = keyOf(
      resource.isNamespaced ? object.metadata.namespace : undefined,
      object.metadata.name,
    );
    const previous = table.get(key);
    const next = this.#withIdentity(object, previous, resource);
    if (previous && deepEqual(previous, next)) return previous as T;
    this.#resourceVersion += 1;
    next.metadata.resourceVersion = String(this.#resourceVersion);
    table.set(key, next);
    this.#publish({
      type: previous ? 'MODIFIED' : 'ADDED',
      resourceVersion: this.#resourceVersion,
      resource,
      object: next,
      previous,
    });
    return next as T;
  }

  /** Replaces only the status. */
  putStatus<T extends KubernetesObject>(object: T, status: T['status']): T {
    return this.put({ ...object, status });
  }

  delete(object: KubernetesObject): void {
    const resource = this.kinds.resolve(object.apiVersion, object.kind);
    const key = keyOf(
      resource.isNamespaced ? object.metadata.namespace : undefined,
      object.metadata.name,
    );
    const table = this.#table(resource);
    const previous = table.get(key);
    if (!previous) return;
    table.delete(key);
    this.#resourceVersion += 1;
    this.#publish({
      type: 'DELETED',
      resourceVersion: this.#resourceVersion,
      resource,
      object: {
        ...previous,
        metadata: {
          ...previous.metadata,
          resourceVersion: String(this.#resourceVersion),
        },
      },
      previous,
    });
  }

  /** Changes after a version, oldest first; undefined when they are forgotten. */
  since(resourceVersion: number): StoreEvent[] | undefined {
    if (resourceVersion < this.#oldestResourceVersion) return undefined;
    return this.#history.filter(
      event => event.resourceVersion > resourceVersion,
    );
  }

  /** Forgets the past, as a compaction of etcd does: resumed watches get 410. */
  compact(): void {
    this.#history = [];
    this.#oldestResourceVersion = this.#resourceVersion;
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #inOrder(resource: ResourceKind): readonly KubernetesObject[] {
    const key = tableKey(resource);
    const known = this.#sorted.get(key);
    if (known) return known;
    const sorted = [...this.#table(resource)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, object]) => object);
    this.#sorted.set(key, sorted);
    return sorted;
  }

  #table(resource: ResourceKind): Map<string, KubernetesObject> {
    const key = tableKey(resource);
    const table = this.#tables.get(key) ?? new Map();
    this.#tables.set(key, table);
    return table;
  }

  #withIdentity(
    object: KubernetesObject,
    previous: KubernetesObject | undefined,
    resource: ResourceKind,
  ): KubernetesObject {
    const { namespace, ...metadata } = object.metadata;
    const specIsSame =
      previous !== undefined && deepEqual(previous.spec, object.spec);
    const generation = previous?.metadata.generation ?? 0;
    return {
      ...object,
      metadata: {
        ...metadata,
        ...(resource.isNamespaced && { namespace: namespace ?? 'default' }),
        uid: previous?.metadata.uid ?? metadata.uid ?? this.#random.uuid(),
        creationTimestamp:
          previous?.metadata.creationTimestamp ?? timestamp(this.#clock.now()),
        ...(object.spec && {
          generation: specIsSame ? generation : generation + 1,
        }),
        resourceVersion: previous?.metadata.resourceVersion,
      },
    };
  }

  #publish(event: StoreEvent): void {
    this.#sorted.delete(tableKey(event.resource));
    this.#history.push(event);
    if (this.#history.length > this.#historyLimit * 1.25) {
      this.#history = this.#history.slice(-this.#historyLimit);
      this.#oldestResourceVersion = this.#history[0].resourceVersion - 1;
    }
    for (const listener of this.#listeners) listener(event);
  }
}
