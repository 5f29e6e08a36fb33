/**
 * Catalog module that checks the entities of Elsa environments.
 *
 * @packageDocumentation
 */

export { catalogModuleElsa as default } from './module';
