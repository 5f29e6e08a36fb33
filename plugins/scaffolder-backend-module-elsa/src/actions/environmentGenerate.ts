import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  readCreationValues,
  type ResolvedEnvironmentSpec,
  resolveEnvironmentSpec,
  sumRequestedResources,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type EnvironmentTemplate,
  generateEnvironment,
  type GeneratedFile,
  type GenerateOptions,
  readFiles,
  renderInput,
  withRemedy,
} from '@elsa-portal/backstage-plugin-elsa-node';
import type { JsonObject } from '@backstage/types';
import type { OwnerAccess } from '../access/ownerAccess';
import { readClaims } from '../access/readClaims';
import type { ElsaScaffolderConfig } from '../config';
import { CONFLICT_REMEDIES } from '../generate/conflictRemedies';
import { loadTemplate } from '../generate/loadTemplate';
import { listNextCommands } from '../generate/nextCommands';
import { assertNotPresent, planChanges } from '../generate/planChanges';
import { renderObjects } from '../generate/renderObjects';
import { describeRequests } from '../generate/summarize';
import { examples } from './environmentGenerate.examples';

const DEFAULT_TARGET = 'deployment';

function readInput(input: {
  spec?: Record<string, unknown>;
  values?: Record<string, unknown>;
}): { spec: Record<string, unknown>; ignored: string[] } {
  if (input.spec && !input.values) {
    return { spec: input.spec, ignored: [] };
  }
  if (input.values && !input.spec) {
    return readCreationValues(input.values);
  }
  throw new InputError(
    'elsa:environment:generate needs either spec (an environment spec) or values (what the form holds), and not both',
  );
}

function generateOrExplain(
  spec: Record<string, unknown>,
  options: GenerateOptions,
): GeneratedFile[] {
  try {
    return generateEnvironment(spec, options);
  } catch (error) {
    throw withRemedy(error, CONFLICT_REMEDIES);
  }
}

async function writeFiles(folder: string, files: GeneratedFile[]) {
  for (const file of files) {
    const target = resolveSafeChildPath(folder, file.path);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, file.content);
  }
}

function toJson(spec: ResolvedEnvironmentSpec): JsonObject {
  return JSON.parse(JSON.stringify(spec));
}

/** Generates the files of an environment into the workspace. */
export function createEnvironmentGenerateAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
  access: OwnerAccess;
}) {
  const { config, integrations, reader, access } = options;
  return createTemplateAction({
    id: 'elsa:environment:generate',
    description:
      'Generates the deployment repository of an Elsa environment from its spec: chart and values, Argo CD application, catalog entities, documents and checks. Nothing is written unless the whole spec is valid and the user may create environments of its owner.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: z =>
          z
            .record(z.unknown())
            .describe(
              'The environment spec (apiVersion elsa-portal.io/v1alpha1, kind ElsaEnvironment)',
            )
            .optional(),
        values: z =>
          z
            .record(z.unknown())
            .describe(
              "In place of spec: all values of the form, which hold the spec's fields beside repository",
            )
            .optional(),
        targetPath: z =>
          z
            .string()
            .describe(
              `Folder of the workspace for the files to publish. It is emptied before. Default: ${DEFAULT_TARGET}`,
            )
            .optional(),
        existingPath: z =>
          z
            .string()
            .describe(
              'Folder of the workspace with the files of the repository that the environment joins. The generated files are added to it too, so that the whole can be verified',
            )
            .optional(),
      },
      output: {
        path: z => z.string().describe('Folder with the files to publish'),
        repositoryPath: z =>
          z
            .string()
            .describe(
              'Folder with the whole repository, for elsa:environment:verify',
            ),
        environment: z => z.string().describe('Name of the environment'),
        entityRef: z =>
          z.string().describe('Reference of its entity in the catalog'),
        owner: z => z.string().describe('Reference of its owner'),
        spec: z =>
          z.record(z.unknown()).describe('The spec with every choice made'),
        files: z =>
          z.array(z.string()).describe('Paths of the files to publish'),
        changedFiles: z =>
          z
            .array(z.string())
            .describe(
              'Those of them that replace others of the repository; for mayChange of elsa:git:push',
            ),
        suggestedBranch: z =>
          z.string().describe('Branch for a change that adds this environment'),
        commitMessage: z =>
          z.string().describe('Message for the commit and the pull request'),
        description: z =>
          z.string().describe('Description for the repository or pull request'),
        requests: z =>
          z
            .object({
              cpuCores: z.number(),
              memoryBytes: z.number(),
              storageBytes: z.number(),
              pods: z.number(),
            })
            .describe('What the environment requests from the cluster'),
        summary: z => z.string().describe('The requests in words, for people'),
        commands: z =>
          z
            .array(z.object({ title: z.string(), command: z.string() }))
            .describe('What to do next'),
        repositoryUrl: z =>
          z
            .string()
            .describe("Address of the repository's page, as the spec names it"),
        panel: z =>
          z
            .object({
              name: z.string(),
              entityRef: z.string(),
              repositoryUrl: z.string(),
              requests: z.string(),
              commands: z.array(
                z.object({ title: z.string(), command: z.string() }),
              ),
            })
            .describe(
              "For the field elsa of the template's output, from which the Elsa plugin draws its result page",
            ),
        commandsText: z =>
          z.string().describe('The same as Markdown, for a text output'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { spec: stated, ignored } = readInput(input);
      if (ignored.length > 0) {
        logger.warn(
          `Left out, as the other answers leave it without meaning: ${ignored.join(', ')}`,
        );
      }
      const spec = resolveEnvironmentSpec(stated);
      const targetPath = input.targetPath ?? DEFAULT_TARGET;
      const target = resolveSafeChildPath(ctx.workspacePath, targetPath);
      if (path.relative(ctx.workspacePath, target) === '') {
        throw new InputError(
          `targetPath '${targetPath}' is the workspace itself, which must not be emptied; name a folder in it`,
        );
      }
      const existing = input.existingPath
        ? await readFiles(
            resolveSafeChildPath(ctx.workspacePath, input.existingPath),
          )
        : [];
      // The team that owns an environment by now has a say in who takes it over.
      const stored = existing.filter(
        file => file.path === `.elsa/${spec.metadata.name}.yaml`,
      );
      await access.assertMayCreateFor(
        [spec.owner, ...readClaims(stored).flatMap(claim => claim.owners)],
        await ctx.getInitiatorCredentials(),
      );
      assertNotPresent({
        environment: spec.metadata.name,
        spec: stated,
        existing,
      });
      const template = await loadTemplate({
        baseUrl: ctx.templateInfo?.baseUrl,
        reader,
        integrations,
        folder: await ctx.createTemporaryDirectory(),
        logger,
      });
      signal?.throwIfAborted();

      const generated = generateOrExplain(stated, {
        template,
        existing,
        rendered: await renderIfNeeded(spec, stated, template),
      });
      const { files, changed } = planChanges({
        environment: spec.metadata.name,
        generated,
        existing,
      });
      // A task that is repeated must not publish files of its first attempt.
      await fs.rm(target, { recursive: true, force: true });
      await writeFiles(target, files);
      if (input.existingPath) {
        await writeFiles(
          resolveSafeChildPath(ctx.workspacePath, input.existingPath),
          files,
        );
      }

      const resources = sumRequestedResources(spec);
      const summary = describeRequests(resources);
      const commands = listNextCommands(spec);
      const { name, title } = spec.metadata;
      const entityRef = `component:default/${name}`;
      // People open the page; `.git` is for Git.
      const repositoryUrl = (spec.delivery.repository.url ?? '').replace(
        /\.git$/,
        '',
      );
      logger.info(
        `Generated ${files.length} files of environment ${name}, which requests ${summary}`,
      );
      ctx.output('path', targetPath);
      ctx.output('repositoryPath', input.existingPath ?? targetPath);
      ctx.output('environment', name);
      ctx.output('entityRef', entityRef);
      ctx.output('owner', spec.owner);
      ctx.output('spec', toJson(spec));
      ctx.output(
        'files',
        files.map(file => file.path),
      );
      ctx.output('changedFiles', changed);
      ctx.output('suggestedBranch', `elsa/${name}`);
      ctx.output('commitMessage', `Add Elsa environment ${name}`);
      ctx.output(
        'description',
        `Elsa Workflows environment ${title} in cluster ${spec.target.cluster}. Requests ${summary}.`,
      );
      ctx.output('requests', { ...resources.total });
      ctx.output('summary', summary);
      ctx.output('commands', commands);
      ctx.output('repositoryUrl', repositoryUrl);
      ctx.output('panel', {
        name,
        entityRef,
        repositoryUrl,
        requests: summary,
        commands,
      });
      ctx.output(
        'commandsText',
        commands
          .map(
            ({ title: purpose, command }) =>
              `${purpose}:\n\n\`\`\`sh\n${command}\n\`\`\``,
          )
          .join('\n\n'),
      );

      async function renderIfNeeded(
        resolved: ResolvedEnvironmentSpec,
        unresolved: Record<string, unknown>,
        loaded: EnvironmentTemplate,
      ) {
        return resolved.delivery.packaging === 'kustomize'
          ? renderObjects({
              input: renderInput(unresolved, loaded),
              helmPath: config.helmPath,
              folder: await ctx.createTemporaryDirectory(),
              signal,
            })
          : undefined;
      }
    },
  });
}
