import type { Rule } from '../sections/Rule';

/** Edges and meshes count only what passes through them. */
export const metricProfileIsFed: Rule<'monitoring' | 'exposure' | 'mesh'> = (
  spec,
  { host: profile, exposure },
) => {
  const { metricProfile } = spec.monitoring;
  if (metricProfile === undefined) return [];
  const isFed =
    metricProfile === spec.mesh.kind ||
    metricProfile === exposure.metricProfile ||
    profile.metricSources.includes(metricProfile);
  return [
    !isFed && {
      path: 'monitoring.metricProfile',
      value: metricProfile,
      message: 'Nothing in this environment produces these metrics.',
      remedy:
        profile.metricSources.length > 0
          ? `Use one of ${profile.metricSources.join(', ')}, or the edge or mesh that is in front.`
          : 'Set the edge or mesh in front of the server. The image exports no metrics.',
    },
  ];
};
