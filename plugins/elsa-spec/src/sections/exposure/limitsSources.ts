import type { Sections } from '../../environment/Rule';

/** Whether the edge admits requests by the client's address. @public */
export const limitsSources = ({
  exposure: { kind, gateway },
}: Sections<'exposure'>): boolean =>
  ['ingress-nginx', 'ingress-traefik', 'traefik', 'alb'].includes(kind) ||
  (kind === 'gateway' && gateway.implementation === 'envoy-gateway');
