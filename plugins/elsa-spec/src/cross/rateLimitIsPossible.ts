import type { Rule } from '../environment/Rule';

const RATE_LIMITERS = ['ingress-nginx', 'ingress-traefik', 'traefik'];

export const rateLimitIsPossible: Rule<'exposure' | 'mesh'> = spec => {
  const { kind, rateLimit, gateway } = spec.exposure;
  return [
    rateLimit !== undefined &&
      !RATE_LIMITERS.includes(kind) &&
      !(kind === 'gateway' && gateway.implementation === 'envoy-gateway') &&
      spec.mesh.kind !== 'linkerd' && {
        path: 'exposure.rateLimit',
        message: `Neither exposure.kind ${kind} nor the mesh can limit rates here.`,
        remedy:
          'Use Envoy Gateway, Traefik, ingress-nginx or Linkerd, or limit in front of the cluster.',
      },
  ];
};
