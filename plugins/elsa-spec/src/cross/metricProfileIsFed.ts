import type { Rule } from '../environment/Rule';

/** Edges and meshes count only what passes through them. */
export const metricProfileIsFed: Rule<'monitoring' | 'exposure' | 'mesh'> = (
  spec,
  profile,
) => {
  const { metricProfile } = spec.monitoring;
  if (metricProfile === undefined) return [];
  const { kind, gateway } = spec.exposure;
  const feeds: Record<string, boolean> = {
    istio:
      spec.mesh.kind === 'istio' ||
      kind === 'istio' ||
      (kind === 'gateway' && gateway.implementation === 'istio'),
    linkerd: spec.mesh.kind === 'linkerd',
    'ingress-nginx': kind === 'ingress-nginx',
    traefik:
      kind === 'traefik' ||
      kind === 'ingress-traefik' ||
      (kind === 'gateway' && gateway.implementation === 'traefik'),
  };
  const isFed =
    feeds[metricProfile] ?? profile.metricSources.includes(metricProfile);
  return [
    !isFed && {
      path: 'monitoring.metricProfile',
      value: metricProfile,
      message: 'Nothing in this environment produces these metrics.',
      remedy:
        profile.metricSources.length > 0
          ? `Use one of ${profile.metricSources.join(', ')}, or the edge or mesh that is in front.`
          : 'Name the edge or mesh that is in front of the server; its image exports no metrics.',
    },
  ];
};
