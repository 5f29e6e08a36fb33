/**
 * The texts of the plugin, for apps that want to replace some of them. English
 * is the default; German, Spanish, French, Japanese and Chinese come along and
 * are loaded when the reader chooses them.
 *
 * @packageDocumentation
 */

export { elsaTranslationRef } from './ref';
export { elsaTranslationsModule as default } from './module';
