import { InputError } from '@backstage/errors';
import { repositoryUrlFromValues } from '@elsa-portal/backstage-plugin-elsa-spec';

/** Address of a repository on a Git server, split into the parts that are needed. */
export interface RepositoryUrl {
  /** As Git uses it, without credentials, query or trailing slash. */
  remoteUrl: string;
  protocol: 'http' | 'https';
  /** Host name with port, where the address names one. */
  host: string;
  /** Path on the server without a leading slash and without `.git`. */
  repository: string;
}

// One path segment of a repository: what GitHub, GitLab, Gitea, Bitbucket and
// Azure DevOps accept, and nothing that a server could take for a parent folder.
const SEGMENT = /^(?!\.{1,2}$)[\p{L}\p{N}_.~-][\p{L}\p{N}_.~ -]*$/u;

function refuse(value: string, problem: string): never {
  // The user information part is removed: the message must not repeat a password.
  const shown = value.replace(/\/\/[^/@]*@/, '//***@').slice(0, 200);
  throw new InputError(
    `Repository address '${shown}' ${problem}. Give an address such as https://git.example.com/owner/repository.git`,
  );
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * Reads the address of a repository and refuses everything that is not plain
 * HTTP: other schemes would reach the backend's own files or shell, and
 * credentials in an address end up in logs and in the generated files.
 */
export function parseRepositoryUrl(value: string): RepositoryUrl {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    refuse(value, 'is not a URL');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    refuse(value, `uses '${url.protocol}//', only https and http are possible`);
  }
  if (url.username || url.password) {
    refuse(
      value,
      'holds credentials, which belong into integrations, elsa.scaffolder.git or a secret',
    );
  }
  if (url.search || url.hash) {
    refuse(value, 'has a query or a fragment');
  }
  const path = url.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  const segments = path.split('/').map(decodeSegment);
  if (
    segments.length < 2 ||
    segments.some(segment => segment === undefined || !SEGMENT.test(segment))
  ) {
    refuse(value, 'does not name an owner and a repository');
  }
  return {
    remoteUrl: `${url.protocol}//${url.host}/${url.pathname.replace(/^\/+|\/+$/g, '')}`,
    protocol: url.protocol === 'https:' ? 'https' : 'http',
    host: url.host,
    repository: path,
  };
}

/** Reads which repository an action is about; templates leave the other input empty. */
export function readRepositoryInput(input: {
  remoteUrl?: string;
  repoUrl?: string;
}): RepositoryUrl {
  if (input.remoteUrl) {
    return parseRepositoryUrl(input.remoteUrl);
  }
  const url = repositoryUrlFromValues({ repoUrl: input.repoUrl });
  if (!url) {
    throw new InputError(
      `Neither remoteUrl nor repoUrl names a repository${input.repoUrl ? ` (repoUrl is '${input.repoUrl}')` : ''}. Give remoteUrl such as https://git.example.com/owner/repository.git`,
    );
  }
  // GitLab redirects from the address without it, and no redirect is followed.
  return parseRepositoryUrl(url.endsWith('.git') ? url : `${url}.git`);
}
