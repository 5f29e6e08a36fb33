import { statusError } from '../errors';
import { apiVersionOf } from '../kinds';
import { parseFieldSelector, parseLabelSelector } from '../selectors';
import type { ObjectStore } from '../store';
import type { KubernetesObject } from '../types';
import type { ResourceRequest } from './request';

export interface ListResult {
  apiVersion: string;
  kind: string;
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
  items: KubernetesObject[];
}

interface ContinueToken {
  v: 'meta.k8s.io/v1';
  rv: number;
  start: string;
}

/** Whether an object is in the request's namespace and matches its selectors. */
export function objectFilter(
  request: ResourceRequest,
  query: URLSearchParams,
): (object: KubernetesObject) => boolean {
  const matchesLabels = parseLabelSelector(query.get('labelSelector') ?? '');
  const matchesFields = parseFieldSelector(
    query.get('fieldSelector') ?? '',
    request.resource.kind,
  );
  return object =>
    (!request.namespace || object.metadata.namespace === request.namespace) &&
    (!request.name || object.metadata.name === request.name) &&
    matchesLabels(object.metadata.labels ?? {}) &&
    matchesFields(object);
}

function positionOf(object: KubernetesObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

function decodeToken(token: string, store: ObjectStore): ContinueToken {
  let decoded: ContinueToken;
  try {
    decoded = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw statusError(
      400,
      'BadRequest',
      'continue key is not valid: it was not made by this server',
    );
  }
  if (decoded.rv < store.oldestResourceVersion) {
    throw statusError(
      410,
      'Expired',
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
    );
  }
  return decoded;
}

/** Objects in etcd's order, a page at a time where the client asks for pages. */
export function listObjects(
  store: ObjectStore,
  request: ResourceRequest,
  query: URLSearchParams,
): ListResult {
  const filter = objectFilter(request, query);
  const token = query.get('continue');
  const from = token ? decodeToken(token, store) : undefined;
  const resourceVersion = from?.rv ?? store.resourceVersion;
  const remaining = store
    .listResource(request.resource, request.namespace)
    .filter(filter)
    .filter(object => !from || positionOf(object) > from.start);
  const limit = Number(query.get('limit') ?? 0);
  const items = limit > 0 ? remaining.slice(0, limit) : remaining;
  const isCut = items.length < remaining.length;
  const hasSelector = query.has('labelSelector') || query.has('fieldSelector');
  const next: ContinueToken | undefined = isCut
    ? {
        v: 'meta.k8s.io/v1',
        rv: resourceVersion,
        start: positionOf(items[items.length - 1]),
      }
    : undefined;
  return {
    kind: `${request.resource.kind}List`,
    apiVersion: apiVersionOf(request.resource),
    metadata: {
      resourceVersion: String(resourceVersion),
      ...(next && {
        continue: Buffer.from(JSON.stringify(next)).toString('base64url'),
        ...(!hasSelector && {
          remainingItemCount: remaining.length - items.length,
        }),
      }),
    },
    items,
  };
}
