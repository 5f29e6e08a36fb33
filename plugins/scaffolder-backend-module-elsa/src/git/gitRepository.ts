import fs from 'node:fs';
import path from 'node:path';
import git, { type HttpClient, type ServerRef } from 'isomorphic-git';
import { NotFoundError } from '@backstage/errors';
import type { GitFile } from './fileTree';
import { hasGitErrorCode, toGitError } from './gitError';
import type { GitCredentials } from './gitServer';
import { listTree, writeTree } from './gitTree';
import {
  BranchMovedError,
  type CommitSignature,
  type GitRepository,
  type RemoteState,
  type TreeFile,
} from './repositoryTypes';
import type { RepositoryUrl } from './repositoryUrl';

/** What Git shows in place of the commit of a branch that is not there. */
const NO_COMMIT = '0'.repeat(40);
const HEADS = 'refs/heads/';

interface HttpRepositoryOptions {
  url: RepositoryUrl;
  http: HttpClient;
  credentials?: GitCredentials;
}

/**
 * The branch that HEAD points to. If the server does not name it, the branch with
 * HEAD's commit. If HEAD has no commits, no other branch is used instead.
 */
function defaultBranchOf(refs: ServerRef[]): string | undefined {
  const head = refs.find(({ ref }) => ref === 'HEAD');
  const ref =
    head?.target ??
    refs.find(other => other.ref.startsWith(HEADS) && other.oid === head?.oid)
      ?.ref;
  return ref?.startsWith(HEADS) ? ref.slice(HEADS.length) : undefined;
}

class HttpRepository implements GitRepository {
  readonly #local: { fs: typeof fs; gitdir: string };
  readonly #options: HttpRepositoryOptions;

  constructor(gitdir: string, options: HttpRepositoryOptions) {
    this.#local = { fs, gitdir };
    this.#options = options;
  }

  async readState(): Promise<RemoteState> {
    const refs = await this.#readRefs();
    const branches = new Map(
      refs
        .filter(({ ref }) => ref.startsWith(HEADS))
        .map(({ ref, oid }) => [ref.slice(HEADS.length), oid]),
    );
    return { branches, defaultBranch: defaultBranchOf(refs) };
  }

  async fetchBranch(branch: string): Promise<string> {
    return this.#talk(async () => {
      const { fetchHead } = await git.fetch({
        ...this.#local,
        ...this.#remote(),
        remote: 'origin',
        ref: branch,
        singleBranch: true,
        depth: 1,
        tags: false,
      });
      if (!fetchHead) {
        throw new Error(
          `Git server sent nothing for branch '${branch}' of '${this.#options.url.remoteUrl}'`,
        );
      }
      return fetchHead;
    });
  }

  async listFiles(commit: string): Promise<TreeFile[]> {
    return listTree(this.#local.gitdir, await this.readTreeOid(commit));
  }

  async readBlob(oid: string): Promise<Uint8Array> {
    return (await git.readBlob({ ...this.#local, oid })).blob;
  }

  async readTreeOid(commit: string): Promise<string> {
    const read = await git.readCommit({ ...this.#local, oid: commit });
    return read.commit.tree;
  }

  async writeBlob(file: GitFile): Promise<void> {
    await git.writeBlob({ ...this.#local, blob: file.content });
  }

  async writeTree(files: TreeFile[]): Promise<string> {
    return writeTree(this.#local.gitdir, files);
  }

  async writeCommit(options: {
    tree: string;
    parents: string[];
    message: string;
    author: CommitSignature;
  }): Promise<string> {
    const { tree, parents, message, author } = options;
    // UTC, so that the same commit comes out on every backend instance.
    const signature = { ...author, timezoneOffset: 0 };
    return git.writeCommit({
      ...this.#local,
      commit: {
        tree,
        parent: parents,
        message: message.endsWith('\n') ? message : `${message}\n`,
        author: signature,
        committer: signature,
      },
    });
  }

  async push(
    commit: string,
    branch: string,
    expected: string | undefined,
  ): Promise<void> {
    const ref = `${HEADS}${branch}`;
    await git.writeRef({ ...this.#local, ref, value: commit, force: true });
    try {
      await git.push({
        ...this.#local,
        ...this.#remote(),
        remote: 'origin',
        ref,
        remoteRef: ref,
        onPrePush: ({ remoteRef }) =>
          remoteRef.oid === commit || remoteRef.oid === (expected ?? NO_COMMIT),
      });
    } catch (error) {
      throw (await this.#hasMoved(error, ref, expected))
        ? new BranchMovedError(branch)
        : toGitError(error, this.#options.url);
    }
  }

  async #hasMoved(
    error: unknown,
    ref: string,
    expected: string | undefined,
  ): Promise<boolean> {
    if (
      hasGitErrorCode(error, 'UserCanceledError') ||
      hasGitErrorCode(error, 'PushRejectedError')
    ) {
      return true;
    }
    if (!hasGitErrorCode(error, 'GitPushError')) {
      return false;
    }
    // Servers compare once more, and refuse in their own words who lost a race.
    const refs = await this.#listRefs(true);
    return refs.find(item => item.ref === ref)?.oid !== expected;
  }

  async #readRefs(): Promise<ServerRef[]> {
    try {
      return await this.#listRefs(false);
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
      // Servers that create a repository at its first push know it only there.
      return this.#listRefs(true);
    }
  }

  async #listRefs(forPush: boolean): Promise<ServerRef[]> {
    return this.#talk(() =>
      git.listServerRefs({
        ...this.#remote(),
        // Every server knows version 1, and names HEAD's branch in it.
        protocolVersion: 1,
        symrefs: true,
        forPush,
      }),
    );
  }

  /** A new object each time: isomorphic-git adds its own headers to it. */
  #remote(): {
    http: HttpClient;
    url: string;
    headers: Record<string, string>;
  } {
    const { credentials, http, url } = this.#options;
    const userAndPassword =
      credentials && `${credentials.username}:${credentials.password}`;
    return {
      http,
      url: url.remoteUrl,
      headers:
        userAndPassword === undefined
          ? {}
          : {
              Authorization: `Basic ${Buffer.from(userAndPassword).toString('base64')}`,
            },
    };
  }

  async #talk<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw toGitError(error, this.#options.url);
    }
  }
}

/**
 * Opens a repository over HTTP. Nothing is checked out: trees are built from
 * objects, so that no file name of a repository ever becomes a local path.
 *
 * @param options - `folder` is an empty one, for the bare copy
 */
export async function openGitRepository({
  folder,
  ...options
}: HttpRepositoryOptions & { folder: string }): Promise<GitRepository> {
  const gitdir = path.join(folder, 'repository.git');
  await git.init({ fs, gitdir, bare: true, defaultBranch: 'main' });
  await git.addRemote({
    fs,
    gitdir,
    remote: 'origin',
    url: options.url.remoteUrl,
  });
  return new HttpRepository(gitdir, options);
}
