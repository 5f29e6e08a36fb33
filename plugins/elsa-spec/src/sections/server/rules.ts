import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Rule } from '../Rule';

export const onlyClusteredHostsScale: Rule<'server'> = (
  spec,
  { host: profile },
) => {
  if (profile.isClustered) return [];
  const why = `Images of host profile ${profile.id} keep locks, caches and timers in process.`;
  const remedy =
    'Use one replica, or host.profile: clustered with your own image.';
  return [
    spec.server.replicas > 1 && {
      path: 'server.replicas',
      value: spec.server.replicas,
      message: why,
      remedy,
    },
    spec.server.autoscaling.enabled && {
      path: 'server.autoscaling.enabled',
      value: true,
      message: why,
      remedy,
    },
  ];
};

/** Below this a .NET server is killed before its first request. */
const SMALLEST_SERVER_BYTES = 256 * 2 ** 20;

export const serverHasEnoughMemory: Rule<'server'> = spec => {
  const limit = spec.server.resources.limits?.memory;
  return [
    limit !== undefined &&
      (parseQuantity(limit) ?? 0) < SMALLEST_SERVER_BYTES && {
        path: 'server.resources.limits.memory',
        value: limit,
        message: 'The server does not start with so little memory.',
        remedy: 'Set at least 256Mi; 1Gi is a good start.',
      },
  ];
};
