import type { Rule } from '../sections/Rule';

export const imagesAreComplete: Rule<'host' | 'studio'> = (
  spec,
  { host: profile },
) => [
  spec.host.server.repository === '' && {
    path: 'host.server.repository',
    message: `Host profile ${profile.id} does not include a server image.`,
    remedy: 'Set the repository of the server image that you build.',
  },
  spec.host.server.repository !== '' &&
    !spec.host.server.tag &&
    !spec.host.server.digest && {
      path: 'host.server.digest',
      value: spec.host.server.repository,
      message: 'The server image has neither a tag nor a digest.',
      remedy: `Set host.server.digest (or host.server.tag, if the image has released versions).`,
    },
  spec.studio.enabled &&
    !spec.host.studio.tag &&
    !spec.host.studio.digest && {
      path: 'host.studio.digest',
      value: spec.host.studio.repository,
      message: 'The studio image has neither a tag nor a digest.',
      remedy: `Set host.studio.digest (or host.studio.tag, if the image has released versions).`,
    },
];
