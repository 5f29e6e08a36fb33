import type { ParsedEnvironmentSpec } from '../../environment/schema';

export function completeExposure(spec: ParsedEnvironmentSpec) {
  const { exposure } = spec;
  const studio = exposure.hosts.studio ?? exposure.host;
  return {
    ...exposure,
    hosts: {
      server:
        exposure.hosts.server ??
        (exposure.host ? serverHostBeside(exposure.host) : undefined),
      ...(spec.studio.enabled && studio !== undefined && { studio }),
    },
    tls: {
      ...exposure.tls,
      source: exposure.tls.source ?? defaultTlsSource(spec),
    },
  };
}

/** One label deep, so that a wildcard certificate covers both. */
function serverHostBeside(host: string): string {
  const [first, ...rest] = host.split('.');
  return [`${first}-api`, ...rest].join('.');
}

function defaultTlsSource(spec: ParsedEnvironmentSpec) {
  const { kind, gateway } = spec.exposure;
  // The platform's Gateway and the load balancer end TLS with their own certificates.
  const edgeHasCertificate =
    kind === 'alb' || (kind === 'gateway' && gateway.mode === 'shared');
  return edgeHasCertificate ? 'edge' : 'cert-manager';
}
