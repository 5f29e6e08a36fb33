import {
  type LoggerService,
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  type GeneratedFile,
  readFiles,
} from '@elsa-portal/backstage-plugin-elsa-node';
import {
  type Environment,
  resolveEnvironment,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { OwnerAccess } from '../access/ownerAccess';
import { readClaims } from '../access/readClaims';
import type { ElsaScaffolderConfig } from '../config';
import { describeEnvironment } from '../generate/describeEnvironment';
import { generateFiles } from '../generate/generateFiles';
import { loadTemplate } from '../generate/loadTemplate';
import {
  assertNotPresent,
  type PlannedChanges,
  planChanges,
} from '../generate/planChanges';
import { readStatedSpec } from '../generate/readStatedSpec';
import { emptyFolder, folderToEmpty, writeFile } from '../workspace/folders';
import { examples } from './environmentGenerate.examples';
import {
  DEFAULT_TARGET,
  environmentGenerateSchema,
} from './environmentGenerate.schema';

/** Generates the files of an environment into the workspace. */
export function createEnvironmentGenerateAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
  access: OwnerAccess;
}) {
  const { access } = options;
  return createTemplateAction({
    id: 'elsa:environment:generate',
    description:
      'Generates the deployment repository of an Elsa environment from its spec: chart and values, Argo CD application, catalog entities, documents and checks. Nothing is written unless the whole spec is valid and the user may create environments of its owner.',
    examples,
    supportsDryRun: true,
    schema: environmentGenerateSchema,
    async handler(ctx) {
      const { input, logger } = ctx;
      const stated = readStatedSpec(input, logger);
      const environment = resolveEnvironment(stated);
      const { spec } = environment;
      const { name } = spec.metadata;
      const targetPath = input.targetPath ?? DEFAULT_TARGET;
      const target = folderToEmpty(ctx.workspacePath, targetPath);
      const joined = findJoined(ctx.workspacePath, input.existingPath);
      const existing = joined ? await readFiles(joined) : [];

      await access.assertMayCreateFor(
        ownersConcerned(spec, existing),
        await ctx.getInitiatorCredentials(),
      );
      assertNotPresent({ environment, existing });

      const { files, changed } = await generateChanges({
        ...options,
        ctx,
        environment,
        existing,
      });

      await emptyFolder(target);
      await writeFiles(joined ? [target, joined] : [target], files);

      const described = describeEnvironment(environment);
      logger.info(
        `Generated ${files.length} files of environment ${name}, which requests ${described.summary}`,
      );
      const outputs = {
        path: targetPath,
        repositoryPath: input.existingPath ?? targetPath,
        files: files.map(file => file.path),
        changedFiles: changed,
        ...described,
      };
      for (const [output, value] of Object.entries(outputs)) {
        ctx.output(output as keyof typeof outputs, value);
      }
    },
  });
}

/** The files of the environment, and what they change in the repository. */
async function generateChanges(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
  ctx: {
    templateInfo?: { baseUrl?: string };
    logger: LoggerService;
    signal?: AbortSignal;
    createTemporaryDirectory(): Promise<string>;
  };
  environment: Environment;
  existing: GeneratedFile[];
}): Promise<PlannedChanges> {
  const { config, integrations, reader, ctx, environment, existing } = options;
  const { logger, signal } = ctx;
  const template = await loadTemplate({
    baseUrl: ctx.templateInfo?.baseUrl,
    reader,
    integrations,
    folder: await ctx.createTemporaryDirectory(),
    logger,
  });
  signal?.throwIfAborted();
  const generated = await generateFiles({
    environment,
    template,
    existing,
    helmPath: config.helmPath,
    createFolder: () => ctx.createTemporaryDirectory(),
    signal,
  });
  return planChanges({
    environment: environment.spec.metadata.name,
    generated,
    existing,
  });
}

/** The folder of the repository that the environment joins. */
function findJoined(
  workspacePath: string,
  existingPath: string | undefined,
): string | undefined {
  return existingPath === undefined
    ? undefined
    : resolveSafeChildPath(workspacePath, existingPath);
}

/** The team that owns an environment by now has a say in who takes it over. */
function ownersConcerned(
  { metadata, owner }: ResolvedEnvironmentSpec,
  existing: GeneratedFile[],
): string[] {
  const path = specPath(metadata.name);
  const stored = existing.filter(file => file.path === path);
  return [owner, ...readClaims(stored).flatMap(claim => claim.owners)];
}

async function writeFiles(
  folders: string[],
  files: GeneratedFile[],
): Promise<void> {
  for (const folder of folders) {
    for (const file of files) {
      await writeFile(folder, file);
    }
  }
}
