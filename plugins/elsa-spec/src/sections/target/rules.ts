import type { Rule } from '../Rule';

/** Words that Argo CD, Helm or the chart's own objects would trip over. */
const RESERVED_NAMESPACES =
  /^(default|kube-.*|argocd|velero|monitoring|istio-system|linkerd|cert-manager)$/;

export const namespaceIsItsOwn: Rule<'target'> = spec => [
  RESERVED_NAMESPACES.test(spec.target.namespace) && {
    path: 'target.namespace',
    value: spec.target.namespace,
    message: 'This namespace belongs to the cluster or the platform.',
    remedy: 'Use a dedicated namespace for the environment.',
  },
];
