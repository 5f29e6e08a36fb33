import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import pLimit from 'p-limit';
import type { CollectorConfig } from '../../config';
import {
  createDeadline,
  type OwnDelay,
  toUpstreamError,
  UpstreamError,
} from '../http';
import type { AskedPause, ClusterReading, UnreadKind } from './ClusterReading';
import { idOfKind, isBuiltIn } from './kinds';
import type { ServedKind } from './discoverKinds';
import type { ClusterApi } from './KubernetesClient';
import type { KubernetesObject } from './KubernetesObject';
import { type ListedObjects, listObjects } from './listObjects';
import { type Limits, stopWhenLimited } from './stopWhenLimited';

export interface ReadClusterOptions {
  client: ClusterApi;
  cluster: string;
  /** Which kinds the cluster serves; may ask it. */
  discover: (client: ClusterApi, signal: AbortSignal) => Promise<ServedKind[]>;
  /** Why kinds must not be asked for, by their ids. */
  paused?: Readonly<Record<string, string>>;
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

type KindResult = ({ served: ServedKind } & ListedObjects) | Failure;

/** Failures of an essential kind that say nothing about the other kinds. */
const CONCERNS_ONE_KIND: ReadonlySet<SourceState> = new Set([
  'forbidden',
  'invalid-response',
]);

/**
 * Reads all objects of one cluster. Never throws: what failed is part of the
 * result, and a kind that cannot be read does not hide the others. The kinds
 * without which nothing can be said come first, so that no other can keep them
 * from being read.
 */
export async function readCluster(
  options: ReadClusterOptions,
): Promise<ClusterReading> {
  const { cluster, limits: configured } = options;
  const subject = `Cluster '${cluster}'`;
  const deadline = createDeadline({
    subject,
    timeoutMs: configured.clusterTimeoutMs,
    delay: options.delay,
  });
  const signal = options.signal
    ? AbortSignal.any([deadline.signal, options.signal])
    : deadline.signal;
  const { client, limits } = stopWhenLimited(options.client);
  const limit = pLimit(configured.requestConcurrency);
  const readAll = (kinds: ServedKind[]) =>
    Promise.all(
      kinds.map(served =>
        limit(() => readKind({ ...options, client }, served, signal)),
      ),
    );
  let reading: Omit<ClusterReading, 'pauses'>;
  try {
    const kinds = await options.discover(client, signal);
    const isEssential = ({ kind }: ServedKind) => kind.isEssential === true;
    const essential = await readAll(kinds.filter(isEssential));
    const fatal = essential.filter(isFatal);
    if (fatal.length > 0) {
      throw mostTelling(fatal);
    }
    const others = await readAll(kinds.filter(kind => !isEssential(kind)));
    // Ended from outside: that says nothing about the kinds.
    options.signal?.throwIfAborted();
    reading = summarize(cluster, [...essential, ...others]);
  } catch (error) {
    reading = failedReading(cluster, toUpstreamError(error, subject));
  } finally {
    deadline.clear();
  }
  return { ...reading, pauses: pausesOf(limits) };
}

async function readKind(
  options: ReadClusterOptions,
  served: ServedKind,
  signal: AbortSignal,
): Promise<KindResult> {
  const { client, cluster, labelSelector, namespace, limits } = options;
  const paused = options.paused?.[idOfKind(served.kind)];
  if (paused !== undefined) {
    return { served, error: new UpstreamError('rate-limited', paused) };
  }
  try {
    // Once the time is up the remaining kinds must not even be asked.
    signal.throwIfAborted();
    const listed = await listObjects({
      client,
      cluster,
      ...served,
      labelSelector,
      namespace: served.kind.livesElsewhere ? undefined : namespace,
      pageSize: limits.pageSize,
      signal,
    });
    return { served, ...listed };
  } catch (error) {
    return { served, error: toUpstreamError(error, `Cluster '${cluster}'`) };
  }
}

function isFatal(result: KindResult): result is Failure {
  return 'error' in result && !CONCERNS_ONE_KIND.has(result.error.state);
}

/**
 * What stands for several failures: that the cluster asked to be left alone,
 * for as long as it asked at most, else the first.
 */
function mostTelling(failures: readonly Failure[]): UpstreamError {
  const [limited] = failures
    .map(({ error }) => error)
    .filter(({ state }) => state === 'rate-limited')
    .sort((a, b) => (b.retryAfterMs ?? 0) - (a.retryAfterMs ?? 0));
  return limited ?? failures[0].error;
}

function summarize(
  cluster: string,
  results: KindResult[],
): Omit<ClusterReading, 'pauses'> {
  const objects: KubernetesObject[] = [];
  const failures: Failure[] = [];
  const odd: string[] = [];
  for (const result of results) {
    if ('error' in result) {
      if (!isNotInstalled(result)) {
        failures.push(result);
      }
    } else {
      for (const object of result.objects) {
        objects.push(object);
      }
      if (result.oddCount > 0) {
        odd.push(`${result.oddCount} of its ${result.served.kind.plural}`);
      }
    }
  }
  if (failures.length === results.length) {
    return failedReading(cluster, mostTelling(failures));
  }
  const unread = failures.map(({ served, error }) => ({
    kind: served.kind,
    state: error.state,
    message: error.message,
  }));
  const missed = failures.filter(failure => !isRefusedDetail(failure));
  const worst = missed.length > 0 ? mostTelling(missed) : undefined;
  const messages = [
    ...(worst
      ? [
          describeUnread(
            cluster,
            unread.filter(({ kind }) =>
              missed.some(({ served }) => served.kind === kind),
            ),
            worst,
          ),
        ]
      : []),
    ...(odd.length > 0 ? [describeOdd(cluster, odd)] : []),
  ];
  return {
    cluster,
    state: worst?.state ?? (odd.length > 0 ? 'invalid-response' : 'ok'),
    message: messages.length > 0 ? messages.join('. ') : undefined,
    objects,
    unread,
  };
}

/** Of what health does not need, a refusal is no fault of the cluster. */
function isRefusedDetail({ served, error }: Failure): boolean {
  return Boolean(served.kind.isInformative) && error.state === 'forbidden';
}

/**
 * A group may be served without all of its custom resources. Kubernetes' own
 * kinds exist in every cluster: what says otherwise is not its API server.
 */
function isNotInstalled({ served, error }: Failure): boolean {
  return error.state === 'not-found' && !isBuiltIn(served.kind);
}

function describeUnread(
  cluster: string,
  unread: readonly UnreadKind[],
  { message }: UpstreamError,
): string {
  const kinds = unread.map(({ kind }) => kind.plural).join(', ');
  return `Cluster '${cluster}' does not give ${kinds}: ${message}`;
}

function describeOdd(cluster: string, odd: readonly string[]): string {
  return `Cluster '${cluster}' gave ${odd.join(', ')} in a form that is no object, and they are left out`;
}

function pausesOf({ cluster, kinds }: Limits): AskedPause[] {
  return [
    ...(cluster ? [{ retryAfterMs: cluster.retryAfterMs }] : []),
    ...[...kinds].map(([kind, { retryAfterMs }]) => ({ kind, retryAfterMs })),
  ];
}

function failedReading(
  cluster: string,
  error: UpstreamError,
): Omit<ClusterReading, 'pauses'> {
  return {
    cluster,
    state: error.state,
    message: error.message,
    retryAfterMs: error.retryAfterMs,
    unread: [],
  };
}
