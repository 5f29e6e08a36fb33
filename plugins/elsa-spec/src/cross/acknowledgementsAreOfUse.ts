import type { Rule } from '../sections/Rule';
import { isExposed, publicImages } from '../sections/host/publicCredentials';

/** An acknowledgement speaks of what is there now, and of nothing that comes later. */
export const acknowledgementsAreOfUse: Rule<
  'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, { host: profile }) => {
  const useful = isExposed(spec)
    ? publicImages(spec, profile).map(({ found }) => found.finding)
    : [];
  return spec.security.acknowledge.map(
    (finding, index) =>
      !useful.includes(finding) && {
        path: `security.acknowledge[${index}]`,
        value: finding,
        message: 'There is no risk with this name to acknowledge.',
        remedy:
          useful.length > 0
            ? `This environment has ${[...new Set(useful)].join(', ')}.`
            : 'Remove it. Later risks must be acknowledged separately.',
      },
  );
};
