import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { elsaTranslationRef } from '../translations/ref';

/** Looks a text up. */
export type Texts = TranslationFunction<typeof elsaTranslationRef.T>;

/** The plugin's texts in the reader's language. @public */
export function useTexts(): { t: Texts } {
  return useTranslationRef(elsaTranslationRef);
}
