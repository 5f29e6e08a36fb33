import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { elsaScaffolderTranslationRef } from '../translation';

/** Looks a text up. */
export type ScaffolderTexts = TranslationFunction<
  (typeof elsaScaffolderTranslationRef)['T']
>;

/** The texts of the form in the reader's language. */
export function useScaffolderTexts(): { t: ScaffolderTexts } {
  return useTranslationRef(elsaScaffolderTranslationRef);
}
