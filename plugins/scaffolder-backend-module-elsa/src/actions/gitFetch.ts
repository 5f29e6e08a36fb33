import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { fullOwner } from '../access/fullOwner';
import type { OwnerAccess } from '../access/ownerAccess';
import type { ElsaScaffolderConfig } from '../config';
import { assertDefaultBranch } from '../git/branches';
import { assertBranchName } from '../git/branchName';
import { connectRepository } from '../git/connectRepository';
import type { GitRepository } from '../git/repositoryTypes';
import { assertAllowedServer } from '../git/gitServer';
import { readRepositoryInput } from '../git/repositoryUrl';
import { emptyFolder, folderToEmpty, writeFile } from '../workspace/folders';
import { examples } from './gitFetch.examples';
import { DEFAULT_TARGET, gitFetchSchema } from './gitFetch.schema';

const FILE_MODES = new Set(['100644', '100755']);

/** What was read of a repository; nothing where it has no commit yet. */
interface FetchedBranch {
  branch: string;
  commitHash: string;
  files: number;
}

/** Reads the files of a repository on any Git server into the workspace. */
export function createGitFetchAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  access: OwnerAccess;
}) {
  const { config, integrations, access } = options;
  return createTemplateAction({
    id: 'elsa:git:fetch',
    description:
      'Reads the files of a branch of a Git repository over HTTPS into a folder of the workspace. An empty repository gives an empty folder. Reads for those only who may create environments of the owner.',
    examples,
    supportsDryRun: true,
    schema: gitFetchSchema,
    async handler(ctx) {
      const { input, logger } = ctx;
      const url = readRepositoryInput(input);
      assertAllowedServer(url, config, integrations);
      if (input.branch) {
        assertBranchName(input.branch);
      }
      await access.assertMayCreateFor(
        [fullOwner(input.owner)],
        await ctx.getInitiatorCredentials(),
      );
      const targetPath = input.targetPath ?? DEFAULT_TARGET;
      const target = folderToEmpty(ctx.workspacePath, targetPath);
      await emptyFolder(target);
      ctx.output('path', targetPath);
      if (ctx.isDryRun) {
        logger.info(
          `Would read ${url.remoteUrl}; a dry run goes on as if it were empty`,
        );
        ctx.output('isEmpty', true);
        return;
      }
      const fetched = await fetchBranch(
        await connectRepository({ url, config, integrations, ctx }),
        url.remoteUrl,
        input.branch,
        target,
      );
      ctx.output('isEmpty', fetched === undefined);
      if (!fetched) {
        logger.info(`Repository ${url.remoteUrl} is empty`);
        return;
      }
      const { branch, commitHash, files } = fetched;
      logger.info(
        `Read ${files} files of branch ${branch} of ${url.remoteUrl} at ${commitHash}`,
      );
      ctx.output('branch', branch);
      ctx.output('commitHash', commitHash);
    },
  });
}

/** @param wanted - default: the repository's default branch */
async function fetchBranch(
  repository: GitRepository,
  remoteUrl: string,
  wanted: string | undefined,
  target: string,
): Promise<FetchedBranch | undefined> {
  const state = await repository.readState();
  assertDefaultBranch(state, remoteUrl);
  const { branches, defaultBranch } = state;
  const branch = wanted ?? defaultBranch;
  if (!branch || branches.size === 0) {
    return undefined;
  }
  const commitHash = await repository.fetchBranch(branch);
  // Links and submodules are left out: a link could lead out of the workspace.
  const files = (await repository.listFiles(commitHash)).filter(file =>
    FILE_MODES.has(file.mode),
  );
  for (const file of files) {
    const content = await repository.readBlob(file.oid);
    await writeFile(target, { path: file.path, content });
  }
  return { branch, commitHash, files: files.length };
}
