import type { ServerResponse } from 'node:http';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import { FaultServer, type ReceivedRequest, sendJson } from './FaultServer';

const GROUPS = [
  ['apps', 'v1'],
  ['autoscaling', 'v2'],
  ['policy', 'v1'],
  ['batch', 'v1'],
  ['networking.k8s.io', 'v1'],
];

const PLURALS: Record<string, string> = {
  Pod: 'pods',
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  ReplicaSet: 'replicasets',
  Ingress: 'ingresses',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Application: 'applications',
  RabbitmqCluster: 'rabbitmqclusters',
  CronJob: 'cronjobs',
  PrometheusRule: 'prometheusrules',
};

/** An API server that knows label selectors, namespaces and pages. */
export class FakeCluster {
  objects: KubernetesObject[] = [];
  /** API groups that it serves besides the usual ones. */
  extraGroups: string[][] = [];
  /** What every list that is not empty holds besides. */
  oddItems: unknown[] = [];
  readonly server: FaultServer;

  private constructor(server: FaultServer) {
    this.server = server;
  }

  static async start(tls?: {
    key: string;
    cert: string;
  }): Promise<FakeCluster> {
    const server = await FaultServer.start(() => {}, tls);
    const cluster = new FakeCluster(server);
    server.handler = (request, response) => cluster.#answer(request, response);
    return cluster;
  }

  /** Paths of list calls since the last call. */
  takeListedPaths(): string[] {
    return this.server.requests
      .splice(0)
      .map(({ path }) => path)
      .filter(path => path !== '/apis');
  }

  #answer(request: ReceivedRequest, response: ServerResponse): void {
    if (request.path === '/apis') {
      sendJson(response, {
        kind: 'APIGroupList',
        groups: [...GROUPS, ...this.extraGroups].map(([name, version]) => ({
          name,
          versions: [{ version }],
        })),
      });
      return;
    }
    const items = this.objects.filter(
      object => isListed(object, request.path) && isSelected(object, request),
    );
    const start = Number(request.query.get('continue') ?? 0);
    const end = start + Number(request.query.get('limit') ?? items.length);
    sendJson(response, {
      kind: 'List',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: '1',
        ...(end < items.length && { continue: String(end) }),
      },
      items: [
        ...items.slice(start, end).map(({ kind, apiVersion, ...item }) => item),
        ...(items.length > 0 ? this.oddItems : []),
      ],
    });
  }
}

function isListed(object: KubernetesObject, path: string): boolean {
  const root = object.apiVersion.includes('/')
    ? `/apis/${object.apiVersion}`
    : `/api/${object.apiVersion}`;
  const plural = PLURALS[object.kind];
  return (
    path === `${root}/${plural}` ||
    path === `${root}/namespaces/${object.metadata.namespace}/${plural}`
  );
}

function isSelected(
  { metadata }: KubernetesObject,
  { query }: ReceivedRequest,
): boolean {
  return (query.get('labelSelector') ?? '').split(',').every(term => {
    const [key, value] = term.split('=');
    return metadata.labels?.[key] === value;
  });
}
