/**
 * The Elsa tab, card and environments page for Backstage.
 *
 * @packageDocumentation
 */

export { elsaPlugin as default } from './plugin';
export { elsaApiRef } from './data/elsaApiRef';
export { elsaTranslationRef } from './translations/ref';
