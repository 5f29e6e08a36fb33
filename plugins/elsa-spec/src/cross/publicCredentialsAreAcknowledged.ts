import type { Rule } from '../environment/Rule';
import { isExposed, publicImages, SAFE } from './publicCredentials';

export const publicCredentialsAreAcknowledged: Rule<
  'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, profile) => {
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
        message: `Elsa ${found.version} lets anybody in as an administrator, who runs code in the server: ${name} (${path}) accepts ${found.credentials
          .map(({ what }) => what)
          .join(', ')}.`,
        remedy: `Use an image of Elsa 3.9.0 (${SAFE}), or set exposure.kind: none. To expose it all the same, write security.acknowledge: [${findings.join(', ')}] and the networks that may reach it under exposure.allowedSources.`,
      }
    );
  });
};
