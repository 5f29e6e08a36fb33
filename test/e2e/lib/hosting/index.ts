import { HOSTING_TOKEN } from './gitHosting';
import { startGithub } from './github';
import { startGitlab } from './gitlab';

/** Where the tests find the hostings; set before the portal and they start. */
const GITHUB = 'ELSA_E2E_GITHUB';
const GITLAB = 'ELSA_E2E_GITLAB';

export { HOSTING_TOKEN };

export function hostingUrl(kind: 'github' | 'gitlab'): string {
  const url = process.env[kind === 'github' ? GITHUB : GITLAB];
  if (!url) {
    throw new Error(
      'No Git hosting runs. A portal that is reused was started without them',
    );
  }
  return url;
}

/** Starts a GitHub and a GitLab, and configures the portal that starts next for them. */
export async function startHostings(): Promise<() => Promise<void>> {
  const [github, gitlab] = await Promise.all([startGithub(), startGitlab()]);
  process.env[GITHUB] = github.url;
  process.env[GITLAB] = gitlab.url;
  process.env.APP_CONFIG_integrations = JSON.stringify({
    github: [
      {
        host: github.host,
        apiBaseUrl: `${github.url}/api/v3`,
        token: HOSTING_TOKEN,
      },
    ],
    gitlab: [
      {
        host: gitlab.host,
        baseUrl: gitlab.url,
        apiBaseUrl: `${gitlab.url}/api/v4`,
        token: HOSTING_TOKEN,
      },
    ],
  });
  return async () => {
    await Promise.all([github.close(), gitlab.close()]);
  };
}
