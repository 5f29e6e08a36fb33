import type { Rule } from '../environment/Rule';
import { credentialsOf, isExposed, SAFE } from './publicCredentials';

export const publicCredentialsAreAcknowledged: Rule<
  'host' | 'exposure' | 'security'
> = (spec, profile) => {
  const found = credentialsOf(spec, profile);
  if (found.verdict !== 'public' || !isExposed(spec)) return [];
  return [
    !spec.security.acknowledge.includes(found.finding) && {
      path: 'security.acknowledge',
      message: `Elsa ${found.version} lets anybody in as an administrator, who runs code in the server: it accepts ${found.credentials
        .map(({ what }) => what)
        .join(', ')}.`,
      remedy: `Use an image of Elsa 3.9.0 (${SAFE}), or set exposure.kind: none. To expose it all the same, write security.acknowledge: [${found.finding}] and the networks that may reach it under exposure.allowedSources.`,
    },
  ];
};
