import { timestamp } from '../../clock';
import type { Cluster } from '../cluster';
import { notFound, pathNotFound } from '../errors';
import { parseLabelSelector } from '../selectors';
import type { JsonObject, Pod } from '../types';

const PODS = { group: 'metrics.k8s.io', plural: 'pods' };

function podMetrics(cluster: Cluster, pod: Pod): JsonObject | undefined {
  const containers = cluster.pods.usage(pod).map(usage => ({
    name: usage.container,
    usage: {
      cpu: `${Math.round(usage.cpuMillicores * 1e6)}n`,
      memory: `${Math.round(usage.memoryBytes / 1024)}Ki`,
    },
  }));
  if (containers.length === 0) return undefined;
  return {
    kind: 'PodMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      creationTimestamp: timestamp(cluster.clock.now()),
      labels: pod.metadata.labels,
    },
    timestamp: timestamp(cluster.clock.now()),
    window: '15s',
    containers,
  };
}

/** metrics-server's API: only containers that run have figures. */
export function serveMetrics(
  cluster: Cluster,
  path: string,
  query: URLSearchParams,
): JsonObject {
  const match =
    /^\/apis\/metrics\.k8s\.io\/v1beta1(?:\/namespaces\/([^/]+))?\/(pods|nodes)(?:\/([^/]+))?$/.exec(
      path,
    );
  if (!match) throw pathNotFound();
  const [, namespace, plural, name] = match;
  if (plural === 'nodes') {
    return {
      kind: 'NodeMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {},
      items: [],
    };
  }
  const matches = parseLabelSelector(query.get('labelSelector') ?? '');
  const items = cluster
    .list<Pod>('v1', 'Pod', namespace)
    .filter(pod => !name || pod.metadata.name === name)
    .filter(pod => matches(pod.metadata.labels ?? {}))
    .map(pod => podMetrics(cluster, pod))
    .filter(metrics => metrics !== undefined);
  if (name) {
    const [metrics] = items;
    if (!metrics) throw notFound(PODS, name);
    return metrics;
  }
  return {
    kind: 'PodMetricsList',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {},
    items,
  };
}
