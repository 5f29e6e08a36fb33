import type { Rule } from '../sections/Rule';

/** With IP targets the load balancer reaches pods from its subnets, not from a pod. */
export const albSourcesAreKnown: Rule<'exposure' | 'security'> = spec => [
  spec.exposure.kind === 'alb' &&
    spec.security.networkPolicy.enabled &&
    spec.exposure.alb.sourceCidrs.length === 0 && {
      path: 'exposure.alb.sourceCidrs',
      message: 'The network policies would block the load balancer.',
      remedy: "List the networks of the load balancer's subnets.",
    },
];
