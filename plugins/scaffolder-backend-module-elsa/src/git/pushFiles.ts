import { ConflictError } from '@backstage/errors';
import type { GitFile } from './fileTree';
import {
  BranchMovedError,
  type CommitSignature,
  type GitRepository,
  type RemoteState,
  type TreeFile,
} from './repositoryTypes';
import { assertDefaultBranch, assertNewBranch } from './branches';
import { planPush, type PushPlan } from './planPush';

/** What was pushed, or was there already. */
export interface PushResult {
  /** Commit that holds all files. */
  commitHash: string;
  /** Branch that holds the commit. */
  branch: string;
  /** Branch that the server shows by default; the pushed one in a new repository. */
  defaultBranch: string;
  /** False where the branch held the same files already. */
  isPushed: boolean;
  addedFiles: string[];
  changedFiles: string[];
}

// Someone else may push between reading and pushing; more often than this is
// no coincidence any more.
const ATTEMPTS = 3;
const LISTED_CONFLICTS = 20;

function assertNoConflicts(plan: PushPlan, branch: string): void {
  if (plan.conflicts.length === 0) {
    return;
  }
  const listed = plan.conflicts.slice(0, LISTED_CONFLICTS).join(', ');
  const rest = plan.conflicts.length - LISTED_CONFLICTS;
  throw new ConflictError(
    `Branch '${branch}' already holds other content for ${plan.conflicts.length} file(s): ${listed}${
      rest > 0 ? ` and ${rest} more` : ''
    }. Nothing was pushed. Choose an empty repository, or add the environment to this one`,
  );
}

/** What is pushed, and where to. */
export interface PushOptions {
  repository: GitRepository;
  /** Address of the repository, for messages. */
  remoteUrl: string;
  files: GitFile[];
  branch: string;
  baseBranch?: string;
  /** The repository must be empty: its first commit is ours. */
  isNewRepository: boolean;
  mayChange: ReadonlySet<string>;
  message: string;
  author: CommitSignature;
  /**
   * Called before anything is written, with the files that ours replace.
   * Whatever it throws ends the push.
   */
  review?: (replaced: GitFile[]) => Promise<void>;
}

function refuseNonEmpty(
  { remoteUrl, branch }: PushOptions,
  state: RemoteState,
): never {
  const taken = state.branches.has(branch)
    ? branch
    : [...state.branches.keys()][0];
  throw new ConflictError(
    `Repository '${remoteUrl}' is not empty: its branch '${taken}' already has commits. Nothing was pushed. Choose another repository, or choose to add the environment to an existing deployment repository: it then gets its own branch, for its owners to merge`,
  );
}

/**
 * A branch with commits is somebody's: clusters and the catalog may follow it, or
 * a team works on it. Only its owners may add to it, by merging a new branch; the
 * portal's own rights are no reason to.
 */
function assertMayAdd(options: PushOptions, state: RemoteState): void {
  const { remoteUrl, branch, isNewRepository } = options;
  if (isNewRepository && state.branches.size > 0) {
    refuseNonEmpty(options, state);
  }
  assertNewBranch(state, branch, remoteUrl);
}

async function readReplaced(
  repository: GitRepository,
  theirs: TreeFile[],
  paths: string[],
): Promise<GitFile[]> {
  const replaced = new Set(paths);
  return Promise.all(
    theirs
      .filter(file => replaced.has(file.path))
      .map(async ({ path, oid }) => ({
        path,
        mode: '100644' as const,
        oid,
        content: await repository.readBlob(oid),
      })),
  );
}

async function tryPush(options: PushOptions): Promise<PushResult> {
  const { repository, files, branch } = options;
  const state = await repository.readState();
  if (
    options.isNewRepository &&
    state.branches.size > 0 &&
    !state.branches.has(branch)
  ) {
    refuseNonEmpty(options, state);
  }
  assertDefaultBranch(state, options.remoteUrl);
  const baseBranch = state.branches.has(branch)
    ? branch
    : (options.baseBranch ?? state.defaultBranch);
  const isBaseThere =
    baseBranch !== undefined && state.branches.has(baseBranch);
  if (options.baseBranch && !isBaseThere && state.branches.size > 0) {
    throw new ConflictError(
      `Repository has no branch '${options.baseBranch}' to start from; it has ${[...state.branches.keys()].slice(0, LISTED_CONFLICTS).join(', ')}`,
    );
  }
  const base = isBaseThere
    ? await repository.fetchBranch(baseBranch)
    : undefined;
  const theirs = base ? await repository.listFiles(base) : [];
  const plan = planPush({ ours: files, theirs, mayChange: options.mayChange });
  const isThere =
    base !== undefined &&
    plan.unchanged.length === files.length &&
    (!options.isNewRepository || theirs.length === files.length);
  if (!isThere) {
    assertMayAdd(options, state);
  }
  assertNoConflicts(plan, baseBranch ?? branch);
  const defaultBranch = state.defaultBranch ?? branch;
  const result = {
    defaultBranch,
    addedFiles: plan.added,
    changedFiles: plan.changed,
  };
  if (isThere && baseBranch) {
    return { ...result, commitHash: base, branch: baseBranch, isPushed: false };
  }
  await options.review?.(await readReplaced(repository, theirs, plan.changed));
  for (const file of files) {
    await repository.writeBlob(file);
  }
  const commitHash = await repository.writeCommit({
    tree: await repository.writeTree(plan.files),
    parents: base ? [base] : [],
    message: options.message,
    author: options.author,
  });
  await repository.push(commitHash, branch, state.branches.get(branch));
  return { ...result, commitHash, branch, isPushed: true };
}

/**
 * Pushes files as a new branch and never replaces others than those named. Never
 * adds to a branch that has commits. Pushing the same files again changes
 * nothing, so a task may be repeated at any point.
 *
 * @throws ConflictError when files are there with other content, when the branch
 *   or the repository is not ours to start, or when the branch kept moving.
 */
export async function pushFiles(
  options: PushOptions & { signal?: AbortSignal },
): Promise<PushResult> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    options.signal?.throwIfAborted();
    try {
      return await tryPush(options);
    } catch (error) {
      if (!(error instanceof BranchMovedError)) {
        throw error;
      }
    }
  }
  throw new ConflictError(
    `Branch '${options.branch}' moved on during each of ${ATTEMPTS} attempts to push to it. Run the task again`,
  );
}
