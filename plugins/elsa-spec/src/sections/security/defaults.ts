import type { ParsedEnvironmentSpec } from '../schema';

export function completeSecurity({
  security,
  monitoring,
}: ParsedEnvironmentSpec) {
  const { networkPolicy } = security;
  return {
    ...security,
    networkPolicy: {
      ...networkPolicy,
      monitoringNamespace:
        networkPolicy.monitoringNamespace ?? monitoring.namespace,
    },
  };
}
