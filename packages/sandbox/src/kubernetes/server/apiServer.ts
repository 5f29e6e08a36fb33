import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '../cluster';
import { notFound, pathNotFound, statusError, StatusError } from '../errors';
import { forbidden, requireToken, verbOf } from './access';
import { discovery, isDiscoveryPath, versionInfo } from './discovery';
import { listObjects } from './list';
import { serveLogs } from './logs';
import { serveMetrics } from './metricsApi';
import { parseResourcePath } from './request';
import { serveWatch } from './watch';

export interface ApiServerOptions {
  cluster: Cluster;
  /** The one token that may read. */
  token: string;
  bookmarkMilliseconds?: number;
}

/** A real server sends a bookmark about once a minute. */
const BOOKMARK_MILLISECONDS = 60_000;
const HEALTH_PATHS = ['/healthz', '/livez', '/readyz'];

function sendJson(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache, private',
  });
  response.end(`${JSON.stringify(body)}\n`);
}

function serveResource(
  options: ApiServerOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { cluster } = options;
  const { store } = cluster;
  const asked = parseResourcePath(url.pathname, store.kinds);
  const verb = verbOf(request.method ?? 'GET', asked, url.searchParams);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || cluster.faults.isForbidden) throw forbidden(verb, asked);

  const { resource, namespace, name, subresource } = asked;

  if (resource.kind === 'Pod' && subresource === 'log' && name) {
    serveLogs(cluster, namespace ?? '', name, url.searchParams, response);
    return;
  }
  if (subresource && subresource !== 'status') throw pathNotFound();
  if (verb === 'watch') {
    serveWatch(store, asked, url.searchParams, response, {
      bookmarkMilliseconds:
        options.bookmarkMilliseconds ?? BOOKMARK_MILLISECONDS,
    });
    return;
  }
  if (name) {
    const [object] = store
      .listResource(resource, namespace)
      .filter(candidate => candidate.metadata.name === name);
    if (!object) throw notFound(resource, name);
    sendJson(response, 200, object);
    return;
  }
  sendJson(response, 200, listObjects(store, asked, url.searchParams));
}

async function serve(
  options: ApiServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { cluster, token } = options;
  const url = new URL(request.url ?? '/', 'http://cluster');
  if (cluster.faults.delayMilliseconds > 0) {
    await delay(cluster.faults.delayMilliseconds);
  }
  if (url.pathname === '/version') {
    sendJson(response, 200, versionInfo(cluster.kubernetesVersion));
    return;
  }
  if (HEALTH_PATHS.includes(url.pathname)) {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.end('ok');
    return;
  }
  requireToken(request, token);
  if (isDiscoveryPath(url.pathname)) {
    sendJson(response, 200, discovery(url.pathname, cluster.store.kinds));
    return;
  }
  if (url.pathname.startsWith('/apis/metrics.k8s.io/')) {
    if (cluster.faults.isForbidden) {
      throw statusError(403, 'Forbidden', 'pods.metrics.k8s.io is forbidden');
    }
    sendJson(
      response,
      200,
      serveMetrics(cluster, url.pathname, url.searchParams),
    );
    return;
  }
  serveResource(options, url, request, response);
}

/** A cluster's API over HTTP: it can be read from outside, never written. */
export function createApiServer(options: ApiServerOptions): Server {
  return createServer((request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      const answer =
        error instanceof StatusError
          ? error
          : statusError(
              500,
              'InternalError',
              `Internal error occurred: ${String(error)}`,
            );
      if (response.headersSent) response.destroy();
      else sendJson(response, answer.code, answer.status);
    });
  });
}
