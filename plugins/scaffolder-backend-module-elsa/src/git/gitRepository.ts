import fs from 'node:fs';
import path from 'node:path';
import git, {
  type HttpClient,
  type ServerRef,
  type TreeEntry,
} from 'isomorphic-git';
import { NotFoundError } from '@backstage/errors';
import type { GitFile } from './fileTree';
import { hasGitErrorCode, toGitError } from './gitError';
import type { GitCredentials } from './gitServer';
import type { RepositoryUrl } from './repositoryUrl';

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
  /** Branch that the server's HEAD points to; absent in an empty repository. */
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

/** What Git shows in place of the commit of a branch that is not there. */
const NO_COMMIT = '0'.repeat(40);
const HEADS = 'refs/heads/';
const TREE_MODE = '040000';
const SUBMODULE_MODE = '160000';

function groupByFolder(files: TreeFile[]): {
  own: TreeFile[];
  folders: Map<string, TreeFile[]>;
} {
  const own: TreeFile[] = [];
  const folders = new Map<string, TreeFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash < 0) {
      own.push(file);
    } else {
      const folder = file.path.slice(0, slash);
      const inside = folders.get(folder) ?? [];
      inside.push({ ...file, path: file.path.slice(slash + 1) });
      folders.set(folder, inside);
    }
  }
  return { own, folders };
}

/**
 * Opens a repository over HTTP. Nothing is checked out: trees are built from
 * objects, so that no file name of a repository ever becomes a local path.
 */
export async function openGitRepository(options: {
  url: RepositoryUrl;
  http: HttpClient;
  credentials?: GitCredentials;
  /** Empty folder for the bare copy. */
  folder: string;
}): Promise<GitRepository> {
  const { url, http, credentials } = options;
  const gitdir = path.join(options.folder, 'repository.git');
  await git.init({ fs, gitdir, bare: true, defaultBranch: 'main' });
  const local = { fs, gitdir };
  await git.addRemote({ ...local, remote: 'origin', url: url.remoteUrl });
  // A new object each time: isomorphic-git adds its own headers to it.
  const createRemoteOptions = (): {
    http: HttpClient;
    url: string;
    headers: Record<string, string>;
  } => ({
    http,
    url: url.remoteUrl,
    headers: credentials
      ? {
          Authorization: `Basic ${Buffer.from(
            `${credentials.username}:${credentials.password}`,
          ).toString('base64')}`,
        }
      : {},
  });
  const talk = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw toGitError(error, url);
    }
  };

  const listRefs = (forPush: boolean) =>
    talk(() =>
      git.listServerRefs({
        ...createRemoteOptions(),
        // Every server knows version 1, and names HEAD's branch in it.
        protocolVersion: 1,
        symrefs: true,
        forPush,
      }),
    );

  const readTip = async (branchRef: string) =>
    (await listRefs(true)).find(({ ref }) => ref === branchRef)?.oid;

  async function writeTree(files: TreeFile[]): Promise<string> {
    const { own, folders } = groupByFolder(files);
    const entries: TreeEntry[] = own.map(file => ({
      mode: file.mode,
      path: file.path,
      oid: file.oid,
      type: file.mode === SUBMODULE_MODE ? 'commit' : 'blob',
    }));
    for (const [name, inside] of folders) {
      entries.push({
        mode: TREE_MODE,
        path: name,
        oid: await writeTree(inside),
        type: 'tree',
      });
    }
    return git.writeTree({ ...local, tree: entries });
  }

  async function listTree(oid: string, folder: string): Promise<TreeFile[]> {
    const { tree } = await git.readTree({ ...local, oid });
    const files: TreeFile[] = [];
    for (const entry of tree) {
      const entryPath = folder ? `${folder}/${entry.path}` : entry.path;
      if (entry.type === 'tree') {
        files.push(...(await listTree(entry.oid, entryPath)));
      } else {
        files.push({
          path: entryPath,
          mode: entry.mode,
          oid: entry.oid,
        });
      }
    }
    return files;
  }

  return {
    readState: async () => {
      let refs: ServerRef[];
      try {
        refs = await listRefs(false);
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
        // Servers that create a repository at its first push know it only there.
        refs = await listRefs(true);
      }
      const branches = new Map(
        refs
          .filter(({ ref }) => ref.startsWith(HEADS))
          .map(({ ref, oid }) => [ref.slice(HEADS.length), oid]),
      );
      const head = refs.find(({ ref }) => ref === 'HEAD')?.target;
      return {
        branches,
        defaultBranch: head?.startsWith(HEADS)
          ? head.slice(HEADS.length)
          : branches.keys().next().value,
      };
    },

    fetchBranch: branch =>
      talk(async () => {
        const { fetchHead } = await git.fetch({
          ...local,
          ...createRemoteOptions(),
          remote: 'origin',
          ref: branch,
          singleBranch: true,
          depth: 1,
          tags: false,
        });
        if (!fetchHead) {
          throw new Error(
            `Git server sent nothing for branch '${branch}' of '${url.remoteUrl}'`,
          );
        }
        return fetchHead;
      }),

    listFiles: async commit => {
      const { commit: object } = await git.readCommit({
        ...local,
        oid: commit,
      });
      return listTree(object.tree, '');
    },

    readBlob: async oid => (await git.readBlob({ ...local, oid })).blob,

    readTreeOid: async commit =>
      (await git.readCommit({ ...local, oid: commit })).commit.tree,

    writeBlob: async file => {
      await git.writeBlob({ ...local, blob: file.content });
    },

    writeTree,

    writeCommit: async ({ tree, parents, message, author }) => {
      // UTC, so that the same commit comes out on every backend instance.
      const signature = { ...author, timezoneOffset: 0 };
      return git.writeCommit({
        ...local,
        commit: {
          tree,
          parent: parents,
          message: message.endsWith('\n') ? message : `${message}\n`,
          author: signature,
          committer: signature,
        },
      });
    },

    push: async (commit, branch, expected) => {
      const ref = `${HEADS}${branch}`;
      await git.writeRef({ ...local, ref, value: commit, force: true });
      try {
        await git.push({
          ...local,
          ...createRemoteOptions(),
          remote: 'origin',
          ref,
          remoteRef: ref,
          onPrePush: ({ remoteRef }) =>
            remoteRef.oid === commit ||
            remoteRef.oid === (expected ?? NO_COMMIT),
        });
      } catch (error) {
        if (
          hasGitErrorCode(error, 'UserCanceledError') ||
          hasGitErrorCode(error, 'PushRejectedError')
        ) {
          throw new BranchMovedError(branch);
        }
        // Servers compare once more, and refuse in their own words who lost a race.
        if (
          hasGitErrorCode(error, 'GitPushError') &&
          (await readTip(ref)) !== expected
        ) {
          throw new BranchMovedError(branch);
        }
        throw toGitError(error, url);
      }
    },
  };
}
