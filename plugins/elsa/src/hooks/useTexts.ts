import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { elsaTranslationRef } from '../translations/ref';

/** The plugin's texts in the reader's language. */
export function useTexts() {
  return useTranslationRef(elsaTranslationRef);
}

/** Looks a text up. */
export type Texts = ReturnType<typeof useTexts>['t'];
