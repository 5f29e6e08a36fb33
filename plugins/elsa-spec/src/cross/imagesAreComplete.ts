import type { Rule } from '../environment/Rule';

export const imagesAreComplete: Rule<'host' | 'studio'> = (spec, profile) => [
  spec.host.server.repository === '' && {
    path: 'host.server.repository',
    message: `Host profile ${profile.id} has no server image of its own.`,
    remedy: 'Name the repository of the server image that you build.',
  },
  spec.host.server.repository !== '' &&
    !spec.host.server.tag &&
    !spec.host.server.digest && {
      path: 'host.server.digest',
      value: spec.host.server.repository,
      message: 'The server image has neither tag nor digest.',
      remedy: `State host.server.digest (or host.server.tag, if the image has released versions).`,
    },
  spec.studio.enabled &&
    !spec.host.studio.tag &&
    !spec.host.studio.digest && {
      path: 'host.studio.digest',
      value: spec.host.studio.repository,
      message: 'The studio image has neither tag nor digest.',
      remedy: `State host.studio.digest (or host.studio.tag, if the image has released versions).`,
    },
];
