/**
 * Makes deployment repositories out of environment specs.
 *
 * @packageDocumentation
 */

export {
  generateEnvironment,
  renderInput,
  type RenderInput,
} from './generate/generateEnvironment';
export type {
  EnvironmentTemplate,
  GeneratedFile,
  GenerateOptions,
  KubernetesObject,
} from './files/types';
export {
  type ConflictRemedies,
  type RepositoryConflict,
  RepositoryConflictError,
  withRemedy,
} from './repository/conflict';
export { namespaceCommands } from './deployment/namespaceCommands';
export { readFiles, readTemplate } from './template/readTemplate';
export { findTemplateDirectory } from './template/templateDirectory';
export {
  generateIntoDirectory,
  type GenerateIntoDirectoryOptions,
  type GenerateIntoDirectoryResult,
} from './shell/generateIntoDirectory';
export { main as runElsaManifests } from './cli';
// What `generateEnvironment` is given.
export { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
export { readSpecText, readYamlDocuments } from './files/readYaml';
export { renderWithHelm } from './shell/renderWithHelm';
export { writeFiles } from './shell/writeFiles';
