import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import pLimit from 'p-limit';
import type { CollectorConfig } from '../../config';
import {
  createDeadline,
  type OwnDelay,
  toUpstreamError,
  type UpstreamError,
} from '../http';
import type { ClusterReading, UnreadKind } from './ClusterReading';
import { isBuiltIn } from './kinds';
import type { ServedKind } from './discoverKinds';
import type { ClusterApi } from './KubernetesClient';
import type { KubernetesObject } from './KubernetesObject';
import { listObjects } from './listObjects';

export interface ReadClusterOptions {
  client: ClusterApi;
  cluster: string;
  /** Which kinds the cluster serves; may ask it. */
  discover: (signal: AbortSignal) => Promise<ServedKind[]>;
  labelSelector: string;
  namespace?: string;
  limits: Pick<
    CollectorConfig,
    'clusterTimeoutMs' | 'requestConcurrency' | 'pageSize'
  >;
  delay?: OwnDelay;
  signal?: AbortSignal;
}

interface Failure {
  served: ServedKind;
  error: UpstreamError;
}

type KindResult = { served: ServedKind; objects: KubernetesObject[] } | Failure;

/** Failures of one kind that say nothing about the other kinds. */
const CONCERNS_ONE_KIND: ReadonlySet<SourceState> = new Set([
  'forbidden',
  'invalid-response',
]);
/** The same, of kinds that the cluster leaves to others: webhooks, operators. */
const CONCERNS_MINOR_KIND: ReadonlySet<SourceState> = new Set(['server-error']);

/**
 * Reads all objects of one cluster. Never throws: what failed is part of the
 * result, and a kind that may not be read does not hide the others.
 */
export async function readCluster(
  options: ReadClusterOptions,
): Promise<ClusterReading> {
  const { cluster, limits } = options;
  const deadline = createDeadline({
    subject: `Cluster '${cluster}'`,
    timeoutMs: limits.clusterTimeoutMs,
    delay: options.delay,
  });
  const signal = options.signal
    ? AbortSignal.any([deadline.signal, options.signal])
    : deadline.signal;
  try {
    const kinds = await options.discover(signal);
    const limit = pLimit(limits.requestConcurrency);
    const results = await Promise.all(
      kinds.map(served => limit(() => readKind(options, served, signal))),
    );
    return summarize(cluster, results);
  } catch (error) {
    return failedReading(
      cluster,
      toUpstreamError(error, `Cluster '${cluster}'`),
    );
  } finally {
    deadline.clear();
  }
}

async function readKind(
  options: ReadClusterOptions,
  served: ServedKind,
  signal: AbortSignal,
): Promise<KindResult> {
  const { client, cluster, labelSelector, namespace, limits } = options;
  try {
    // Once the time is up the remaining kinds must not even be asked.
    signal.throwIfAborted();
    const objects = await listObjects({
      client,
      cluster,
      ...served,
      labelSelector,
      namespace: served.kind.livesElsewhere ? undefined : namespace,
      pageSize: limits.pageSize,
      signal,
    });
    return { served, objects };
  } catch (error) {
    return { served, error: toUpstreamError(error, `Cluster '${cluster}'`) };
  }
}

function summarize(cluster: string, results: KindResult[]): ClusterReading {
  const objects: KubernetesObject[] = [];
  const failures: Failure[] = [];
  for (const result of results) {
    if ('objects' in result) {
      for (const object of result.objects) {
        objects.push(object);
      }
    } else if (!isNotInstalled(result)) {
      failures.push(result);
    }
  }
  const fatal =
    failures.find(failure => !concernsOneKind(failure)) ??
    (failures.length === results.length ? failures[0] : undefined);
  if (fatal) {
    return failedReading(cluster, fatal.error);
  }
  const unread = failures.map(({ served, error }) => ({
    kind: served.kind,
    state: error.state,
    message: error.message,
  }));
  const [first] = unread;
  return {
    cluster,
    state: first?.state ?? 'ok',
    message: first && describeUnread(cluster, unread),
    objects,
    unread,
  };
}

function concernsOneKind({ served, error }: Failure): boolean {
  return (
    CONCERNS_ONE_KIND.has(error.state) ||
    (!served.kind.isEssential && CONCERNS_MINOR_KIND.has(error.state))
  );
}

/**
 * A group may be served without all of its custom resources. Kubernetes' own
 * kinds exist in every cluster: what says otherwise is not its API server.
 */
function isNotInstalled({ served, error }: Failure): boolean {
  return error.state === 'not-found' && !isBuiltIn(served.kind);
}

function describeUnread(cluster: string, unread: UnreadKind[]): string {
  const kinds = unread.map(({ kind }) => kind.plural).join(', ');
  return `Cluster '${cluster}' does not give ${kinds}: ${unread[0].message}`;
}

function failedReading(cluster: string, error: UpstreamError): ClusterReading {
  return {
    cluster,
    state: error.state,
    message: error.message,
    retryAfterMs: error.retryAfterMs,
    unread: [],
  };
}
