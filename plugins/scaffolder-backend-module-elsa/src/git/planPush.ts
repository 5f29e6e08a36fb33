import type { GitFile } from './fileTree';
import type { TreeFile } from './repositoryTypes';

/** What a push would do to the files of a branch. */
export interface PushPlan {
  added: string[];
  changed: string[];
  unchanged: string[];
  /** Files that are there with other content and that may not be replaced. */
  conflicts: string[];
  /** All files after the push. */
  files: TreeFile[];
}

function listParents(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/**
 * Compares our files with those of a branch. Nothing of theirs is removed, and
 * only files in `mayChange` are replaced.
 */
export function planPush(options: {
  ours: GitFile[];
  theirs: TreeFile[];
  mayChange: ReadonlySet<string>;
}): PushPlan {
  const files = new Map(options.theirs.map(file => [file.path, file]));
  const theirFolders = new Set(
    options.theirs.flatMap(file => listParents(file.path)),
  );
  const plan: PushPlan = {
    added: [],
    changed: [],
    unchanged: [],
    conflicts: [],
    files: [],
  };
  for (const { path, mode, oid } of options.ours) {
    const existing = files.get(path);
    const isBlocked =
      theirFolders.has(path) ||
      listParents(path).some(parent => files.has(parent));
    if (isBlocked) {
      plan.conflicts.push(path);
    } else if (!existing) {
      plan.added.push(path);
      files.set(path, { path, mode, oid });
    } else if (existing.oid === oid) {
      // A changed mode alone is theirs to decide.
      plan.unchanged.push(path);
    } else if (options.mayChange.has(path)) {
      plan.changed.push(path);
      files.set(path, { path, mode: existing.mode, oid });
    } else {
      plan.conflicts.push(path);
    }
  }
  plan.files = [...files.values()];
  return plan;
}
