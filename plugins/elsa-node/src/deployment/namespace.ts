import type { Spec } from '../files/types';

/** Labels that the environment's namespace carries. */
export function podSecurityLabels(spec: Spec): Record<string, string> {
  const { podSecurity } = spec.security;
  const version = `v${spec.target.kubernetesVersion}`;
  return {
    ...(podSecurity !== 'none' && {
      'pod-security.kubernetes.io/enforce': podSecurity,
      'pod-security.kubernetes.io/enforce-version': version,
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/warn-version': version,
    }),
    ...meshLabels(spec),
  };
}

function meshLabels({ mesh }: Spec): Record<string, string> {
  if (mesh.kind !== 'istio') return {};
  return mesh.istio.dataplane === 'ambient'
    ? { 'istio.io/dataplane-mode': 'ambient' }
    : { 'istio-injection': 'enabled' };
}
