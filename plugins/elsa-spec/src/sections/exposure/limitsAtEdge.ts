import type { Spec } from '../../values/types';

/** Whether the edge itself counts requests per client. */
export function limitsAtEdge({ kind, gateway }: Spec['exposure']): boolean {
  return (
    ['ingress-nginx', 'ingress-traefik', 'traefik'].includes(kind) ||
    (kind === 'gateway' && gateway.implementation === 'envoy-gateway')
  );
}
