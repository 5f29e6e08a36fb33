import { minorVersionOfImage } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { nameOf } from './imagesOf';
import type { Rule } from '../Rule';
import { WORKLOADS } from '../workloads';

/** The legacy images were pushed as `latest` and `sha-*` only: a version tag does not exist. */
export const legacyImagesAreNamedByDigest: Rule<'host'> = (
  spec,
  { host: profile },
) =>
  profile.id === 'legacy-v3-5'
    ? WORKLOADS.map(
        part =>
          spec.host[part].tag !== undefined &&
          spec.host[part].digest === undefined &&
          !spec.host[part].tag.startsWith('sha-') && {
            path: `host.${part}.tag`,
            value: spec.host[part].tag,
            message: 'The 3.5 images have no version tags.',
            remedy: `Set host.${part}.digest, or a tag of the form sha-<commit>.`,
          },
      )
    : [];

export const onlyOwnImagesAreCustomized: Rule<'host'> = (
  spec,
  { host: profile },
) =>
  profile.isCustomizable
    ? []
    : (['probes', 'environmentKeys', 'migrationArguments'] as const).map(
        field =>
          spec.host[field] !== undefined && {
            path: `host.${field}`,
            message: `Images of host profile ${profile.id} cannot be changed.`,
            remedy: `Remove host.${field}, or use host.profile: clustered with an image of your own.`,
          },
      );

/** Two versions for one image: one of them is wrong, and the wrong one may be believed. */
export const statedVersionIsTheImages: Rule<'host'> = spec => {
  const { server, version } = spec.host;
  const own = minorVersionOfImage(server);
  return [
    version !== undefined &&
      own !== undefined &&
      !version.startsWith(`${own}.`) && {
        path: 'host.version',
        value: version,
        message: `The image ${nameOf(server)} holds Elsa ${own}.`,
        remedy: 'Remove the field. The image name already shows the version.',
      },
  ];
};
