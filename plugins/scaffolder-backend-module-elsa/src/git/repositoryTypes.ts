import type { GitFile } from './fileTree';

/** A file, link or submodule that a commit holds. */
export interface TreeFile {
  path: string;
  mode: string;
  oid: string;
}

/** What a repository shows before anything is read from it. */
export interface RemoteState {
  /** Commit of each branch. */
  branches: ReadonlyMap<string, string>;
  /** Branch that the server's HEAD points to; absent while that has no commit. */
  defaultBranch?: string;
}

/** Who made a commit, and when. */
export interface CommitSignature {
  name: string;
  email: string;
  /** Unix seconds. */
  timestamp: number;
}

/** One repository on a server, with a bare copy of what was read in a local folder. */
export interface GitRepository {
  readState(): Promise<RemoteState>;
  /** Fetches one commit without its history. */
  fetchBranch(branch: string): Promise<string>;
  listFiles(commit: string): Promise<TreeFile[]>;
  readBlob(oid: string): Promise<Uint8Array>;
  readTreeOid(commit: string): Promise<string>;
  writeBlob(file: GitFile): Promise<void>;
  writeTree(files: TreeFile[]): Promise<string>;
  writeCommit(options: {
    tree: string;
    parents: string[];
    message: string;
    author: CommitSignature;
  }): Promise<string>;
  /**
   * Never forces.
   *
   * @param expected - commit that the branch must still have; undefined where
   *   there must be no such branch
   * @throws BranchMovedError when the branch has another commit by now
   */
  push(
    commit: string,
    branch: string,
    expected: string | undefined,
  ): Promise<void>;
}

/** Someone else pushed between our reading and our pushing. */
export class BranchMovedError extends Error {
  constructor(branch: string) {
    super(`Branch '${branch}' has moved on`);
    this.name = 'BranchMovedError';
  }
}
