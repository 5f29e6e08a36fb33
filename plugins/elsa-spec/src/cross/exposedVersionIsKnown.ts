import type { Rule } from '../environment/Rule';
import { extraObjectProblem } from './extraObjectProblem';
import { isExposed, unprovenImages } from './publicCredentials';

/** What cannot be told is not safe. */
export const exposedVersionIsKnown: Rule<
  'metadata' | 'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, profile) => {
  const isReachable =
    isExposed(spec) ||
    spec.extra.objects.some(
      object => extraObjectProblem(object, spec) !== undefined,
    );
  if (!isReachable) return [];
  const { version } = spec.host;
  return unprovenImages(spec, profile).map(({ path, name }) => {
    const isServer = path === 'host.server';
    const isStated = isServer && version !== undefined;
    return {
      path: isServer ? 'host.version' : path,
      value: isServer ? version : name,
      message: `Nothing tells which version of Elsa is in ${name}${
        isStated ? `, whatever host.version ${version} says` : ''
      }, and versions below 3.8 let anybody in as an administrator.`,
      remedy:
        isServer && !isStated
          ? 'State host.version, the version of Elsa in the image, such as 3.9.0, or set exposure.kind: none.'
          : 'Name the image by a tag that tells its whole version, such as 3.9.0, or set exposure.kind: none.',
    };
  });
};
