import { credentialsOf, limitsSources } from '../../environment';
import { defineSection, type Draft } from './types';

const isExposed = ({ spec }: Draft) => spec.exposure.kind !== 'none';

/** What somebody has to know of an image before it is exposed. @public */
export interface PublicFinding {
  /** Name under which it is acknowledged, such as `public-credentials-3.6`. */
  id: string;
  /** Elsa's minor version, such as `3.6`. */
  version: string;
}

/** That the server would let anybody in, where the spec exposes it. */
export function findingOf(draft: Draft): PublicFinding | undefined {
  const found = credentialsOf(draft.spec, draft.profile);
  return found.verdict === 'public' && isExposed(draft)
    ? { id: found.finding, version: found.version }
    : undefined;
}

/** Asked where it is needed and nowhere else. */
export const acknowledgement = defineSection({
  id: 'acknowledgement',
  root: 'security',
  questions: [
    {
      path: 'security.acknowledge',
      text: 'acknowledge',
      kind: 'acknowledgement',
      isAsked: draft => findingOf(draft) !== undefined,
    },
  ],
});

export const sources = defineSection({
  id: 'sources',
  root: 'exposure',
  questions: [
    {
      path: 'exposure.allowedSources',
      text: 'allowedSources',
      kind: 'list',
      isAsked: draft =>
        isExposed(draft) &&
        (limitsSources(draft.spec) ||
          findingOf(draft) !== undefined ||
          // A limit must not disappear because the edge no longer has any.
          draft.spec.exposure.allowedSources.length > 0),
    },
  ],
});
