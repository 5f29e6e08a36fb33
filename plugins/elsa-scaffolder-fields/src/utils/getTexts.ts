import {
  type ApiHolder,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { elsaScaffolderTranslationRef } from '../translation';
import type { ScaffolderTexts } from './useScaffolderTexts';

/**
 * The texts for validators, which run outside of React: in the reader's
 * language once it was loaded, which the field itself has seen to.
 */
export function getTexts(apiHolder: ApiHolder): ScaffolderTexts | undefined {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(elsaScaffolderTranslationRef);
  return snapshot?.ready ? snapshot.t : undefined;
}
