import type { ServerResponse } from 'node:http';
import type { StatusError } from '../errors';
import { statusError } from '../errors';
import { apiVersionOf } from '../kinds';
import type { ObjectStore, StoreEvent } from '../store';
import type { KubernetesObject } from '../types';
import { objectFilter } from './list';
import type { ResourceRequest } from './request';

export interface WatchOptions {
  bookmarkMilliseconds: number;
}

/** Chosen like a real server's, which spreads the ends of watches over time. */
const DEFAULT_TIMEOUT_SECONDS = 1_800;

/** What a change means to a client that only sees the objects it selected. */
function visibleType(
  event: StoreEvent,
  filter: (object: KubernetesObject) => boolean,
): StoreEvent['type'] | undefined {
  const wasVisible = event.previous !== undefined && filter(event.previous);
  const isVisible = event.type !== 'DELETED' && filter(event.object);
  if (isVisible) return wasVisible ? 'MODIFIED' : 'ADDED';
  return wasVisible ? 'DELETED' : undefined;
}

function expired(requested: number, oldest: number): StatusError {
  return statusError(
    410,
    'Expired',
    `too old resource version: ${requested} (${oldest})`,
  );
}

/** The lines of one watch. */
class WatchStream {
  readonly #store: ObjectStore;
  readonly #request: ResourceRequest;
  readonly #response: ServerResponse;
  readonly #filter: (object: KubernetesObject) => boolean;

  constructor(
    store: ObjectStore,
    request: ResourceRequest,
    query: URLSearchParams,
    response: ServerResponse,
  ) {
    this.#store = store;
    this.#request = request;
    this.#response = response;
    this.#filter = objectFilter(request, query);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
      'Cache-Control': 'no-cache, private',
    });
    // Without this a client of a quiet resource would wait for the headers.
    response.flushHeaders();
  }

  #write(type: string, object: object): void {
    this.#response.write(`${JSON.stringify({ type, object })}\n`);
  }

  /** Tells how far the client has come. */
  bookmark(annotations?: Record<string, string>): void {
    this.#write('BOOKMARK', {
      kind: this.#request.resource.kind,
      apiVersion: apiVersionOf(this.#request.resource),
      metadata: {
        resourceVersion: String(this.#store.resourceVersion),
        creationTimestamp: null,
        ...(annotations && { annotations }),
      },
    });
  }

  forward(event: StoreEvent): void {
    const { group, kind } = this.#request.resource;
    if (event.resource.group !== group || event.resource.kind !== kind) return;
    const type = visibleType(event, this.#filter);
    if (type) this.#write(type, event.object);
  }

  /** Everything that there is, as if it had just been added. */
  sendPresent(): void {
    this.#store
      .listResource(this.#request.resource, this.#request.namespace)
      .filter(this.#filter)
      .forEach(object => this.#write('ADDED', object));
  }

  /** What happened since; false where that is no longer known. */
  sendMissed(start: number): boolean {
    const missed = this.#store.since(start);
    missed?.forEach(event => this.forward(event));
    if (!missed) {
      const { status } = expired(start, this.#store.oldestResourceVersion);
      this.#write('ERROR', status);
    }
    return missed !== undefined;
  }
}

/** Streams changes as lines of JSON until the client leaves or time is up. */
export function serveWatch(
  store: ObjectStore,
  request: ResourceRequest,
  query: URLSearchParams,
  response: ServerResponse,
  options: WatchOptions,
): void {
  const stream = new WatchStream(store, request, query, response);
  const start = Number(query.get('resourceVersion') ?? 0);
  const sendsInitialEvents = query.get('sendInitialEvents') === 'true';
  if (start === 0 || sendsInitialEvents) {
    stream.sendPresent();
    if (sendsInitialEvents) {
      stream.bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  } else if (!stream.sendMissed(start)) {
    response.end();
    return;
  }

  const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
  const unsubscribe = store.subscribe(event => stream.forward(event));
  const bookmarks = wantsBookmarks
    ? setInterval(() => stream.bookmark(), options.bookmarkMilliseconds)
    : undefined;
  const timeout = setTimeout(
    () => {
      if (wantsBookmarks) stream.bookmark();
      response.end();
    },
    Number(query.get('timeoutSeconds') ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
  );
  response.on('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
