import type { Environment } from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type EnvironmentTemplate,
  generateEnvironment,
  type GeneratedFile,
  renderInput,
  withRemedy,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { CONFLICT_REMEDIES } from './conflictRemedies';
import { renderObjects } from './renderObjects';

/** All files of an environment; with Kustomize, Helm renders its objects first. */
export async function generateFiles(options: {
  environment: Environment;
  template: EnvironmentTemplate;
  existing: GeneratedFile[];
  helmPath?: string;
  createFolder: () => Promise<string>;
  signal?: AbortSignal;
}): Promise<GeneratedFile[]> {
  const { environment, template, existing, helmPath, signal } = options;
  const rendered =
    environment.spec.delivery.packaging === 'kustomize'
      ? await renderObjects({
          input: renderInput(environment, template),
          helmPath,
          folder: await options.createFolder(),
          signal,
        })
      : undefined;
  try {
    return generateEnvironment(environment, { template, existing, rendered });
  } catch (error) {
    throw withRemedy(error, CONFLICT_REMEDIES);
  }
}
