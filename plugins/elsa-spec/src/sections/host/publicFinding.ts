import { credentialsOf, isExposed } from './publicCredentials';
import type { Draft } from '../question';

/** What somebody has to know of an image before it is exposed. @public */
export interface PublicFinding {
  /** Name under which it is acknowledged, such as `public-credentials-3.6`. */
  id: string;
  /** Elsa's minor version, such as `3.6`. */
  version: string;
}

/** That the server would accept published credentials, where the spec exposes it. */
export function findingOf(draft: Draft): PublicFinding | undefined {
  const found = credentialsOf(draft.spec, draft.profiles.host);
  return found.verdict === 'public' && isExposed(draft.spec)
    ? { id: found.finding, version: found.version }
    : undefined;
}
