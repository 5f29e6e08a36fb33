import { isRecord } from '../environment/merge';
import type { ResolvedEnvironmentSpec } from '../environment/resolved';

type ExtraObject = ResolvedEnvironmentSpec['extra']['objects'][number];

/** Kinds that bring requests into a namespace, wherever they send them in the end. */
const ROUTE_KINDS = new Set([
  'Ingress',
  'IngressRoute',
  'IngressRouteTCP',
  'TraefikService',
  'Gateway',
  'ListenerSet',
  'HTTPRoute',
  'GRPCRoute',
  'TCPRoute',
  'TLSRoute',
  'VirtualService',
  'Route',
  'HTTPProxy',
  'Mapping',
  'ApisixRoute',
  'TCPIngress',
  'EndpointSlice',
  'Endpoints',
]);

/** Policies add up: one that lets requests in opens what another keeps shut. */
const POLICY_KINDS = new Set(['NetworkPolicy', 'CiliumNetworkPolicy']);

/** Kinds that name a workload without sending it requests from outside. */
const HARMLESS_KINDS = new Set([
  'HorizontalPodAutoscaler',
  'VerticalPodAutoscaler',
  'ScaledObject',
  'PodDisruptionBudget',
  'PrometheusRule',
  'ServiceMonitor',
  'PodMonitor',
  'Role',
  'RoleBinding',
]);

/**
 * How an object that the template does not know may let somebody reach the
 * server, as the end of "It ...". Says so rather once too often: this is asked
 * only of servers that let anybody in.
 */
export function routeOf(
  object: ExtraObject,
  serverName: string,
): string | undefined {
  const { kind } = object;
  const spec = isRecord(object.spec) ? object.spec : {};
  if (ROUTE_KINDS.has(kind)) return 'may bring requests to the server';
  if (POLICY_KINDS.has(kind) && 'ingress' in spec) {
    return 'lets requests in past the network policies';
  }
  if (
    kind === 'Service' &&
    (['LoadBalancer', 'NodePort'].includes(String(spec.type)) ||
      'externalIPs' in spec)
  ) {
    return 'is a Service that is reachable from outside';
  }
  const mentions = new RegExp(`(^|[^a-z0-9-])${serverName}($|[^a-z0-9-])`).test(
    JSON.stringify(object),
  );
  return mentions && !HARMLESS_KINDS.has(kind)
    ? `names the Service ${serverName}`
    : undefined;
}
