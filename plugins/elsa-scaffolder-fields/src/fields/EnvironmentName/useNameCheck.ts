import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEffect, useState } from 'react';
import { findNameProblem, findNamesake } from './checkName';

/** What is known of a name while it is typed. */
export type NameCheck =
  | { state: 'empty' | 'checking' | 'free' }
  | { state: 'invalid'; problem: string }
  | { state: 'taken'; entityRef: string }
  | { state: 'unchecked'; message: string };

// Long enough for a word to be typed without a request per letter.
const SETTLE_MS = 300;

/** Checks a name against the rules at once, and against the catalog when typing pauses. */
export function useNameCheck(name: string): NameCheck {
  const catalogApi = useApi(catalogApiRef);
  const [answer, setAnswer] = useState<{ name: string; check: NameCheck }>();
  const problem = name ? findNameProblem(name) : undefined;
  const isAskable = name !== '' && problem === undefined;

  useEffect(() => {
    if (!isAskable) {
      return undefined;
    }
    let isCurrent = true;
    const ask = async (): Promise<NameCheck> => {
      try {
        const entity = await findNamesake(name, catalogApi);
        return entity
          ? { state: 'taken', entityRef: stringifyEntityRef(entity) }
          : { state: 'free' };
      } catch (error) {
        return {
          state: 'unchecked',
          message: error instanceof Error ? error.message : String(error),
        };
      }
    };
    const timer = setTimeout(async () => {
      const check = await ask();
      if (isCurrent) {
        setAnswer({ name, check });
      }
    }, SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [name, isAskable, catalogApi]);

  if (name === '') {
    return { state: 'empty' };
  }
  if (problem !== undefined) {
    return { state: 'invalid', problem };
  }
  return answer?.name === name ? answer.check : { state: 'checking' };
}
