import type { ScmIntegrations } from '@backstage/integration';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { ElsaScaffolderConfig } from '../config';
import { createGitHttpClient } from './gitHttpClient';
import { openGitRepository } from './gitRepository';
import { type GitRepository } from './repositoryTypes';
import { findGitCredentials } from './gitServer';
import type { RepositoryUrl } from './repositoryUrl';

/** The parts of a task that a connection needs. */
export interface ConnectionContext {
  input: { username?: string; token?: string };
  secrets?: TaskSecrets;
  signal?: AbortSignal;
  createTemporaryDirectory(): Promise<string>;
}

/**
 * Opens a repository with the credentials that the task or the portal has for
 * it. The server must have been checked by `assertAllowedServer`.
 */
export async function connectRepository(options: {
  url: RepositoryUrl;
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  ctx: ConnectionContext;
}): Promise<GitRepository> {
  const { url, config, integrations, ctx } = options;
  const credentials = await findGitCredentials({
    url,
    config,
    integrations,
    user: {
      // Empty where the form asked for none; then the next one counts.
      token:
        ctx.input.token ||
        ctx.secrets?.GIT_TOKEN ||
        ctx.secrets?.USER_OAUTH_TOKEN,
      username: ctx.input.username || ctx.secrets?.GIT_USERNAME,
    },
  });
  return openGitRepository({
    url,
    credentials,
    http: createGitHttpClient({ signal: ctx.signal }),
    folder: await ctx.createTemporaryDirectory(),
  });
}
