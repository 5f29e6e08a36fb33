import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** By which actions are told of a repository, and of who asks for it. */
export const gitRepositoryInput = {
  remoteUrl: (z: Zod) =>
    z
      .string()
      .describe(
        'Address of the repository, without credentials, such as https://git.example.com/owner/repository.git',
      )
      .optional(),
  repoUrl: (z: Zod) =>
    z
      .string()
      .describe(
        "In place of remoteUrl: what Backstage's repository picker gives, such as github.com?owner=owner&repo=repository",
      )
      .optional(),
  username: (z: Zod) =>
    z.string().describe('User of the token. Default: git').optional(),
  token: (z: Zod) =>
    z
      .string()
      .describe(
        "Token of the user, from a secret of the template. Default: the task's secret GIT_TOKEN or USER_OAUTH_TOKEN, then the portal's own credentials where elsa.scaffolder.userTokenHosts allows them",
      )
      .optional(),
};

/** For whom a repository is used, where no file of it says so yet. */
export const ownerInput = {
  owner: (z: Zod) =>
    z
      .string()
      .describe(
        'Owner of the environment that the repository is for, such as group:default/payments. The user must be permitted to create environments for it',
      ),
};
