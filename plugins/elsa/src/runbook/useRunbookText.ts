import { useEffect, useState } from 'react';
import { useFormat } from '../ui/useFormat';
import type { RunbookTexts } from './RunbookTexts';

/** Languages besides English; each is loaded when it is first needed. */
export const RUNBOOK_LANGUAGES: Readonly<
  Record<string, () => Promise<{ default: RunbookTexts }>>
> = {
  de: () => import('./texts/de'),
  es: () => import('./texts/es'),
  fr: () => import('./texts/fr'),
  ja: () => import('./texts/ja'),
  zh: () => import('./texts/zh'),
};

const loaded = new Map<string, RunbookTexts>();

/** Looks a text of the runbook up; undefined where there is only the English one. */
export type RunbookText = (english: string) => string | undefined;

/**
 * The runbook's texts in the reader's language. The API gives them in English,
 * and they are looked up by that: a text that changes there is shown in English
 * until it is translated anew, never with another one's translation.
 */
export function useRunbookText(): RunbookText {
  const { language } = useFormat();
  const [base] = language.split('-');
  const [texts, setTexts] = useState(loaded.get(base));

  useEffect(() => {
    let isCurrent = true;
    setTexts(loaded.get(base));
    RUNBOOK_LANGUAGES[base]?.().then(
      module => {
        loaded.set(base, module.default);
        if (isCurrent) {
          setTexts(module.default);
        }
      },
      // The English texts stay, which is better than none.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [base]);

  return english => texts?.[english];
}
