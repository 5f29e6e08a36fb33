import { NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import type { ElsaScaffolderConfig, GitServerConfig } from '../config';
import type { RepositoryUrl } from './repositoryUrl';

/** Name and password that a Git server asks for. */
export interface GitCredentials {
  username: string;
  password: string;
}

/** Credentials that come with a task rather than with the portal. */
export interface UserGitCredentials {
  username?: string;
  token?: string;
}

function findServer(
  url: RepositoryUrl,
  config: ElsaScaffolderConfig,
): GitServerConfig | undefined {
  return config.gitServers.find(server => server.host === url.host);
}

/**
 * Makes sure that the portal's operators named the host: otherwise any user of
 * a template could make the backend talk to any address that it can reach.
 */
export function assertAllowedServer(
  url: RepositoryUrl,
  config: ElsaScaffolderConfig,
  integrations: ScmIntegrations,
): void {
  const server = findServer(url, config);
  if (!server && !integrations.byHost(url.host)) {
    throw new NotAllowedError(
      `Git server '${url.host}' is not known to this portal. Add it to integrations or to elsa.scaffolder.git in the app-config`,
    );
  }
  if (url.protocol === 'http' && !server?.isInsecureHttpAllowed) {
    throw new NotAllowedError(
      `Repository address '${url.remoteUrl}' is plain HTTP. Use https, or set allowHttp for '${url.host}' in elsa.scaffolder.git`,
    );
  }
}

// The user names that the servers' documentation gives for a token as password.
async function readIntegrationCredentials(
  url: RepositoryUrl,
  integrations: ScmIntegrations,
): Promise<GitCredentials | undefined> {
  const { host, remoteUrl } = url;
  if (integrations.github.byHost(host)) {
    const { token } = await DefaultGithubCredentialsProvider.fromIntegrations(
      integrations,
    ).getCredentials({ url: remoteUrl });
    return token ? { username: 'x-access-token', password: token } : undefined;
  }
  if (integrations.gitlab.byHost(host)) {
    const { token } = await DefaultGitlabCredentialsProvider.fromIntegrations(
      integrations,
    ).getCredentials({ url: remoteUrl });
    return token ? { username: 'oauth2', password: token } : undefined;
  }
  const gitea = integrations.gitea.byHost(host)?.config;
  if (gitea?.password) {
    return { username: gitea.username ?? 'git', password: gitea.password };
  }
  const bitbucketServer = integrations.bitbucketServer.byHost(host)?.config;
  if (bitbucketServer?.username && bitbucketServer.password) {
    return {
      username: bitbucketServer.username,
      password: bitbucketServer.password,
    };
  }
  const bitbucketCloud = integrations.bitbucketCloud.byHost(host)?.config;
  if (bitbucketCloud?.token) {
    return {
      username: bitbucketCloud.username ?? 'x-token-auth',
      password: bitbucketCloud.token,
    };
  }
  return undefined;
}

/**
 * Requires the user's own token where the portal's credentials must not be used
 * instead, because they reach repositories that the user cannot.
 */
export function assertUserToken(
  url: RepositoryUrl,
  config: ElsaScaffolderConfig,
  token: string | undefined,
): void {
  const { areUserCredentialsRequired, userTokenHosts } = config;
  if (token || !(areUserCredentialsRequired || userTokenHosts.has(url.host))) {
    return;
  }
  const reason = areUserCredentialsRequired
    ? 'scaffolder.requireScmUserCredentials is on'
    : "people sign in there, so the portal's own credentials are not used";
  throw new NotAllowedError(
    `No token of yours for '${url.host}' came with the task, and ${reason}. Nothing was read or published there. Sign in to '${url.host}' when the form asks for it, or give your token as the task's secret USER_OAUTH_TOKEN. Operators set for which hosts this holds with elsa.scaffolder.userTokenHosts`,
  );
}

/** User that goes with a person's own token where none is named. */
function tokenUserName(host: string, integrations: ScmIntegrations): string {
  if (integrations.github.byHost(host)) {
    return 'x-access-token';
  }
  if (integrations.gitlab.byHost(host)) {
    return 'oauth2';
  }
  return integrations.bitbucketCloud.byHost(host) ? 'x-token-auth' : 'git';
}

/**
 * Credentials for a repository: those of the task first, then those of
 * `elsa.scaffolder.git`, then those of `integrations`; undefined where the
 * server is used without any.
 */
export async function findGitCredentials(options: {
  url: RepositoryUrl;
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  user: UserGitCredentials;
}): Promise<GitCredentials | undefined> {
  const { url, config, integrations, user } = options;
  const server = findServer(url, config);
  if (user.token) {
    return {
      username: user.username ?? tokenUserName(url.host, integrations),
      password: user.token,
    };
  }
  assertUserToken(url, config, user.token);
  if (server?.token) {
    return { username: server.username ?? 'git', password: server.token };
  }
  return readIntegrationCredentials(url, integrations);
}

/** Where people and the catalog find a repository's page and its files. */
export interface RepositoryLinks {
  browseUrl: string;
  /** Absent where nothing tells how the server serves single files. */
  fileUrl?: (path: string) => string;
}

// `new URL` would merge `..`; here the values are known to be plain segments.
const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/** Addresses of a repository's page and files by configuration or integration. */
export function createRepositoryLinks(options: {
  url: RepositoryUrl;
  branch: string;
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
}): RepositoryLinks {
  const { url, branch, config, integrations } = options;
  const server = findServer(url, config);
  const fill = (template: string, path: string) =>
    template
      .replaceAll('{repository}', () => url.repository)
      .replaceAll('{branch}', () => encodePath(branch))
      .replaceAll('{path}', () => encodePath(path));
  const plainUrl = url.remoteUrl.replace(/\.git$/, '');
  const browseUrl = server?.browseUrl ? fill(server.browseUrl, '') : plainUrl;
  const rawFileUrl = server?.rawFileUrl;
  if (rawFileUrl) {
    return { browseUrl, fileUrl: path => fill(rawFileUrl, path) };
  }
  const base = findTreeUrl(url, branch, integrations);
  return {
    browseUrl,
    ...(base && { fileUrl: (path: string) => `${base}${encodePath(path)}` }),
  };
}

// The forms that Backstage's URL readers understand.
function findTreeUrl(
  url: RepositoryUrl,
  branch: string,
  integrations: ScmIntegrations,
): string | undefined {
  const plainUrl = url.remoteUrl.replace(/\.git$/, '');
  const ref = encodePath(branch);
  if (integrations.github.byHost(url.host)) {
    return `${plainUrl}/blob/${ref}/`;
  }
  if (integrations.gitlab.byHost(url.host)) {
    return `${plainUrl}/-/blob/${ref}/`;
  }
  if (integrations.gitea.byHost(url.host)) {
    return `${plainUrl}/src/branch/${ref}/`;
  }
  if (integrations.bitbucketCloud.byHost(url.host)) {
    return `${plainUrl}/src/${ref}/`;
  }
  return undefined;
}
