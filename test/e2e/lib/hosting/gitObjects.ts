import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** An entry of a tree; without `sha` it is removed. */
export interface TreeEntry {
  path: string;
  mode: string;
  sha: string | null;
}

/** A listed file or folder of a commit. */
export interface ListedEntry {
  path: string;
  mode: string;
  type: string;
  id: string;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Hosting',
  GIT_AUTHOR_EMAIL: 'hosting@example.com',
  GIT_COMMITTER_NAME: 'Hosting',
  GIT_COMMITTER_EMAIL: 'hosting@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/** What the APIs of hostings do to a bare repository without a clone of it. */
export class GitObjects {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  writeBlob(content: Buffer): Promise<string> {
    return this.#git(['hash-object', '-w', '--stdin'], { input: content });
  }

  async writeTree(base: string, entries: TreeEntry[]): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'elsa-index-'));
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    try {
      await this.#git(['read-tree', base], { env });
      const lines = entries.map(({ path, mode, sha }) =>
        sha ? `${mode} ${sha}\t${path}` : `0 ${'0'.repeat(40)}\t${path}`,
      );
      await this.#git(['update-index', '--index-info'], {
        env,
        input: `${lines.join('\n')}\n`,
      });
      return await this.#git(['write-tree'], { env });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  commitTree(tree: string, parent: string, message: string): Promise<string> {
    return this.#git(['commit-tree', tree, '-p', parent], { input: message });
  }

  async setBranch(branch: string, commit: string): Promise<void> {
    await this.#git(['update-ref', `refs/heads/${branch}`, commit]);
  }

  treeOf(commit: string): Promise<string> {
    return this.#git(['rev-parse', '--verify', `${commit}^{tree}`]);
  }

  async list(commit: string): Promise<ListedEntry[]> {
    const lines = await this.#git([
      'ls-tree',
      '-r',
      '-t',
      '--full-tree',
      commit,
    ]);
    return lines.split('\n').map(line => {
      const [, mode, type, id, path] =
        /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
      return { mode, type, id, path };
    });
  }

  async #git(
    args: string[],
    {
      input,
      env = {},
    }: { input?: Buffer | string; env?: Record<string, string> } = {},
  ): Promise<string> {
    const child = spawn('git', [`--git-dir=${this.#folder}`, ...args], {
      env: { ...process.env, ...IDENTITY, ...env },
    });
    // Git closes what it does not read: an empty text would not get there.
    if (input === undefined) child.stdin.end();
    else child.stdin.end(input);
    const ended = new Promise<number | null>(resolve => {
      child.once('close', resolve);
    });
    const [output, problem, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    if (code !== 0) throw new Error(`git ${args[0]} failed: ${problem}`);
    return output.trim();
  }
}
