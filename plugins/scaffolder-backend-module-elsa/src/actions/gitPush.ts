import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { OwnerAccess } from '../access/ownerAccess';
import { ownersOfPush } from '../access/ownersOfPush';
import { CATALOG_FILE } from '../access/readClaims';
import type { ElsaScaffolderConfig } from '../config';
import { assertBranchName } from '../git/branchName';
import { type GitFile, readFiles } from '../git/fileTree';
import { connectRepository } from '../git/connectRepository';
import { assertAllowedServer, createRepositoryLinks } from '../git/gitServer';
import { pushFiles, type PushResult } from '../git/pushFiles';
import { readRepositoryInput } from '../git/repositoryUrl';
import { checkpointKey } from './checkpointKey';
import { examples } from './gitPush.examples';
import { DEFAULT_BRANCH, gitPushSchema } from './gitPush.schema';

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
    schema: gitPushSchema,
    async handler(ctx) {
      const { input, logger } = ctx;
      const url = readRepositoryInput(input);
      assertAllowedServer(url, config, integrations);
      const branch = input.branch ?? DEFAULT_BRANCH;
      assertBranchName(branch);
      if (input.baseBranch) {
        assertBranchName(input.baseBranch);
      }
      const files = await readFilesToPush(ctx.workspacePath, input.sourcePath);
      const credentials = await ctx.getInitiatorCredentials();
      const review = (replaced: GitFile[]) =>
        access.assertMayCreateFor(
          ownersOfPush({ files, replaced }),
          credentials,
        );
      let result: PushResult;
      if (ctx.isDryRun) {
        await review([]);
        result = pretendPush(files, branch, input.baseBranch);
        logger.info(
          `Would push ${files.length} files to branch ${branch} of ${url.remoteUrl}`,
        );
      } else {
        // Kept over retries, so that the same files give the same commit.
        const { seconds } = await ctx.checkpoint({
          key: checkpointKey(ctx, `time.${url.repository}.${branch}`),
          fn: async () => ({ seconds: Math.floor(Date.now() / 1000) }),
        });
        result = await pushFiles({
          repository: await connectRepository({
            url,
            config,
            integrations,
            ctx,
          }),
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
          signal: ctx.signal,
        });
        logger.info(describePush(result, url.remoteUrl));
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

async function readFilesToPush(
  workspacePath: string,
  sourcePath = '.',
): Promise<GitFile[]> {
  const files = await readFiles(
    resolveSafeChildPath(workspacePath, sourcePath),
  );
  if (files.length === 0) {
    throw new InputError(
      `Folder '${sourcePath}' of the workspace holds no files to push`,
    );
  }
  return files;
}

/** What a push to an empty repository would come to. */
function pretendPush(
  files: readonly GitFile[],
  branch: string,
  baseBranch = branch,
): PushResult {
  return {
    branch,
    defaultBranch: baseBranch,
    commitHash: DRY_RUN_COMMIT,
    isPushed: false,
    addedFiles: files.map(file => file.path),
    changedFiles: [],
  };
}

function describePush(result: PushResult, remoteUrl: string): string {
  const { addedFiles, branch, changedFiles, commitHash, isPushed } = result;
  return isPushed
    ? `Pushed ${addedFiles.length} new and ${changedFiles.length} changed files to branch ${branch} of ${remoteUrl} as ${commitHash}`
    : `Branch ${branch} of ${remoteUrl} holds these files already, as ${commitHash}`;
}
