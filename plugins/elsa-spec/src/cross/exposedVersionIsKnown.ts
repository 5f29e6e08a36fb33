import type { Rule } from '../environment/Rule';
import { credentialsOf, isExposed, isRoute, nameOf } from './publicCredentials';

/** What cannot be told is not safe. */
export const exposedVersionIsKnown: Rule<
  'metadata' | 'host' | 'exposure' | 'extra'
> = (spec, profile) => [
  credentialsOf(spec, profile).verdict === 'unproven' &&
    (isExposed(spec) || spec.extra.objects.some(isRoute(spec))) && {
      path: 'host.version',
      value: spec.host.version,
      message: `Nothing tells which version of Elsa is in ${nameOf(spec)}, and versions below 3.8 let anybody in as an administrator.`,
      remedy:
        'State host.version, the version of Elsa in the image, such as 3.9.0, or set exposure.kind: none.',
    },
];
