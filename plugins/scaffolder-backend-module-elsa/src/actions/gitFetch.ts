import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ElsaScaffolderConfig } from '../config';
import { assertBranchName } from '../git/branchName';
import { connectRepository } from '../git/connectRepository';
import type { GitRepository } from '../git/gitRepository';
import { assertAllowedServer } from '../git/gitServer';
import { readRepositoryInput } from '../git/repositoryUrl';
import { examples } from './gitFetch.examples';

const DEFAULT_TARGET = 'repository';
const FILE_MODES = new Set(['100644', '100755']);

// Links and submodules are left out: a link could lead out of the workspace.
async function writeFiles(
  repository: GitRepository,
  commit: string,
  target: string,
): Promise<number> {
  const files = (await repository.listFiles(commit)).filter(file =>
    FILE_MODES.has(file.mode),
  );
  for (const file of files) {
    const filePath = resolveSafeChildPath(target, file.path);
    await fs.mkdir(path.dirname(filePath), { recursive: true });
    await fs.writeFile(filePath, await repository.readBlob(file.oid));
  }
  return files.length;
}

/** Reads the files of a repository on any Git server into the workspace. */
export function createGitFetchAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
}) {
  const { config, integrations } = options;
  return createTemplateAction({
    id: 'elsa:git:fetch',
    description:
      'Reads the files of a branch of a Git repository over HTTPS into a folder of the workspace. An empty repository gives an empty folder.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        remoteUrl: z =>
          z
            .string()
            .describe(
              'Address of the repository, without credentials, such as https://git.example.com/owner/repository.git',
            )
            .optional(),
        repoUrl: z =>
          z
            .string()
            .describe(
              "In place of remoteUrl: what Backstage's repository picker gives, such as github.com?owner=owner&repo=repository",
            )
            .optional(),
        branch: z =>
          z
            .string()
            .describe("Branch to read. Default: the repository's default one")
            .optional(),
        targetPath: z =>
          z
            .string()
            .describe(
              `Folder of the workspace to write to. It is emptied before. Default: ${DEFAULT_TARGET}`,
            )
            .optional(),
        username: z =>
          z.string().describe('User of the token. Default: git').optional(),
        token: z =>
          z
            .string()
            .describe(
              "Token of the user, from a secret of the template. Default: the task's secret GIT_TOKEN or USER_OAUTH_TOKEN, then the portal's own credentials",
            )
            .optional(),
      },
      output: {
        path: z =>
          z.string().describe('Folder of the workspace with the files'),
        isEmpty: z =>
          z.boolean().describe('True where the repository has no commit yet'),
        branch: z => z.string().describe('Branch that was read').optional(),
        commitHash: z => z.string().describe('Commit that was read').optional(),
      },
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const url = readRepositoryInput(input);
      assertAllowedServer(url, config, integrations);
      if (input.branch) {
        assertBranchName(input.branch);
      }
      const targetPath = input.targetPath ?? DEFAULT_TARGET;
      const target = resolveSafeChildPath(ctx.workspacePath, targetPath);
      if (path.relative(ctx.workspacePath, target) === '') {
        throw new InputError(
          `targetPath '${targetPath}' is the workspace itself, which must not be emptied; name a folder in it`,
        );
      }
      // What an earlier attempt of the task added to it is not in the repository.
      await fs.rm(target, { recursive: true, force: true });
      await fs.mkdir(target, { recursive: true });
      ctx.output('path', targetPath);
      if (ctx.isDryRun) {
        logger.info(
          `Would read ${url.remoteUrl}; a dry run goes on as if it were empty`,
        );
        ctx.output('isEmpty', true);
        return;
      }
      const repository = await connectRepository({
        url,
        config,
        integrations,
        ctx,
      });
      const state = await repository.readState();
      const branch = input.branch ?? state.defaultBranch;
      if (!branch || state.branches.size === 0) {
        logger.info(`Repository ${url.remoteUrl} is empty`);
        ctx.output('isEmpty', true);
        return;
      }
      const commitHash = await repository.fetchBranch(branch);
      const count = await writeFiles(repository, commitHash, target);
      logger.info(
        `Read ${count} files of branch ${branch} of ${url.remoteUrl} at ${commitHash}`,
      );
      ctx.output('isEmpty', false);
      ctx.output('branch', branch);
      ctx.output('commitHash', commitHash);
    },
  });
}
