import type { Config } from '@backstage/config';
import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';

interface SignIn {
  /** Key of `auth.providers`. */
  provider: string;
  /** Host at which people sign in where the configuration names none. */
  publicHost?: string;
  /** Setting of the provider that names another host, as a name or a URL. */
  hostSetting?: string;
}

/** Sign-ins whose tokens a Git server takes, as Backstage's `ScmAuth` has them. */
const SIGN_INS: SignIn[] = [
  {
    provider: 'github',
    publicHost: 'github.com',
    hostSetting: 'enterpriseInstanceUrl',
  },
  { provider: 'gitlab', publicHost: 'gitlab.com', hostSetting: 'audience' },
  { provider: 'bitbucket', publicHost: 'bitbucket.org' },
  { provider: 'bitbucketServer', hostSetting: 'host' },
  { provider: 'microsoft', publicHost: 'dev.azure.com' },
];

/** Host of a name or a URL, written as in the URLs of repositories. */
function hostOf(address: string): string {
  const url = address.includes('://') ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).host : address;
}

/** The provider's settings hold one part for each `auth.environment`. */
function hostsOf(signIn: SignIn, config: Config): string[] {
  const settings = config.getOptional(`auth.providers.${signIn.provider}`);
  if (!isRecord(settings)) {
    return [];
  }
  const values: unknown[] = Object.values(settings);
  const environments = values.filter(isRecord);
  return (environments.length > 0 ? environments : [settings])
    .map(environment => {
      const stated = signIn.hostSetting && environment[signIn.hostSetting];
      return typeof stated === 'string' ? hostOf(stated) : signIn.publicHost;
    })
    .filter(host => host !== undefined);
}

/**
 * Git servers at which only the user's own token counts: those that
 * `elsa.scaffolder.userTokenHosts` lists, else those at which people sign in to
 * this portal.
 */
export function readUserTokenHosts(config: Config): Set<string> {
  const stated = config.getOptionalStringArray(
    'elsa.scaffolder.userTokenHosts',
  );
  return new Set(
    stated?.map(hostOf) ?? SIGN_INS.flatMap(signIn => hostsOf(signIn, config)),
  );
}
