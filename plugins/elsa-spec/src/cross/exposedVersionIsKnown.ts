import type { Rule } from '../sections/Rule';
import { extraObjectProblem } from './extraObjectProblem';
import { isExposed, unprovenImages } from '../sections/host/publicCredentials';

/** What cannot be told is not safe. */
export const exposedVersionIsKnown: Rule<
  'metadata' | 'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, { host: profile }) => {
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
      message: `The Elsa version in ${name} is not known${
        isStated ? `, even though host.version is ${version}` : ''
      }, and versions before 3.8 let anyone sign in as an administrator.`,
      remedy:
        isServer && !isStated
          ? 'Set host.version to the Elsa version in the image, such as 3.9.0, or set exposure.kind: none.'
          : 'Use an image tag with the full version, such as 3.9.0, or set exposure.kind: none.',
    };
  });
};
