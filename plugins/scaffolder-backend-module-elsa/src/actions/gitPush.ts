import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { OwnerAccess } from '../access/ownerAccess';
import { ownersOfPush } from '../access/ownersOfPush';
import { CATALOG_FILE } from '../access/readClaims';
import type { ElsaScaffolderConfig } from '../config';
import { assertBranchName } from '../git/branchName';
import { type GitFile, readFiles } from '../git/fileTree';
import {
  connectRepository,
  type ConnectionContext,
} from '../git/connectRepository';
import { assertAllowedServer, createRepositoryLinks } from '../git/gitServer';
import { pushFiles, type PushResult } from '../git/pushFiles';
import { readRepositoryInput, type RepositoryUrl } from '../git/repositoryUrl';
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
        result = await push({ ...options, ctx, url, branch, files, review });
        logger.info(describePush(result, url.remoteUrl));
      }
      const outputs = outputsOf(result, url, options);
      for (const [output, value] of Object.entries(outputs)) {
        ctx.output(output as keyof typeof outputs, value);
      }
    },
  });
}

/** The parts of a task that a push needs. */
interface PushContext extends ConnectionContext {
  input: ConnectionContext['input'] & {
    baseBranch?: string;
    commitMessage?: string;
    isNewRepository?: boolean;
    mayChange?: string[];
  };
  each?: JsonObject;
  checkpoint(options: {
    key: string;
    fn: () => Promise<{ seconds: number }>;
  }): Promise<{ seconds: number }>;
}

async function push(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  ctx: PushContext;
  url: RepositoryUrl;
  branch: string;
  files: GitFile[];
  review: (replaced: GitFile[]) => Promise<void>;
}): Promise<PushResult> {
  const { config, integrations, ctx, url, branch, files, review } = options;
  const { input, signal } = ctx;
  // Kept over retries, so that the same files give the same commit.
  const { seconds } = await ctx.checkpoint({
    key: checkpointKey(ctx, `time.${url.repository}.${branch}`),
    fn: async () => ({ seconds: Math.floor(Date.now() / 1000) }),
  });
  return pushFiles({
    repository: await connectRepository({ url, config, integrations, ctx }),
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
}

function outputsOf(
  result: PushResult,
  url: RepositoryUrl,
  options: { config: ElsaScaffolderConfig; integrations: ScmIntegrations },
) {
  const { branch } = result;
  const links = createRepositoryLinks({ ...options, url, branch });
  return {
    remoteUrl: url.remoteUrl,
    repositoryUrl: links.browseUrl,
    branch,
    defaultBranch: result.defaultBranch,
    commitHash: result.commitHash,
    isPushed: result.isPushed,
    addedFiles: result.addedFiles,
    changedFiles: result.changedFiles,
    ...(links.fileUrl && { catalogInfoUrl: links.fileUrl(CATALOG_FILE) }),
  };
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
