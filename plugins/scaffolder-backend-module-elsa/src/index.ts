/**
 * Scaffolder actions that generate, verify and push Elsa deployment
 * repositories.
 *
 * @packageDocumentation
 */

export { scaffolderModuleElsa as default } from './module';
