import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Texts of the form fields and of the panel after creation. An app may replace
 * any of them.
 *
 * @public
 */
export const elsaScaffolderTranslationRef = createTranslationRef({
  id: 'plugin.elsa.scaffolder',
  messages,
  translations: {
    de: () => import('./translations/de'),
    fr: () => import('./translations/fr'),
    es: () => import('./translations/es'),
    ja: () => import('./translations/ja'),
    zh: () => import('./translations/zh'),
  },
});
