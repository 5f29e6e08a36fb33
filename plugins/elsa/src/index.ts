/**
 * The Elsa tab, card, environments page, form fields and output panel for
 * Backstage.
 *
 * @packageDocumentation
 */

export { elsaPlugin as default } from './plugin';
export { elsaApiRef } from './api';
export { elsaTranslationRef } from './translations/ref';
export {
  elsaScaffolderModule,
  elsaScaffolderTranslationRef,
} from './scaffolder';
