import type { Rule } from '../sections/Rule';
import {
  isExposed,
  publicImages,
  SAFE,
} from '../sections/host/publicCredentials';

export const publicCredentialsAreAcknowledged: Rule<
  'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, { host: profile }) => {
  if (!isExposed(spec)) return [];
  const images = publicImages(spec, profile);
  const findings = [...new Set(images.map(({ found }) => found.finding))];
  return findings.map(finding => {
    const [{ found, name, path }] = images.filter(
      image => image.found.finding === finding,
    );
    return (
      !spec.security.acknowledge.includes(finding) && {
        path: 'security.acknowledge',
        message: `Elsa ${found.version} lets anyone sign in as an administrator and run code on the server: ${name} (${path}) accepts ${found.credentials
          .map(({ what }) => what)
          .join(', ')}.`,
        remedy: `Use an image of Elsa 3.9.0 (${SAFE}), or set exposure.kind: none. To expose it anyway, set security.acknowledge: [${findings.join(', ')}] and list the networks that can reach it under exposure.allowedSources.`,
      }
    );
  });
};
