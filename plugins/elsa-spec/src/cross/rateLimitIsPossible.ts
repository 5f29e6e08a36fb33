import type { Rule } from '../sections/Rule';

export const rateLimitIsPossible: Rule<'exposure' | 'mesh'> = (
  spec,
  { exposure },
) => [
  spec.exposure.rateLimit !== undefined &&
    !exposure.limitsRates &&
    spec.mesh.kind !== 'linkerd' && {
      path: 'exposure.rateLimit',
      message: `Neither exposure.kind ${spec.exposure.kind} nor the mesh can limit request rates here.`,
      remedy:
        'Use Envoy Gateway, Traefik, ingress-nginx or Linkerd, or limit in front of the cluster.',
    },
];
