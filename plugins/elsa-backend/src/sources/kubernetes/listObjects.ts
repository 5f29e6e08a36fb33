import { UpstreamError } from '../http';
import type { ClusterApi } from './KubernetesClient';
import {
  type KubernetesObject,
  listItemSchema,
  listSchema,
  toKubernetesObject,
} from './KubernetesObject';
import { apiVersionOf, type CollectedKind, listPath } from './kinds';

/**
 * Restarts of one list. A continue token lives about five minutes in etcd, so
 * a second expiry means that the cluster cannot serve the list at all.
 */
const MAX_RESTARTS = 2;

export interface ListObjectsOptions {
  client: ClusterApi;
  cluster: string;
  kind: CollectedKind;
  version: string;
  labelSelector: string;
  /** All namespaces when absent. */
  namespace?: string;
  pageSize: number;
  signal?: AbortSignal;
}

/** All objects of one kind. */
export interface ListedObjects {
  objects: KubernetesObject[];
  /** Objects that are left out because nothing can be made of them. */
  oddCount: number;
}

/**
 * Lists all objects of one kind, page by page. A page whose continue token has
 * expired (410) starts the list anew, so that what is returned is whole.
 *
 * @throws UpstreamError
 */
export async function listObjects(
  options: ListObjectsOptions,
): Promise<ListedObjects> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await listOnce(options);
    } catch (error) {
      const isExpired = error instanceof UpstreamError && error.status === 410;
      if (!isExpired || attempt >= MAX_RESTARTS) {
        throw error;
      }
    }
  }
}

async function listOnce(options: ListObjectsOptions): Promise<ListedObjects> {
  const { kind, version } = options;
  const apiVersion = apiVersionOf(kind.group, version);
  const objects: KubernetesObject[] = [];
  const seen = new Set<string>();
  let oddCount = 0;
  let token: string | undefined;
  do {
    const page = await readPage(options, token);
    for (const raw of page.items ?? []) {
      const item = listItemSchema.safeParse(raw);
      if (item.success) {
        objects.push(toKubernetesObject(item.data, apiVersion, kind.kind));
      } else {
        oddCount += 1;
      }
    }
    token = page.metadata?.continue || undefined;
    if (token !== undefined) {
      if (seen.has(token)) {
        throw invalid(options, 'a list that never ends');
      }
      seen.add(token);
    }
  } while (token !== undefined);
  if (oddCount > 0 && objects.length === 0) {
    throw invalid(options, 'a list of something that is no object');
  }
  return { objects, oddCount };
}

async function readPage(
  options: ListObjectsOptions,
  token: string | undefined,
) {
  const { client, cluster, kind, version, namespace } = options;
  const answer = await client.get({
    cluster,
    kind,
    path: listPath(kind, version, namespace),
    query: {
      labelSelector: options.labelSelector,
      limit: String(options.pageSize),
      ...(token !== undefined && { continue: token }),
    },
    signal: options.signal,
  });
  const page = listSchema.safeParse(answer);
  if (!page.success) {
    throw invalid(options, 'something that is not a list of objects');
  }
  return page.data;
}

function invalid(options: ListObjectsOptions, what: string): UpstreamError {
  return new UpstreamError(
    'invalid-response',
    `Cluster '${options.cluster}' answered the list of ${options.kind.plural} with ${what}`,
  );
}
