import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import { readFiles } from '@elsa-portal/backstage-plugin-elsa-node';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { OwnerAccess } from '../access/ownerAccess';
import { readClaims } from '../access/readClaims';
import type { ElsaScaffolderConfig } from '../config';
import { describeEnvironment } from '../generate/describeEnvironment';
import { generateFiles } from '../generate/generateFiles';
import { loadTemplate } from '../generate/loadTemplate';
import { assertNotPresent, planChanges } from '../generate/planChanges';
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
  const { config, integrations, reader, access } = options;
  return createTemplateAction({
    id: 'elsa:environment:generate',
    description:
      'Generates the deployment repository of an Elsa environment from its spec: chart and values, Argo CD application, catalog entities, documents and checks. Nothing is written unless the whole spec is valid and the user may create environments of its owner.',
    examples,
    supportsDryRun: true,
    schema: environmentGenerateSchema,
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const stated = readStatedSpec(input, logger);
      const environment = resolveEnvironment(stated);
      const { spec } = environment;
      const { name } = spec.metadata;
      const targetPath = input.targetPath ?? DEFAULT_TARGET;
      const target = folderToEmpty(ctx.workspacePath, targetPath);
      const joined =
        input.existingPath === undefined
          ? undefined
          : resolveSafeChildPath(ctx.workspacePath, input.existingPath);
      const existing = joined ? await readFiles(joined) : [];

      // The team that owns an environment by now has a say in who takes it over.
      const stored = existing.filter(file => file.path === specPath(name));
      await access.assertMayCreateFor(
        [spec.owner, ...readClaims(stored).flatMap(claim => claim.owners)],
        await ctx.getInitiatorCredentials(),
      );
      assertNotPresent({ environment, existing });

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
      const { files, changed } = planChanges({
        environment: name,
        generated,
        existing,
      });

      await emptyFolder(target);
      for (const folder of joined ? [target, joined] : [target]) {
        for (const file of files) {
          await writeFile(folder, file);
        }
      }

      const described = describeEnvironment(environment);
      logger.info(
        `Generated ${files.length} files of environment ${name}, which requests ${described.summary}`,
      );
      ctx.output('path', targetPath);
      ctx.output('repositoryPath', input.existingPath ?? targetPath);
      ctx.output(
        'files',
        files.map(file => file.path),
      );
      ctx.output('changedFiles', changed);
      for (const [output, value] of Object.entries(described)) {
        ctx.output(output as keyof typeof described, value);
      }
    },
  });
}
