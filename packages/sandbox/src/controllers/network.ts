import type {
  Condition,
  JsonObject,
  KubernetesObject,
  Pod,
} from '../kubernetes/types';
import { matchesLabels } from '../kubernetes/selectors';
import { hash32, nameHash } from '../random';
import { withConditions } from './conditions';
import type { ControllerContext } from './context';
import { controllerReference } from './ownership';
import { isReady } from './podTemplates';

interface Service extends KubernetesObject {
  spec: {
    type?: string;
    clusterIP?: string;
    clusterIPs?: string[];
    selector?: Record<string, string>;
    ports?: Array<{
      name?: string;
      port: number;
      targetPort?: number | string;
      protocol?: string;
    }>;
  };
  status?: JsonObject;
}

/** An address for documentation, which routes nowhere. */
const PUBLIC_ADDRESS = '203.0.113.20';

function portNumber(pod: Pod | undefined, target: number | string): number {
  if (typeof target === 'number') return target;
  const ports = pod?.spec.containers.flatMap(row => row.ports ?? []) ?? [];
  return ports.find(row => row.name === target)?.containerPort ?? 8080;
}

function assignAddress({ cluster }: ControllerContext, service: Service): void {
  const { name, namespace } = service.metadata;
  const hash = hash32(`${namespace}/${name}`);
  const clusterIP = `10.43.${hash % 250}.${(hash >>> 8) % 250}`;
  cluster.store.put<Service>({
    ...service,
    spec: {
      type: 'ClusterIP',
      ...service.spec,
      clusterIP,
      clusterIPs: [clusterIP],
    },
    status: {
      loadBalancer:
        service.spec.type === 'LoadBalancer'
          ? { ingress: [{ ip: PUBLIC_ADDRESS }] }
          : {},
    },
  });
}

function endpointOf(pod: Pod): object {
  return {
    addresses: [pod.status?.podIP],
    conditions: {
      ready: isReady(pod),
      serving: isReady(pod),
      terminating: Boolean(pod.metadata.deletionTimestamp),
    },
    nodeName: pod.spec.nodeName,
    targetRef: {
      kind: 'Pod',
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      uid: pod.metadata.uid,
    },
  };
}

function publishEndpoints(
  { cluster }: ControllerContext,
  service: Service,
): void {
  const { name, namespace } = service.metadata;
  const pods = cluster
    .list<Pod>('v1', 'Pod', namespace)
    .filter(pod => matchesLabels(service.spec.selector, pod.metadata.labels))
    .filter(pod => pod.status?.podIP);
  cluster.store.put({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${nameHash(`${namespace}/${name}`, 5)}`,
      namespace,
      labels: {
        ...service.metadata.labels,
        'kubernetes.io/service-name': name,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
      },
      ownerReferences: [controllerReference(service)],
    },
    ...{
      addressType: 'IPv4',
      endpoints: pods.map(endpointOf),
      ports: (service.spec.ports ?? []).map(port => ({
        name: port.name ?? '',
        port: portNumber(pods[0], port.targetPort ?? port.port),
        protocol: port.protocol ?? 'TCP',
      })),
    },
  });
}

function reconcileService(context: ControllerContext, service: Service): void {
  if (!service.spec.clusterIP) assignAddress(context, service);
  if (service.spec.selector) publishEndpoints(context, service);
}

interface Route extends KubernetesObject {
  spec: { parentRefs?: JsonObject[] };
  status?: {
    parents?: Array<{
      parentRef: JsonObject;
      controllerName: string;
      conditions: Condition[];
    }>;
  };
}

function reconcileRoute({ cluster, now }: ControllerContext, route: Route) {
  const conditions = ['Accepted', 'ResolvedRefs'].map(type => ({
    type,
    status: 'True' as const,
    reason: type,
    message:
      type === 'Accepted' ? 'Route is accepted' : 'All references resolved',
    observedGeneration: route.metadata.generation,
  }));
  cluster.store.putStatus(route, {
    parents: (route.spec.parentRefs ?? []).map((parentRef, index) => ({
      parentRef: {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        ...parentRef,
      },
      controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
      conditions: withConditions(
        route.status?.parents?.[index]?.conditions,
        conditions,
        now,
      ),
    })),
  });
}

function reconcileGateway(
  { cluster, now }: ControllerContext,
  gateway: KubernetesObject & { status?: { conditions?: Condition[] } },
): void {
  cluster.store.putStatus(gateway, {
    addresses: [{ type: 'IPAddress', value: PUBLIC_ADDRESS }],
    conditions: withConditions(
      gateway.status?.conditions,
      ['Accepted', 'Programmed'].map(type => ({
        type,
        status: 'True',
        reason: type,
        message: `Gateway is ${type.toLocaleLowerCase('en-US')}`,
        observedGeneration: gateway.metadata.generation,
      })),
      now,
    ),
  } as typeof gateway.status);
}

/** Addresses, endpoint slices, and what gateways and ingress controllers report. */
export function reconcileNetwork(context: ControllerContext): void {
  const { cluster } = context;
  cluster
    .list<Service>('v1', 'Service')
    .forEach(service => reconcileService(context, service));
  for (const kind of ['HTTPRoute', 'GRPCRoute']) {
    cluster
      .list<Route>('gateway.networking.k8s.io/v1', kind)
      .forEach(route => reconcileRoute(context, route));
  }
  cluster
    .list('gateway.networking.k8s.io/v1', 'Gateway')
    .forEach(gateway => reconcileGateway(context, gateway));
  cluster.list('networking.k8s.io/v1', 'Ingress').forEach(ingress =>
    cluster.store.putStatus(ingress, {
      loadBalancer: { ingress: [{ ip: PUBLIC_ADDRESS }] },
    }),
  );
}
