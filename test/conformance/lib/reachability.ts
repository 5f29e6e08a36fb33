import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { ownConnections } from './connections';
import { endpointsOf, resolveService } from './endpoints';
import type { KubernetesObject } from './kubernetesObject';
import { canReach, type Endpoint, type Port } from './networkPolicies';

/** One endpoint has to reach, or must not reach, another. */
interface Edge {
  from: Endpoint;
  to: Endpoint;
  called: Port;
}

const tcp = (port: number): Port => ({ port, protocol: 'TCP' });
const udp = (port: number): Port => ({ port, protocol: 'UDP' });

const podIn = (
  namespace: string,
  name: string,
  labels: Record<string, string> = {},
): Endpoint => ({ name: `${name} in ${namespace}`, namespace, labels });

/** A public and a private address: managed services have the one or the other. */
const OUTSIDE: Endpoint[] = ['203.0.113.10', '10.20.30.40'].map(address => ({
  name: address,
  labels: {},
  address,
}));

/** The service of cloud machines that hands out credentials. */
const METADATA_SERVICE: Endpoint = {
  name: 'the metadata service',
  labels: {},
  address: '169.254.169.254',
};

const DNS = podIn('kube-system', 'DNS', { 'k8s-app': 'kube-dns' });
const NODE_DNS: Endpoint = {
  name: 'DNS of the node',
  labels: {},
  address: '169.254.20.10',
};

const isComponent = (endpoint: Endpoint, ...components: string[]) =>
  components.includes(endpoint.labels['app.kubernetes.io/component']);

/** Where requests from outside come from, by the usual installation of each edge. */
function edges(spec: ResolvedEnvironmentSpec): Endpoint[] {
  const { exposure, security, mesh, target } = spec;
  const stated = security.networkPolicy.controllerNamespace;
  if (exposure.kind === 'none') return [];
  if (stated) return [podIn(stated, 'edge')];
  switch (exposure.kind) {
    case 'gateway':
      if (exposure.gateway.implementation === 'envoy-gateway') {
        return [podIn('envoy-gateway-system', 'Envoy')];
      }
      // Traefik answers for every Gateway with the pods of its own installation.
      if (exposure.gateway.implementation === 'traefik') {
        return [podIn('traefik', 'Traefik')];
      }
      return [
        podIn(
          exposure.gateway.mode === 'own'
            ? target.namespace
            : exposure.gateway.namespace,
          'gateway',
          {
            'gateway.networking.k8s.io/gateway-name':
              exposure.gateway.mode === 'own'
                ? `${spec.metadata.name}-gateway`
                : exposure.gateway.name,
          },
        ),
      ];
    case 'ingress':
      return [podIn('any-controller', 'ingress controller')];
    case 'ingress-nginx':
      return [podIn('ingress-nginx', 'ingress-nginx')];
    case 'ingress-traefik':
    case 'traefik':
      return [podIn('traefik', 'Traefik')];
    case 'istio':
      return [podIn(mesh.istio.gatewayNamespace, 'Istio gateway')];
    case 'alb':
      return exposure.alb.sourceCidrs.map(cidr => ({
        name: `load balancer in ${cidr}`,
        labels: {},
        address: cidr.split('/')[0].replace(/0$/, '17'),
      }));
    default:
      throw new Error(`Where does exposure ${exposure.kind} come from?`);
  }
}

/** Edges that follow from the spec alone. */
function wantedBySpec(
  spec: ResolvedEnvironmentSpec,
  pods: readonly Endpoint[],
): Edge[] {
  const profile = hostProfiles[spec.host.profile];
  const of = (...components: string[]) =>
    pods.filter(pod => isComponent(pod, ...components));
  const between = (from: Endpoint[], to: Endpoint[], called: Port): Edge[] =>
    from.flatMap(sender =>
      to.map(receiver => ({ from: sender, to: receiver, called })),
    );
  const operators = (kind: string) =>
    pods.filter(pod => pod.name.startsWith(`${kind} `));
  const prometheus = [
    podIn(spec.security.networkPolicy.monitoringNamespace, 'Prometheus'),
  ];
  return [
    ...between(edges(spec), of('server'), tcp(profile.server.port)),
    ...between(edges(spec), of('studio'), tcp(profile.studio.port)),
    ...between(of('test'), of('server'), tcp(profile.server.port)),
    ...[DNS, NODE_DNS].flatMap(dns => [
      ...between([...pods], [dns], udp(53)),
      ...between([...pods], [dns], tcp(53)),
    ]),
    ...(spec.monitoring.collection === 'service-monitor'
      ? between(prometheus, of('server'), tcp(spec.monitoring.metricsPort))
      : []),
    ...between(
      of('server', 'migration'),
      operators('RabbitmqCluster'),
      tcp(5672),
    ),
    ...between(
      operators('RabbitmqCluster'),
      operators('RabbitmqCluster'),
      tcp(25672),
    ),
    ...between(operators('Cluster'), operators('Cluster'), tcp(5432)),
    ...between(
      [podIn('cnpg-system', 'CloudNativePG')],
      operators('Cluster'),
      tcp(8000),
    ),
    // Operators' pods ask the Kubernetes API who they are.
    ...between(
      [
        ...operators('Cluster'),
        ...operators('Pooler'),
        ...operators('RabbitmqCluster'),
      ],
      OUTSIDE,
      tcp(6443),
    ),
    ...(spec.monitoring.enabled
      ? [
          ...between(prometheus, operators('Cluster'), tcp(9187)),
          ...between(prometheus, operators('RabbitmqCluster'), tcp(15692)),
        ]
      : []),
    ...(spec.security.networkPolicy.allowHttpsEgress
      ? between(of('server'), OUTSIDE, tcp(443))
      : []),
    ...meshEdges(spec, of('server', 'studio')),
  ];
}

/** Proxies follow their control plane. */
function meshEdges(spec: ResolvedEnvironmentSpec, meshed: Endpoint[]): Edge[] {
  const calls: Array<[Endpoint, Port]> =
    {
      none: [],
      istio: [
        [podIn('istio-system', 'istiod'), tcp(15012)] as [Endpoint, Port],
      ],
      linkerd: [8080, 8086, 8090].map((port): [Endpoint, Port] => [
        podIn('linkerd', 'control plane'),
        tcp(port),
      ]),
    }[spec.mesh.kind] ?? [];
  return meshed.flatMap(from =>
    calls.map(([to, called]) => ({ from, to, called })),
  );
}

/** Edges that follow from the addresses that pods were given. */
function wantedByConnections(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
  pods: readonly Endpoint[],
): Edge[] {
  const { namespace } = spec.target;
  return ownConnections(spec, objects).flatMap(({ owner, host, port }) => {
    const from = pods.filter(pod => pod.name === owner);
    const target = resolveService(objects, namespace, host, port);
    const [, other] = /^[a-z0-9-]+\.([a-z0-9-]+)\.svc/.exec(host) ?? [];
    const outside =
      other && other !== namespace ? [podIn(other, host)] : OUTSIDE;
    const to = target ? target.endpoints : outside;
    return from.flatMap(sender =>
      to.map(receiver => ({
        from: sender,
        to: receiver,
        called: tcp(target ? target.port : port),
      })),
    );
  });
}

/** Ports of data services and who may call them. */
const DATA_PORTS: Record<string, number[]> = {
  database: [5432, 1433, 3306],
  pgbouncer: [5432],
  redis: [6379],
  rabbitmq: [5672, 15672, 25672, 4369],
};
const DATA_CLIENTS: Record<string, string[]> = {
  database: ['server', 'migration', 'backup', 'pgbouncer', 'database'],
  // CloudNativePG's label of the cluster is on its poolers too.
  pgbouncer: ['server', 'migration', 'database', 'pgbouncer'],
  redis: ['server', 'migration'],
  rabbitmq: ['server', 'migration', 'rabbitmq'],
};

/** Kind of data service that a pod is, whoever runs it. */
function serviceOf(pod: Endpoint): string | undefined {
  if (pod.labels['cnpg.io/podRole'] === 'instance') return 'database';
  if (pod.labels['cnpg.io/podRole'] === 'pooler') return 'pgbouncer';
  const component = pod.labels['app.kubernetes.io/component'];
  return component in DATA_PORTS ? component : undefined;
}

/** What nobody may do. */
function unwanted(
  spec: ResolvedEnvironmentSpec,
  pods: readonly Endpoint[],
): Edge[] {
  const { namespace } = spec.target;
  // Some networks apply address ranges to pods as well: no range may open what is closed.
  const withAddress = (endpoint: Endpoint): Endpoint => ({
    ...endpoint,
    address: '10.244.3.7',
  });
  const strangers = [
    podIn(namespace, 'another pod'),
    podIn('other-team', 'pod of another team'),
    podIn('other-team', 'pod that calls itself a server', {
      'app.kubernetes.io/instance': spec.metadata.name,
      'app.kubernetes.io/component': 'server',
      'app.kubernetes.io/part-of': 'elsa-workflows',
    }),
    ...edges(spec).filter(edge => edge.namespace),
  ].map(withAddress);
  const closed = pods.flatMap((to): Edge[] => {
    const service = serviceOf(to);
    if (!service) return [];
    const others = pods
      .filter(pod => {
        const role =
          serviceOf(pod) ?? pod.labels['app.kubernetes.io/component'];
        return !DATA_CLIENTS[service].includes(role);
      })
      .map(withAddress);
    return [...strangers, ...others, ...OUTSIDE].flatMap(from =>
      DATA_PORTS[service].map(port => ({ from, to, called: tcp(port) })),
    );
  });
  const servers = pods.filter(pod => isComponent(pod, 'server'));
  return [
    ...closed,
    // A server that does not know its controller lets every namespace in.
    ...(spec.exposure.kind === 'ingress' &&
    !spec.security.networkPolicy.controllerNamespace
      ? []
      : servers.flatMap(to =>
          [podIn('other-team', 'pod of another team'), ...OUTSIDE].map(
            from => ({
              from,
              to,
              called: tcp(8080),
            }),
          ),
        )),
    ...servers.map(from => ({ from, to: METADATA_SERVICE, called: tcp(80) })),
    ...pods
      .filter(pod => isComponent(pod, 'studio', 'redis', 'backup', 'test'))
      .flatMap(from => OUTSIDE.map(to => ({ from, to, called: tcp(443) }))),
  ];
}

const describeEdge = ({ from, to, called }: Edge) =>
  `${from.name} -> ${to.name} ${called.protocol} ${called.port}`;

/**
 * Simulates the network policies of an environment: every edge that it needs is
 * open at both ends, and what holds data is closed to everybody else.
 */
export function reachabilityProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  if (!spec.security.networkPolicy.enabled) {
    return objects
      .filter(object => object.kind === 'NetworkPolicy')
      .map(object => `${object.metadata.name}: policies are switched off`);
  }
  const pods = endpointsOf(objects, spec.target.namespace);
  const wanted = [
    ...wantedBySpec(spec, pods),
    ...wantedByConnections(spec, objects, pods),
  ];
  return [
    ...wanted.flatMap(edge => {
      const { sends, receives } = canReach(
        objects,
        edge.from,
        edge.to,
        edge.called,
      );
      return [
        ...(sends ? [] : [`${describeEdge(edge)}: the sender may not`]),
        ...(receives ? [] : [`${describeEdge(edge)}: the receiver may not`]),
      ];
    }),
    ...unwanted(spec, pods).flatMap(edge => {
      const { sends, receives } = canReach(
        objects,
        edge.from,
        edge.to,
        edge.called,
      );
      return sends && receives
        ? [`${describeEdge(edge)} is open and should be closed`]
        : [];
    }),
  ];
}
