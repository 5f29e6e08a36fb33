/**
 * The form fields and the result page of the template that creates Elsa
 * environments.
 *
 * @packageDocumentation
 */

export { elsaScaffolderModule as default } from './module';
export { elsaScaffolderTranslationRef } from './translation';
