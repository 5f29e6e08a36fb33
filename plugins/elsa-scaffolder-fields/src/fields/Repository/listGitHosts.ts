import type { ConfigApi } from '@backstage/frontend-plugin-api';
import type { RepositoryKind } from '@elsa-portal/backstage-plugin-elsa-spec';

/** A Git server that the form offers. */
export interface GitHost {
  /** Host name, with the port where it is not the scheme's own. */
  host: string;
  /** How repositories are made there: by its API, or by Git alone. */
  kind: RepositoryKind;
  /** People sign in there, so that they can act with their own account. */
  hasSignIn: boolean;
  /** For addresses that are put together from parts. */
  scheme: 'https' | 'http';
}

interface Provider {
  /** Key of `integrations`. */
  id: string;
  kind: RepositoryKind;
  /** Key of `auth.providers`. */
  signIn?: string;
  /** Host that is meant where the configuration names none. */
  publicHost?: string;
}

const PROVIDERS: Provider[] = [
  { id: 'github', kind: 'github', signIn: 'github', publicHost: 'github.com' },
  { id: 'gitlab', kind: 'gitlab', signIn: 'gitlab', publicHost: 'gitlab.com' },
  {
    id: 'bitbucketCloud',
    kind: 'git',
    signIn: 'bitbucket',
    publicHost: 'bitbucket.org',
  },
  { id: 'bitbucketServer', kind: 'git', signIn: 'bitbucketServer' },
  {
    id: 'azure',
    kind: 'git',
    signIn: 'microsoft',
    publicHost: 'dev.azure.com',
  },
  { id: 'gitea', kind: 'git' },
];

function hostsOf(provider: Provider, config: ConfigApi): GitHost[] {
  const hasSignIn =
    provider.signIn !== undefined &&
    config.has(`auth.providers.${provider.signIn}`);
  const configured = (
    config.getOptionalConfigArray(`integrations.${provider.id}`) ?? []
  ).map(entry => entry.getOptionalString('host') ?? provider.publicHost);
  // Without credentials of the portal's, those of the person do.
  const hosts = hasSignIn ? [...configured, provider.publicHost] : configured;
  return hosts
    .filter(host => host !== undefined)
    .map(host => ({ host, kind: provider.kind, hasSignIn, scheme: 'https' }));
}

/**
 * The Git servers to which this portal can publish: those of `integrations`
 * that were configured, those where people sign in, and those of
 * `elsa.scaffolder.git`.
 */
export function listGitHosts(
  config: ConfigApi,
  allowedHosts: readonly string[] = [],
): GitHost[] {
  const plain = (
    config.getOptionalConfigArray('elsa.scaffolder.git') ?? []
  ).map((entry): GitHost => ({
    host: entry.getString('host').toLowerCase(),
    kind: 'git',
    hasSignIn: false,
    scheme: entry.getOptionalBoolean('allowHttp') ? 'http' : 'https',
  }));
  const hosts = new Map<string, GitHost>();
  for (const host of [
    ...PROVIDERS.flatMap(provider => hostsOf(provider, config)),
    ...plain,
  ]) {
    if (!hosts.has(host.host)) {
      hosts.set(host.host, host);
    }
  }
  return [...hosts.values()].filter(
    ({ host }) => allowedHosts.length === 0 || allowedHosts.includes(host),
  );
}
