import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';
import type { RepositoryUrl } from './repositoryUrl';

function readStatusCode(error: unknown): number | undefined {
  if (typeof error === 'object' && error !== null && 'data' in error) {
    const { data } = error;
    if (typeof data === 'object' && data !== null && 'statusCode' in data) {
      return typeof data.statusCode === 'number' ? data.statusCode : undefined;
    }
  }
  return undefined;
}

/** isomorphic-git names its errors by a `code` such as `PushRejectedError`. */
export function hasGitErrorCode(error: unknown, code: string): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === code
  );
}

/**
 * Says what a Git server's refusal means and what to do about it. The server's
 * answer itself is left out: it may repeat request headers.
 */
export function toGitError(error: unknown, url: RepositoryUrl): Error {
  const status = readStatusCode(error);
  const where = `'${url.remoteUrl}'`;
  if (status === undefined) {
    if (hasGitErrorCode(error, 'SmartHttpError')) {
      return new InputError(
        `${where} does not answer as a Git repository. Check the address`,
      );
    }
    if (hasGitErrorCode(error, 'GitPushError')) {
      return new NotAllowedError(
        `Git server did not accept the push to ${where}: ${maskCredentials((error as Error).message.trim())}. Nothing was changed there. See whether the branch is protected or a hook of the server refuses it, then run the task again`,
      );
    }
    return new Error(
      `Git failed for ${where}: ${maskCredentials(toError(error).message)}`,
      { cause: error },
    );
  }
  if (status === 401) {
    return new AuthenticationError(
      `Git server refused the credentials for ${where}. Check the token in elsa.scaffolder.git or integrations, or give one as a secret of the template`,
    );
  }
  if (status === 403) {
    return new NotAllowedError(
      `The credentials used for ${where} do not have permission for this. Grant them write access to the repository`,
    );
  }
  if (status === 404) {
    return new NotFoundError(
      `Repository ${where} does not exist or is hidden from the credentials used. Create it empty on the server, or turn on creation by push there`,
    );
  }
  if (status >= 300 && status < 400) {
    return new InputError(
      `Git server answered ${status} for ${where}: the repository has another address. Give the address that it redirects to`,
    );
  }
  if (status === 409) {
    return new ConflictError(`Git server reports a conflict for ${where}`);
  }
  return new ServiceUnavailableError(
    `Git server answered ${status} for ${where}. Try again later`,
  );
}
