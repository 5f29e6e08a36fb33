import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { OwnerAccess } from '../access/ownerAccess';
import { ownersOfPush } from '../access/ownersOfPush';
import type { ElsaScaffolderConfig } from '../config';
import { assertBranchName } from '../git/branchName';
import { type GitFile, readFiles } from '../git/fileTree';
import { connectRepository } from '../git/connectRepository';
import { assertAllowedServer, createRepositoryLinks } from '../git/gitServer';
import { pushFiles, type PushResult } from '../git/pushFiles';
import { readRepositoryInput } from '../git/repositoryUrl';
import { checkpointKey } from './checkpointKey';
import { examples } from './gitPush.examples';

const CATALOG_FILE = 'catalog-info.yaml';
const DEFAULT_BRANCH = 'main';

// Stands for a commit that a dry run does not make.
const DRY_RUN_COMMIT = '0'.repeat(40);

/** Pushes a folder of the workspace to any Git server. */
export function createGitPushAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  access: OwnerAccess;
}) {
  const { config, integrations, access } = options;
  return createTemplateAction({
    id: 'elsa:git:push',
    description:
      'Pushes a folder of the workspace to a branch of a Git repository over HTTPS. Adds files, and never replaces or removes others than those named. Never adds to a default branch that has commits, nor to environments whose owner the user may not create for.',
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
            .describe(`Branch to push to. Default: ${DEFAULT_BRANCH}`)
            .optional(),
        baseBranch: z =>
          z
            .string()
            .describe(
              "Branch that a new branch starts from. Default: the repository's default branch",
            )
            .optional(),
        sourcePath: z =>
          z
            .string()
            .describe('Folder of the workspace to push. Default: all of it')
            .optional(),
        isNewRepository: z =>
          z
            .boolean()
            .describe(
              'Pushes only where the repository has no commits yet. Default: false. The default branch of a repository that has commits is never pushed to',
            )
            .optional(),
        mayChange: z =>
          z
            .array(z.string())
            .describe(
              'Files that may replace others of the same name; any other file that is there with different content is an error',
            )
            .optional(),
        commitMessage: z =>
          z.string().describe('Message of the commit').optional(),
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
        remoteUrl: z =>
          z.string().describe('Address of the repository for Git'),
        repositoryUrl: z =>
          z.string().describe("Address of the repository's page"),
        branch: z => z.string().describe('Branch that holds the files'),
        defaultBranch: z =>
          z.string().describe('Default branch of the repository'),
        commitHash: z => z.string().describe('Commit that holds the files'),
        isPushed: z =>
          z
            .boolean()
            .describe('False where the branch held the same files already'),
        addedFiles: z => z.array(z.string()).describe('Files that were added'),
        changedFiles: z =>
          z.array(z.string()).describe('Files of mayChange that were replaced'),
        catalogInfoUrl: z =>
          z
            .string()
            .describe(
              'Address of catalog-info.yaml for the catalog; absent where nothing tells how the server serves files',
            )
            .optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const url = readRepositoryInput(input);
      assertAllowedServer(url, config, integrations);
      const branch = input.branch ?? DEFAULT_BRANCH;
      assertBranchName(branch);
      if (input.baseBranch) {
        assertBranchName(input.baseBranch);
      }
      const files = await readFiles(
        resolveSafeChildPath(ctx.workspacePath, input.sourcePath ?? '.'),
      );
      if (files.length === 0) {
        throw new InputError(
          `Folder '${input.sourcePath ?? '.'}' of the workspace holds no files to push`,
        );
      }

      const credentials = await ctx.getInitiatorCredentials();
      const review = (replaced: GitFile[]) =>
        access.assertMayCreateFor(
          ownersOfPush({ files, replaced }),
          credentials,
        );
      let result: PushResult;
      if (ctx.isDryRun) {
        await review([]);
        logger.info(
          `Would push ${files.length} files to branch ${branch} of ${url.remoteUrl}`,
        );
        result = {
          branch,
          defaultBranch: input.baseBranch ?? branch,
          commitHash: DRY_RUN_COMMIT,
          isPushed: false,
          addedFiles: files.map(file => file.path),
          changedFiles: [],
        };
      } else {
        // Kept over retries, so that the same files give the same commit.
        const { seconds } = await ctx.checkpoint({
          key: checkpointKey(ctx, `time.${url.repository}.${branch}`),
          fn: async () => ({ seconds: Math.floor(Date.now() / 1000) }),
        });
        const repository = await connectRepository({
          url,
          config,
          integrations,
          ctx,
        });
        result = await pushFiles({
          repository,
          remoteUrl: url.remoteUrl,
          files,
          branch,
          baseBranch: input.baseBranch,
          isNewRepository: input.isNewRepository ?? false,
          review,
          mayChange: new Set(input.mayChange),
          message:
            input.commitMessage ??
            config.defaultCommitMessage ??
            'Add Elsa Workflows environment',
          author: { ...config.author, timestamp: seconds },
          signal,
        });
        logger.info(
          result.isPushed
            ? `Pushed ${result.addedFiles.length} new and ${result.changedFiles.length} changed files to branch ${result.branch} of ${url.remoteUrl} as ${result.commitHash}`
            : `Branch ${result.branch} of ${url.remoteUrl} holds these files already, as ${result.commitHash}`,
        );
      }

      const links = createRepositoryLinks({
        url,
        branch: result.branch,
        config,
        integrations,
      });
      ctx.output('remoteUrl', url.remoteUrl);
      ctx.output('repositoryUrl', links.browseUrl);
      ctx.output('branch', result.branch);
      ctx.output('defaultBranch', result.defaultBranch);
      ctx.output('commitHash', result.commitHash);
      ctx.output('isPushed', result.isPushed);
      ctx.output('addedFiles', result.addedFiles);
      ctx.output('changedFiles', result.changedFiles);
      if (links.fileUrl) {
        ctx.output('catalogInfoUrl', links.fileUrl(CATALOG_FILE));
      }
    },
  });
}
