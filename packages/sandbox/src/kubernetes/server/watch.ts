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

/** Streams changes as lines of JSON until the client leaves or time is up. */
export function serveWatch(
  store: ObjectStore,
  request: ResourceRequest,
  query: URLSearchParams,
  response: ServerResponse,
  options: WatchOptions,
): void {
  const filter = objectFilter(request, query);
  const start = Number(query.get('resourceVersion') ?? 0);
  const sendsInitialEvents = query.get('sendInitialEvents') === 'true';
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Transfer-Encoding': 'chunked',
    'Cache-Control': 'no-cache, private',
  });
  // Without this a client of a quiet resource would wait for the headers.
  response.flushHeaders();
  const write = (type: string, object: object) =>
    response.write(`${JSON.stringify({ type, object })}\n`);
  const bookmark = (annotations?: Record<string, string>) =>
    write('BOOKMARK', {
      kind: request.resource.kind,
      apiVersion: apiVersionOf(request.resource),
      metadata: {
        resourceVersion: String(store.resourceVersion),
        creationTimestamp: null,
        ...(annotations && { annotations }),
      },
    });
  const forward = (event: StoreEvent) => {
    if (
      event.resource.group !== request.resource.group ||
      event.resource.kind !== request.resource.kind
    ) {
      return;
    }
    const type = visibleType(event, filter);
    if (type) write(type, event.object);
  };

  if (start === 0 || sendsInitialEvents) {
    store
      .listResource(request.resource, request.namespace)
      .filter(filter)
      .forEach(object => write('ADDED', object));
    if (sendsInitialEvents) bookmark({ 'k8s.io/initial-events-end': 'true' });
  } else {
    const missed = store.since(start);
    if (!missed) {
      write('ERROR', expired(start, store.oldestResourceVersion).status);
      response.end();
      return;
    }
    missed.forEach(forward);
  }

  const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
  const unsubscribe = store.subscribe(forward);
  const bookmarks = wantsBookmarks
    ? setInterval(bookmark, options.bookmarkMilliseconds)
    : undefined;
  const timeout = setTimeout(
    () => {
      if (wantsBookmarks) bookmark();
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
