import type { Rule } from '../sections/Rule';

/** The studio runs in the browser and calls the server's public address. */
export const studioNeedsAPublicServer: Rule<'exposure' | 'studio'> = spec => [
  spec.exposure.kind === 'none' &&
    spec.studio.enabled && {
      path: 'studio.enabled',
      value: true,
      message:
        'The studio runs in the browser and cannot reach a server that is not exposed.',
      remedy: 'Set studio.enabled: false, or choose an exposure.',
    },
];
