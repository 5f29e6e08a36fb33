import type { ParsedEnvironmentSpec } from '../schema';
import type { ExposureProfile } from '../../profiles';

export function completeExposure(
  spec: ParsedEnvironmentSpec,
  { certificate }: ExposureProfile,
) {
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
      source:
        exposure.tls.source ??
        (certificate === 'edge'
          ? ('edge' as const)
          : ('cert-manager' as const)),
    },
  };
}

/** One label deep, so that a wildcard certificate covers both. */
function serverHostBeside(host: string): string {
  const [first, ...rest] = host.split('.');
  return [`${first}-api`, ...rest].join('.');
}
