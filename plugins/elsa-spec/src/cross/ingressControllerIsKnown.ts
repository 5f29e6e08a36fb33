import type { Rule } from '../sections/Rule';

/** An Ingress class does not tell where its controller runs, and the policies name namespaces. */
export const ingressControllerIsKnown: Rule<'exposure' | 'security'> = spec => [
  spec.exposure.kind === 'ingress' &&
    spec.security.networkPolicy.enabled &&
    spec.security.networkPolicy.controllerNamespace === undefined && {
      path: 'security.networkPolicy.controllerNamespace',
      message:
        'It is not known where the Ingress controller runs, so the network policies would allow every namespace in the cluster.',
      remedy:
        "Set the namespace of the controller's pods, such as haproxy-controller.",
    },
];
