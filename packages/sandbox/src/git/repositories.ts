import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { InputError } from '@backstage/errors';

const run = promisify(execFile);
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LARGEST_OUTPUT = 64 * 1024 ** 2;

/** Commits made by the sandbox carry the same author and no machine's settings. */
const GIT_ENVIRONMENT = {
  GIT_AUTHOR_NAME: 'Sandbox',
  GIT_AUTHOR_EMAIL: 'sandbox@example.com',
  GIT_COMMITTER_NAME: 'Sandbox',
  GIT_COMMITTER_EMAIL: 'sandbox@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

export interface Repository {
  owner: string;
  name: string;
}

export function repositoryKey({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** Bare repositories below one folder, as `<owner>/<name>.git`. */
export class Repositories {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  path({ owner, name }: Repository): string {
    if (!NAME.test(owner) || !NAME.test(name)) {
      throw new InputError(
        `"${owner}/${name}" is not a repository: use letters, digits, dots, dashes and underscores`,
      );
    }
    return join(this.folder, owner, `${name}.git`);
  }

  exists(repository: Repository): boolean {
    return existsSync(this.path(repository));
  }

  async create(repository: Repository): Promise<void> {
    const path = this.path(repository);
    if (existsSync(path)) return;
    await mkdir(dirname(path), { recursive: true });
    await this.#git(dirname(path), [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      path,
    ]);
    await this.#git(path, ['config', 'http.receivepack', 'true']);
  }

  async list(): Promise<Repository[]> {
    const owners = await readdir(this.folder).catch(() => []);
    const lists = await Promise.all(
      owners.map(async owner =>
        (await readdir(join(this.folder, owner)))
          .filter(entry => entry.endsWith('.git'))
          .map(entry => ({ owner, name: entry.slice(0, -4) })),
      ),
    );
    return lists.flat();
  }

  /** Commit at the tip of a branch; undefined while nothing was pushed. */
  async head(
    repository: Repository,
    reference = 'HEAD',
  ): Promise<string | undefined> {
    try {
      return (
        await this.#git(this.path(repository), [
          'rev-parse',
          '--verify',
          '--quiet',
          '--end-of-options',
          `${reference}^{commit}`,
        ])
      ).trim();
    } catch {
      return undefined;
    }
  }

  async files(repository: Repository, reference: string): Promise<string[]> {
    const output = await this.#git(this.path(repository), [
      'ls-tree',
      '-r',
      '-z',
      '--name-only',
      '--end-of-options',
      reference,
    ]);
    return output.split('\0').filter(Boolean);
  }

  async read(
    repository: Repository,
    reference: string,
    path: string,
  ): Promise<string | undefined> {
    try {
      return await this.#git(this.path(repository), [
        'cat-file',
        'blob',
        '--end-of-options',
        `${reference}:${path}`,
      ]);
    } catch {
      return undefined;
    }
  }

  /** Writes a revision's files into a folder. */
  async checkout(
    repository: Repository,
    reference: string,
    folder: string,
  ): Promise<void> {
    await mkdir(folder, { recursive: true });
    await this.#git(this.path(repository), [
      `--work-tree=${folder}`,
      `--git-dir=${this.path(repository)}`,
      'checkout',
      '--quiet',
      '--force',
      reference,
      '--',
      '.',
    ]);
  }

  /** Makes a commit on `main` whose content is exactly these files. */
  async commit(
    repository: Repository,
    files: Record<string, string>,
    message: string,
    at: number,
  ): Promise<string> {
    await this.create(repository);
    const workTree = await mkdtemp(join(tmpdir(), 'sandbox-commit-'));
    const gitDir = this.path(repository);
    const date = new Date(at).toISOString();
    const index = join(workTree, '.sandbox-index');
    const git = (args: string[]) =>
      this.#git(workTree, [`--git-dir=${gitDir}`, ...args], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_INDEX_FILE: index,
        GIT_WORK_TREE: workTree,
      });
    try {
      for (const [path, content] of Object.entries(files)) {
        const target = join(workTree, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      await git(['add', '--force', '--', ...Object.keys(files)]);
      const tree = (await git(['write-tree'])).trim();
      const parent = await this.head(repository, 'main');
      const commit = (
        await git([
          'commit-tree',
          tree,
          '-m',
          message,
          ...(parent ? ['-p', parent] : []),
        ])
      ).trim();
      await git(['update-ref', 'refs/heads/main', commit]);
      return commit;
    } finally {
      await rm(workTree, { recursive: true, force: true });
    }
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async #git(
    cwd: string,
    args: string[],
    environment: Record<string, string> = {},
  ): Promise<string> {
    const { stdout } = await run('git', args, {
      cwd,
      maxBuffer: LARGEST_OUTPUT,
      env: { ...process.env, ...GIT_ENVIRONMENT, ...environment },
    });
    return stdout;
  }
}
