import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
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
  /** The spec as its author wrote it, and with every choice made. */
  stated: Record<string, unknown>;
  spec: ResolvedEnvironmentSpec;
  template: EnvironmentTemplate;
  existing: GeneratedFile[];
  helmPath?: string;
  createFolder: () => Promise<string>;
  signal?: AbortSignal;
}): Promise<GeneratedFile[]> {
  const { stated, spec, template, existing, helmPath, signal } = options;
  const rendered =
    spec.delivery.packaging === 'kustomize'
      ? await renderObjects({
          input: renderInput(stated, template),
          helmPath,
          folder: await options.createFolder(),
          signal,
        })
      : undefined;
  try {
    return generateEnvironment(stated, { template, existing, rendered });
  } catch (error) {
    throw withRemedy(error, CONFLICT_REMEDIES);
  }
}
