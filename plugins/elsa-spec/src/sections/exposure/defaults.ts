import type { ParsedEnvironmentSpec } from '../schema';
import { exposureProfileOf } from '../../profiles';

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
  return exposureProfileOf(spec.exposure).certificate === 'edge'
    ? 'edge'
    : 'cert-manager';
}
