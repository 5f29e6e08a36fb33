import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * All texts of the plugin. An app may replace any of them.
 *
 * @public
 */
export const elsaTranslationRef = createTranslationRef({
  id: 'plugin.elsa',
  messages,
  translations: {
    de: () => import('./de'),
    es: () => import('./es'),
    fr: () => import('./fr'),
    ja: () => import('./ja'),
    zh: () => import('./zh'),
  },
});
