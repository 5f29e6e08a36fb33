import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readUserTokenHosts } from './git/userTokenHosts';

/** A Git server that actions may read from and push to. */
export interface GitServerConfig {
  /** Host name, with the port where it is not the scheme's own. */
  host: string;
  username?: string;
  token?: string;
  /** Allows plain HTTP, which shows token and content to the network. */
  isInsecureHttpAllowed: boolean;
  /** Address of a raw file, with `{repository}`, `{branch}` and `{path}`. */
  rawFileUrl?: string;
  /** Address of the repository's page, with `{repository}` and `{branch}`. */
  browseUrl?: string;
}

/** What the module reads from `elsa.scaffolder` and from the scaffolder's own settings. */
export interface ElsaScaffolderConfig {
  helmPath?: string;
  gitServers: GitServerConfig[];
  author: { name: string; email: string };
  defaultCommitMessage?: string;
  /** Only credentials of the signed-in user may be used for source control. */
  areUserCredentialsRequired: boolean;
  /** Git servers at which only the user's own token counts. */
  userTokenHosts: Set<string>;
}

const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:]+\](:\d{1,5})?$/;

function readGitServer(config: Config): GitServerConfig {
  const host = config.getString('host').toLowerCase();
  if (!HOST.test(host)) {
    throw new InputError(
      `elsa.scaffolder.git has the host '${host}'; give a host name with an optional port, such as git.example.com or git.example.com:8443`,
    );
  }
  return {
    host,
    username: config.getOptionalString('username'),
    token: config.getOptionalString('token'),
    isInsecureHttpAllowed: config.getOptionalBoolean('allowHttp') ?? false,
    rawFileUrl: config.getOptionalString('rawFileUrl'),
    browseUrl: config.getOptionalString('browseUrl'),
  };
}

/** Turns the configuration into one typed value; throws on the first wrong one. */
export function readElsaScaffolderConfig(config: Config): ElsaScaffolderConfig {
  const elsa = config.getOptionalConfig('elsa.scaffolder');
  return {
    helmPath: elsa?.getOptionalString('helmPath'),
    gitServers: (elsa?.getOptionalConfigArray('git') ?? []).map(readGitServer),
    author: {
      // The names that Backstage's own publish actions fall back to.
      name:
        config.getOptionalString('scaffolder.defaultAuthor.name') ??
        'Scaffolder',
      email:
        config.getOptionalString('scaffolder.defaultAuthor.email') ??
        'scaffolder@backstage.io',
    },
    defaultCommitMessage: config.getOptionalString(
      'scaffolder.defaultCommitMessage',
    ),
    areUserCredentialsRequired:
      config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
      false,
    userTokenHosts: readUserTokenHosts(config),
  };
}
