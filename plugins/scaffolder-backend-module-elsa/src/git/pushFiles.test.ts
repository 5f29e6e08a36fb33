import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type GitFile, hashBlob } from './fileTree';
import { createGitHttpClient } from './gitHttpClient';
import { openGitRepository } from './gitRepository';
import { pushFiles } from './pushFiles';
import { parseRepositoryUrl } from './repositoryUrl';
import {
  startTestGitServer,
  type TestGitServer,
} from '../__testUtils__/gitServer';

const AUTHOR = {
  name: 'Scaffolder',
  email: 'scaffolder@backstage.io',
  timestamp: 1_700_000_000,
};

function file(name: string, content: string): GitFile {
  const bytes = Buffer.from(content);
  return { path: name, mode: '100644', content: bytes, oid: hashBlob(bytes) };
}

// Git runs many times; a loaded machine takes longer than jest's five seconds.
jest.setTimeout(60_000);

describe('pushFiles', () => {
  let server: TestGitServer;
  let folder: string;

  beforeAll(async () => {
    server = await startTestGitServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'elsa-push-'));
  });
  afterEach(() => fs.rm(folder, { recursive: true }));

  async function push(
    name: string,
    files: GitFile[],
    options: Partial<Parameters<typeof pushFiles>[0]> = {},
  ) {
    const copy = await fs.mkdtemp(path.join(folder, 'copy-'));
    return pushFiles({
      repository: await openGitRepository({
        url: parseRepositoryUrl(`${server.url}/${name}.git`),
        http: createGitHttpClient(),
        folder: copy,
      }),
      remoteUrl: `${server.url}/${name}.git`,
      files,
      branch: 'main',
      isNewRepository: false,
      mayChange: new Set(),
      message: 'Add environment',
      author: AUTHOR,
      ...options,
    });
  }

  it('should push all files to an empty repository', async () => {
    await server.createRepository('team/empty');
    const result = await push('team/empty', [
      file('README.md', 'Hello'),
      file('environments/payments/values.yaml', 'a: 1\n'),
    ]);

    expect(result).toMatchObject({
      branch: 'main',
      defaultBranch: 'main',
      isPushed: true,
      addedFiles: ['README.md', 'environments/payments/values.yaml'],
      changedFiles: [],
    });
    expect(await server.listFiles('team/empty', 'main')).toEqual([
      'README.md',
      'environments/payments/values.yaml',
    ]);
    expect(await server.git('team/empty', 'log', '--format=%an %at %s')).toBe(
      'Scaffolder 1700000000 Add environment',
    );
    expect(await server.git('team/empty', 'rev-parse', 'main')).toBe(
      result.commitHash,
    );
    await server.git('team/empty', 'fsck', '--strict');
  });

  it('should change nothing when the same files are pushed again', async () => {
    await server.createRepository('team/again');
    const first = await push('team/again', [file('README.md', 'Hello')]);
    const second = await push('team/again', [file('README.md', 'Hello')]);

    expect(second).toMatchObject({
      commitHash: first.commitHash,
      isPushed: false,
      addedFiles: [],
    });
    expect(await server.git('team/again', 'rev-list', '--count', 'main')).toBe(
      '1',
    );
  });

  it('should refuse to replace other content and name each file', async () => {
    await server.createRepository('team/taken');
    const before = await server.commit('team/taken', 'main', {
      'README.md': 'Ours',
      LICENSE: 'Text',
      docs: 'a file, not a folder',
    });
    await expect(
      push(
        'team/taken',
        [
          file('README.md', 'Theirs'),
          file('docs/runbook.md', 'Runbook'),
          file('new.txt', 'New'),
        ],
        { branch: 'elsa/taken' },
      ),
    ).rejects.toThrow(
      "Branch 'main' already holds other content for 2 file(s): README.md, docs/runbook.md. Nothing was pushed",
    );
    expect(await server.git('team/taken', 'rev-parse', 'main')).toBe(before);
  });

  it('should add to a repository with history on a branch of its own', async () => {
    await server.createRepository('team/add');
    await server.commit('team/add', 'main', { 'README.md': 'One' });
    await server.commit('team/add', 'main', {
      'catalog-info.yaml': 'kind: System\n',
      'environments/a/values.yaml': 'a: 1\n',
    });
    const result = await push(
      'team/add',
      [
        file('README.md', 'One'),
        file('catalog-info.yaml', 'kind: System\n---\nkind: Component\n'),
        file('environments/b/values.yaml', 'b: 1\n'),
      ],
      { branch: 'elsa/b', mayChange: new Set(['catalog-info.yaml']) },
    );

    expect(result).toMatchObject({
      branch: 'elsa/b',
      defaultBranch: 'main',
      isPushed: true,
      addedFiles: ['environments/b/values.yaml'],
      changedFiles: ['catalog-info.yaml'],
    });
    expect(
      await server.git('team/add', 'diff', '--name-status', 'main', 'elsa/b'),
    ).toBe('M\tcatalog-info.yaml\nA\tenvironments/b/values.yaml');
    expect(await server.git('team/add', 'rev-list', '--count', 'elsa/b')).toBe(
      '3',
    );
    await server.git('team/add', 'fsck', '--strict');
  });

  it('should keep links, modes and submodules that are there', async () => {
    await server.createRepository('team/odd');
    await server.commit('team/odd', 'main', { 'run.sh': 'exit 0\n' });
    const entries = [
      `100755 blob ${await server.git('team/odd', 'rev-parse', 'main:run.sh')}\trun.sh`,
      `120000 blob ${await server.git('team/odd', 'rev-parse', 'main:run.sh')}\tlink`,
      `160000 commit ${await server.git('team/odd', 'rev-parse', 'main')}\tmodule`,
    ].join('\n');
    const { execFileSync } = jest.requireActual('node:child_process');
    const tree = execFileSync(
      'git',
      [
        '--git-dir',
        await server.git('team/odd', 'rev-parse', '--absolute-git-dir'),
        'mktree',
      ],
      { input: `${entries}\n` },
    )
      .toString()
      .trim();
    const commit = await server.git(
      'team/odd',
      'commit-tree',
      tree,
      '-m',
      'Odd',
    );
    await server.git('team/odd', 'update-ref', 'refs/heads/main', commit);

    await push('team/odd', [file('a/b.txt', 'B')], { branch: 'elsa/odd' });

    expect(await server.git('team/odd', 'ls-tree', 'elsa/odd')).toBe(
      [
        `040000 tree ${await server.git('team/odd', 'rev-parse', 'elsa/odd:a')}\ta`,
        ...entries
          .split('\n')
          .sort((a, b) => a.split('\t')[1].localeCompare(b.split('\t')[1])),
      ].join('\n'),
    );
  });

  /** Runs something on the server between the last look and the push itself. */
  async function openRacing(name: string, meanwhile: () => Promise<unknown>) {
    const http = createGitHttpClient();
    let pushes = 0;
    const repository = await openGitRepository({
      url: parseRepositoryUrl(`${server.url}/${name}.git`),
      http: {
        request: async request => {
          if (
            request.method === 'POST' &&
            request.url.endsWith('receive-pack')
          ) {
            pushes += 1;
            if (pushes === 1) {
              await meanwhile();
            }
          }
          return http.request(request);
        },
      },
      folder,
    });
    return { repository, countPushes: () => pushes };
  }

  it('should leave its branch alone when somebody starts it at the same moment', async () => {
    await server.createRepository('team/race');
    await server.commit('team/race', 'main', { 'a.txt': 'A' });
    let theirs = '';
    const { repository, countPushes } = await openRacing(
      'team/race',
      async () => {
        theirs = await server.commit('team/race', 'elsa/c', { 'b.txt': 'B' });
      },
    );
    await expect(
      push('team/race', [file('c.txt', 'C')], {
        repository,
        branch: 'elsa/c',
      }),
    ).rejects.toThrow("Branch 'elsa/c' of");
    expect(countPushes()).toBe(1);
    expect(await server.git('team/race', 'rev-parse', 'elsa/c')).toBe(theirs);
  });

  it('should take up what the same task pushed before its answer was lost', async () => {
    await server.createRepository('team/lost');
    await server.commit('team/lost', 'main', { 'a.txt': 'A' });
    const { repository } = await openRacing('team/lost', () =>
      push('team/lost', [file('c.txt', 'C')], { branch: 'elsa/c' }),
    );
    const result = await push('team/lost', [file('c.txt', 'C')], {
      repository,
      branch: 'elsa/c',
    });
    expect(result.commitHash).toBe(
      await server.git('team/lost', 'rev-parse', 'elsa/c'),
    );
  });

  it.each(['release', 'elsa/payments', 'main'])(
    'should add nothing to the branch %s that has commits',
    async branch => {
      const name = `team/branches-${branch.replace('/', '-')}`;
      await server.createRepository(name);
      await server.commit(name, 'main', { 'a.txt': 'A' });
      const before = await server.commit(name, branch, { 'b.txt': 'B' });
      for (const baseBranch of [undefined, 'main']) {
        await expect(
          push(name, [file('c.txt', 'C')], { branch, baseBranch }),
        ).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringMatching(/already has commits.*Nothing was/),
        });
      }
      expect(await server.git(name, 'rev-parse', branch)).toBe(before);
    },
  );

  it('should take no branch for the default one while that has no commits', async () => {
    await server.createRepository('team/unborn');
    await server.commit('team/unborn', 'release', { 'a.txt': 'A' });
    for (const baseBranch of [undefined, 'release']) {
      await expect(
        push('team/unborn', [file('c.txt', 'C')], {
          branch: 'elsa/c',
          baseBranch,
        }),
      ).rejects.toThrow(
        /default branch of .*unborn\.git' has no commits, and others have: release\./,
      );
    }
    expect(await server.git('team/unborn', 'branch', '--list')).toBe('release');
  });

  it.each([true, false])(
    'should leave a repository alone that somebody starts at the same moment (new: %s)',
    async isNewRepository => {
      const name = `team/started-${isNewRepository}`;
      await server.createRepository(name);
      let theirs = '';
      const { repository, countPushes } = await openRacing(name, async () => {
        theirs = await server.commit(name, 'main', { 'a.txt': 'A' });
      });
      await expect(
        push(name, [file('c.txt', 'C')], { repository, isNewRepository }),
      ).rejects.toThrow(
        isNewRepository
          ? `Repository '${server.url}/${name}.git' is not empty: its branch 'main' already has commits. Nothing was pushed`
          : `Branch 'main' is the default branch of '${server.url}/${name}.git' and already has commits`,
      );
      expect(countPushes()).toBe(1);
      expect(await server.git(name, 'rev-parse', 'main')).toBe(theirs);
    },
  );

  it.each([
    ['the same branch', 'main', 'main'],
    ['a branch of another name', 'develop', 'main'],
  ])(
    'should not start in a repository that has commits on %s',
    async (_, theirBranch, branch) => {
      const name = `team/full-${theirBranch}`;
      await server.createRepository(name);
      const before = await server.commit(name, theirBranch, { 'a.txt': 'A' });
      await expect(
        push(name, [file('b.txt', 'B')], { branch, isNewRepository: true }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          new RegExp(
            `${name}.git' is not empty: its branch '${theirBranch}' already has commits.*Choose another repository`,
          ),
        ),
      });
      expect(await server.git(name, 'for-each-ref')).toBe(
        `${before} commit\trefs/heads/${theirBranch}`,
      );
    },
  );

  it('should not start in a repository that holds our files and more', async () => {
    await server.createRepository('team/more');
    await server.commit('team/more', 'main', { 'a.txt': 'A', 'b.txt': 'B' });
    await expect(
      push('team/more', [file('b.txt', 'B')], { isNewRepository: true }),
    ).rejects.toThrow('is not empty');
  });

  it('should show what it replaces before it writes, and stop when that is refused', async () => {
    await server.createRepository('team/review');
    await server.commit('team/review', 'main', { 'a.txt': 'A', 'b.txt': 'B' });
    const review = jest.fn(async () => {
      throw new Error('not yours');
    });
    await expect(
      push('team/review', [file('a.txt', 'AA'), file('c.txt', 'C')], {
        branch: 'elsa/review',
        mayChange: new Set(['a.txt']),
        review,
      }),
    ).rejects.toThrow('not yours');
    const [[replaced]] = review.mock.calls as unknown as [[GitFile[]]];
    expect(
      replaced.map(({ path: name, content }) => [
        name,
        String(Buffer.from(content)),
      ]),
    ).toEqual([['a.txt', 'A']]);
    expect(await server.git('team/review', 'branch', '--list')).toBe('* main');
  });

  it('should say which branches there are when the base is missing', async () => {
    await server.createRepository('team/base');
    await server.commit('team/base', 'main', { 'a.txt': 'A' });
    await expect(
      push('team/base', [file('b.txt', 'B')], {
        branch: 'elsa/b',
        baseBranch: 'develop',
      }),
    ).rejects.toThrow(
      "Repository has no branch 'develop' to start from; it has main",
    );
  });

  it('should say what to do about a repository that does not exist', async () => {
    await expect(
      push('team/nowhere', [file('b.txt', 'B')]),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('Create it empty on the server'),
    });
  });
});
