import { ConflictError } from '@backstage/errors';
import type { RemoteState } from './repositoryTypes';

/**
 * Makes sure that a branch is not there yet.
 *
 * @throws ConflictError with what its owners and the user can do
 */
export function assertNewBranch(
  state: RemoteState,
  branch: string,
  remoteUrl: string,
): void {
  if (!state.branches.has(branch)) {
    return;
  }
  throw new ConflictError(
    branch === state.defaultBranch
      ? `Branch '${branch}' is the default branch of '${remoteUrl}' and already has commits. Nothing was pushed. Push to a new branch, for the repository's owners to merge`
      : `Branch '${branch}' of '${remoteUrl}' already has commits, which may be somebody's unmerged work. Nothing was pushed. Merge or delete the branch with its owners, or choose another name for the environment, then run the task again`,
  );
}

const LISTED = 20;

/**
 * Makes sure that a repository with commits has a default branch, from which new
 * branches start. No other branch is used instead.
 *
 * @throws ConflictError where the default branch has no commits, and others have
 */
export function assertDefaultBranch(
  { branches, defaultBranch }: RemoteState,
  remoteUrl: string,
): void {
  if (defaultBranch !== undefined || branches.size === 0) {
    return;
  }
  const listed = [...branches.keys()].slice(0, LISTED).join(', ');
  throw new ConflictError(
    `The default branch of '${remoteUrl}' has no commits, and others have: ${listed}. Nothing was read or pushed. Make one of them the default branch on the server, then run the task again`,
  );
}
