import type { z as zod } from 'zod/v3';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { fullOwner } from '../access/fullOwner';
import type { OwnerAccess } from '../access/ownerAccess';
import type { ElsaScaffolderConfig } from '../config';
import { assertBranchName } from '../git/branchName';
import { connectRepository } from '../git/connectRepository';
import { assertAllowedServer, assertUserToken } from '../git/gitServer';
import { assertNewBranch } from '../git/branches';
import { readRepositoryInput } from '../git/repositoryUrl';
import { examples } from './gitCheck.examples';
import { gitRepositoryInput, ownerInput } from './gitRepositoryInput';

type Zod = typeof zod;

/**
 * Holds Backstage's own `publish:*` actions to the rules of `elsa:git:push`:
 * without a token they take the portal's credentials, for whoever asks.
 */
export function createGitCheckAction(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  access: OwnerAccess;
}) {
  const { config, integrations, access } = options;
  const { remoteUrl, repoUrl, token } = gitRepositoryInput;
  return createTemplateAction({
    id: 'elsa:git:check',
    description:
      "Decides whether the following steps may publish to a repository: the portal knows its server, the user may create environments of the owner, and the user's own token is there where elsa.scaffolder.userTokenHosts demands it. Talks to no server, unless a branch is to be new.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        remoteUrl,
        repoUrl,
        ...ownerInput,
        token,
        newBranch: (z: Zod) =>
          z
            .string()
            .describe(
              "Branch that the following step makes. The repository must not have it yet: Backstage's own actions replace it, with whatever somebody else has put there",
            )
            .optional(),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const url = readRepositoryInput(input);
      assertAllowedServer(url, config, integrations);
      await access.assertMayCreateFor(
        [fullOwner(input.owner)],
        await ctx.getInitiatorCredentials(),
      );
      if (!ctx.isDryRun) {
        // Not from another secret of the task: the next step gets this one.
        assertUserToken(url, config, input.token);
        if (input.newBranch) {
          assertBranchName(input.newBranch);
          const repository = await connectRepository({
            url,
            config,
            integrations,
            ctx,
          });
          assertNewBranch(
            await repository.readState(),
            input.newBranch,
            url.remoteUrl,
          );
        }
      }
      ctx.logger.info(
        `Publishing to ${url.host} is permitted, ${input.token ? 'with your own token' : "with the portal's credentials"}`,
      );
    },
  });
}
