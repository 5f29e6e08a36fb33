import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { elsaTranslationRef } from './ref';

/**
 * Installs the plugin's translations for an app that builds its texts from
 * modules; apps that let plugins bring their own do not need it.
 *
 * @public
 */
export const elsaTranslationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'elsa',
      params: {
        resource: createTranslationResource({
          ref: elsaTranslationRef,
          translations: {
            de: () => import('./de'),
            es: () => import('./es'),
            fr: () => import('./fr'),
            ja: () => import('./ja'),
            zh: () => import('./zh'),
          },
        }),
      },
    }),
  ],
});
