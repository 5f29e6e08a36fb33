import { ConflictError } from '@backstage/errors';
import type { GitFile } from './fileTree';
import {
  BranchMovedError,
  type CommitSignature,
  type GitRepository,
} from './gitRepository';
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

async function tryPush(options: {
  repository: GitRepository;
  files: GitFile[];
  branch: string;
  baseBranch?: string;
  mayChange: ReadonlySet<string>;
  message: string;
  author: CommitSignature;
}): Promise<PushResult> {
  const { repository, files, branch } = options;
  const state = await repository.readState();
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
  const plan = planPush({
    ours: files,
    theirs: base ? await repository.listFiles(base) : [],
    mayChange: options.mayChange,
  });
  assertNoConflicts(plan, baseBranch ?? branch);
  const defaultBranch = state.defaultBranch ?? branch;
  const result = {
    defaultBranch,
    addedFiles: plan.added,
    changedFiles: plan.changed,
  };
  if (base && baseBranch && plan.added.length + plan.changed.length === 0) {
    return { ...result, commitHash: base, branch: baseBranch, isPushed: false };
  }
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
 * Adds files to a branch and never replaces others than those named. Pushing
 * the same files again changes nothing, so a task may be repeated at any point.
 *
 * @throws ConflictError when files are there with other content, or when the
 *   branch kept moving.
 */
export async function pushFiles(
  options: Parameters<typeof tryPush>[0] & { signal?: AbortSignal },
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
