import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { close, listen } from '../http';
import { repositoriesInCatalog } from './catalogFiles';
import { createGitServer } from './gitServer';
import { Repositories, repositoryKey } from './repositories';

const run = promisify(execFile);

describe('createGitServer', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let repositories: Repositories;
  const pushed: string[] = [];
  const git = (cwd: string, ...args: string[]) =>
    run(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args],
      {
        cwd,
      },
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-git-'));
    repositories = new Repositories(join(folder, 'repositories'));
    server = createGitServer({
      repositories,
      registered: () => [{ owner: 'payments', name: 'portal' }],
      onPush: repository => pushed.push(repositoryKey(repository)),
    });
    url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  });

  afterAll(async () => {
    await close(server);
    await rm(folder, { recursive: true, force: true });
  });

  it('should create a repository on its first push, and give it back', async () => {
    const work = join(folder, 'work');
    await run('git', ['init', '-q', '-b', 'main', work]);
    await writeFile(join(work, 'catalog-info.yaml'), 'kind: Component\n');
    await git(work, 'add', '.');
    await git(work, 'commit', '-q', '-m', 'first');
    await git(work, 'push', '-q', `${url}/payments/portal.git`, 'main');
    expect(pushed).toEqual(['payments/portal']);

    const copy = join(folder, 'copy');
    await git(folder, 'clone', '-q', `${url}/payments/portal`, copy);
    expect(await readFile(join(copy, 'catalog-info.yaml'), 'utf8')).toBe(
      'kind: Component\n',
    );
  });

  it('should serve a file of a branch, and say when it has not changed', async () => {
    const address = `${url}/raw/payments/portal/main/catalog-info.yaml`;
    const first = await fetch(address);
    expect(await first.text()).toBe('kind: Component\n');
    const again = await fetch(address, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(
      (await fetch(`${url}/raw/payments/portal/main/missing.yaml`)).status,
    ).toBe(404);
  });

  it('should name the registered repositories in a catalog location', async () => {
    const text = await (await fetch(`${url}/catalog-locations.yaml`)).text();
    expect(text).toContain(`${url}/raw/payments/portal/main/catalog-info.yaml`);
  });

  it('should only have repositories in the catalog that describe themselves', async () => {
    const others = new Repositories(join(folder, 'others'));
    const described = { owner: 'payments', name: 'described' };
    await others.create({ owner: 'payments', name: 'empty' });
    await others.commit(
      { owner: 'payments', name: 'notes' },
      { 'README.md': 'notes' },
      'notes',
      0,
    );
    await others.commit(
      described,
      { 'catalog-info.yaml': 'kind: Component\n' },
      'one',
      0,
    );
    expect(await others.list()).toHaveLength(3);
    expect(await repositoriesInCatalog(others)).toEqual([described]);
  });

  it('should not leave its folder', async () => {
    const answer = await fetch(`${url}/..%2f..%2fetc/passwd.git/info/refs`);
    expect(answer.status).toBe(400);
  });

  it('should keep a history of the commits made by the sandbox', async () => {
    const repository = { owner: 'orders', name: 'orders' };
    await repositories.commit(repository, { 'a/b.txt': 'one' }, 'one', 0);
    const second = await repositories.commit(
      repository,
      { 'c.txt': 'two' },
      'two',
      1_000,
    );
    expect(await repositories.head(repository)).toBe(second);
    expect(await repositories.files(repository, 'main')).toEqual(['c.txt']);
    expect(await repositories.read(repository, 'main~1', 'a/b.txt')).toBe(
      'one',
    );
  });
});
