import { promises as fs } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import {
  startTestGitServer,
  type TestGitServer,
} from '../__testUtils__/gitServer';
import { createGitFetchAction } from './gitFetch';
import { createGitPushAction } from './gitPush';

const TOKEN = 'correct-horse-battery';
const OWNER = 'group:default/payments';

describe('elsa:git:push and elsa:git:fetch', () => {
  const workspace = createMockDirectory();
  const logger = mockServices.logger.mock();
  let server: TestGitServer;
  let folders = 0;

  beforeAll(async () => {
    server = await startTestGitServer({ token: TOKEN });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    jest.clearAllMocks();
    server.requests.length = 0;
    workspace.setContent({
      workspace: {
        deployment: {
          'README.md': 'Hello',
          'catalog-info.yaml': 'kind: Component\n',
        },
        'not-pushed.txt': 'secret',
      },
      tmp: {},
    });
  });

  function createActions(git: JsonObject = { token: TOKEN, allowHttp: true }) {
    const config = new ConfigReader({
      elsa: {
        scaffolder: {
          git: [
            {
              host: server.host,
              rawFileUrl: `${server.url}/raw/{repository}/{branch}/{path}`,
              ...git,
            },
          ],
        },
      },
    });
    const options = {
      config: readElsaScaffolderConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      access: createTestAccess(),
    };
    return {
      push: createGitPushAction(options),
      fetch: createGitFetchAction(options),
    };
  }

  function createContext<T extends JsonObject>(
    input: T,
    extra: JsonObject & { isDryRun?: boolean } = {},
  ) {
    return {
      ...createMockActionContext<T>({
        input,
        workspacePath: workspace.resolve('workspace'),
        logger,
      }),
      createTemporaryDirectory: async () => {
        folders += 1;
        workspace.addContent({ tmp: { [`folder-${folders}`]: {} } });
        return workspace.resolve('tmp', `folder-${folders}`);
      },
      ...extra,
    };
  }

  it('should push a folder with the configured token and give the addresses', async () => {
    await server.createRepository('payments/deployment');
    const ctx = createContext({
      remoteUrl: `${server.url}/payments/deployment.git`,
      sourcePath: 'deployment',
    });
    await createActions().push.handler(ctx);

    const commit = await server.git('payments/deployment', 'rev-parse', 'main');
    expect(ctx.output).toHaveBeenCalledWith('commitHash', commit);
    expect(ctx.output).toHaveBeenCalledWith('isPushed', true);
    expect(ctx.output).toHaveBeenCalledWith(
      'repositoryUrl',
      `${server.url}/payments/deployment`,
    );
    expect(ctx.output).toHaveBeenCalledWith(
      'catalogInfoUrl',
      `${server.url}/raw/payments/deployment/main/catalog-info.yaml`,
    );
    expect(await server.listFiles('payments/deployment', 'main')).toEqual([
      'README.md',
      'catalog-info.yaml',
    ]);
  });

  it('should never show the token in logs, outputs or errors', async () => {
    const ctx = createContext({
      remoteUrl: `${server.url}/payments/none.git`,
      token: 'wrong-token-of-user',
    });
    const error = await createActions()
      .push.handler(ctx)
      .catch((caught: Error) => caught);

    const shown = JSON.stringify([
      String(error),
      (error as Error).stack,
      ...(Object.values(logger) as jest.Mock[]).flatMap(fn => fn.mock?.calls),
      (ctx.output as jest.Mock).mock.calls,
    ]);
    expect(error).toMatchObject({ name: 'AuthenticationError' });
    expect(shown).not.toContain('wrong-token-of-user');
    expect(shown).not.toContain(TOKEN);
    expect(shown).not.toContain(
      Buffer.from('git:wrong-token-of-user').toString('base64'),
    );
  });

  it("should prefer the user's own credentials, from the input or from a secret", async () => {
    await server.createRepository('payments/own');
    const { push } = createActions({ allowHttp: true });
    const input = {
      remoteUrl: `${server.url}/payments/own.git`,
      sourcePath: 'deployment',
    };
    await expect(push.handler(createContext(input))).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    await push.handler(
      createContext({ ...input, token: TOKEN, username: 'olivia' }),
    );
    await push.handler(
      createContext(input, {
        secrets: { GIT_TOKEN: TOKEN, GIT_USERNAME: 'pat' },
      }),
    );
    expect(new Set(server.requests.map(request => request.user))).toEqual(
      new Set([undefined, 'olivia', 'pat']),
    );
  });

  it('should give the same commit when a task is repeated after its push was lost', async () => {
    await server.createRepository('payments/retry');
    const input = {
      remoteUrl: `${server.url}/payments/retry.git`,
      sourcePath: 'deployment',
    };
    const stored = new Map<string, unknown>();
    const checkpoint = async ({
      key,
      fn,
    }: {
      key: string;
      fn: () => Promise<unknown>;
    }) => {
      if (!stored.has(key)) {
        stored.set(key, await fn());
      }
      return stored.get(key);
    };
    const { push } = createActions();
    await push.handler({ ...createContext(input), checkpoint } as never);
    const first = await server.git('payments/retry', 'rev-parse', 'main');
    await server.git('payments/retry', 'update-ref', '-d', 'refs/heads/main');
    await push.handler({ ...createContext(input), checkpoint } as never);

    expect(await server.git('payments/retry', 'rev-parse', 'main')).toBe(first);
    expect([...stored.keys()]).toEqual(['time.payments/retry.main']);
  });

  it('should keep a time for each iteration of a step', async () => {
    await server.createRepository('payments/each');
    const keys: string[] = [];
    const { push } = createActions();
    for (const key of ['one', 'two']) {
      const context = createContext({
        remoteUrl: `${server.url}/payments/each.git`,
        sourcePath: 'deployment',
      });
      await push.handler({
        ...context,
        each: { key, value: key },
        checkpoint: async (options: {
          key: string;
          fn: () => Promise<unknown>;
        }) => {
          keys.push(options.key);
          return options.fn();
        },
      } as never);
    }
    expect(keys).toEqual([
      'one.time.payments/each.main',
      'two.time.payments/each.main',
    ]);
  });

  it('should touch neither network nor repository in a dry run', async () => {
    const ctx = createContext(
      {
        remoteUrl: `${server.url}/payments/deployment.git`,
        sourcePath: 'deployment',
      },
      { isDryRun: true },
    );
    await createActions().push.handler(ctx);
    expect(server.requests).toEqual([]);
    expect(ctx.output).toHaveBeenCalledWith('addedFiles', [
      'README.md',
      'catalog-info.yaml',
    ]);
    expect(ctx.output).toHaveBeenCalledWith('isPushed', false);
  });

  it('should stop when the task is cancelled', async () => {
    await server.createRepository('payments/cancelled');
    const controller = new AbortController();
    controller.abort(new Error('Task was cancelled'));
    await expect(
      createActions().push.handler({
        ...createContext({
          remoteUrl: `${server.url}/payments/cancelled.git`,
        }),
        signal: controller.signal,
      }),
    ).rejects.toThrow('Task was cancelled');
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', "uses 'file://'"],
    ['ssh://git@example.com/a/b.git', "uses 'ssh://'"],
    ['https://user:password1@git.example.com/a/b.git', 'holds credentials'],
    ['https://git.example.com/a/b.git?x=1', 'has a query'],
    ['https://git.example.com/repository', 'does not name an owner'],
    ['https://git.example.com/a/%2e%2e/b', 'does not name an owner'],
    ['https://git.example.com/a/b%2fc', 'does not name an owner'],
    ['git.example.com/a/b', 'is not a URL'],
    ['https://internal.example.com/a/b.git', 'is not known to this portal'],
  ])('should refuse %s', async (remoteUrl, message) => {
    const error: Error = await createActions()
      .push.handler(createContext({ remoteUrl }))
      .then(
        () => new Error('was accepted'),
        (caught: Error) => caught,
      );
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('password1');
    expect(server.requests).toEqual([]);
  });

  it('should refuse plain HTTP where the server does not allow it', async () => {
    await expect(
      createActions({ token: TOKEN }).push.handler(
        createContext({ remoteUrl: `${server.url}/a/b.git` }),
      ),
    ).rejects.toThrow('is plain HTTP');
    expect(server.requests).toEqual([]);
  });

  it.each(['../x', 'a..b', 'a b', '-a', 'a.lock', 'a/', 'a~1', '@', '.a/b'])(
    'should refuse the branch name %s',
    async branch => {
      await expect(
        createActions().push.handler(
          createContext({ remoteUrl: `${server.url}/a/b.git`, branch }),
        ),
      ).rejects.toThrow(`'${branch}' is not a branch name that Git accepts`);
    },
  );

  it('should refuse links and folders outside the workspace', async () => {
    const { push } = createActions();
    workspace.addContent({
      workspace: { links: { passwd: ctx => ctx.symlink('/etc/passwd') } },
    });
    const remoteUrl = `${server.url}/a/b.git`;
    await expect(
      push.handler(createContext({ remoteUrl, sourcePath: 'links' })),
    ).rejects.toThrow("'passwd' is neither a file nor a folder");
    await expect(
      push.handler(createContext({ remoteUrl, sourcePath: '../tmp' })),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(server.requests).toEqual([]);
  });

  it('should read a repository that was pushed, and an empty one', async () => {
    await server.createRepository('payments/full');
    await server.createRepository('payments/empty');
    const { push, fetch } = createActions();
    const remoteUrl = `${server.url}/payments/full.git`;
    await push.handler(createContext({ remoteUrl, sourcePath: 'deployment' }));

    const full = createContext({ remoteUrl, owner: OWNER });
    await fetch.handler(full);
    expect(full.output).toHaveBeenCalledWith('isEmpty', false);
    expect(full.output).toHaveBeenCalledWith('branch', 'main');
    expect(workspace.content({ path: 'workspace/repository' })).toEqual({
      'README.md': 'Hello',
      'catalog-info.yaml': 'kind: Component\n',
    });

    // A task that is repeated must not take what it wrote for what is there.
    await fs.writeFile(
      workspace.resolve('workspace/repository/generated.yaml'),
      'x: 1',
    );
    await fetch.handler(createContext({ remoteUrl, owner: OWNER }));
    expect(workspace.content({ path: 'workspace/repository' })).toEqual({
      'README.md': 'Hello',
      'catalog-info.yaml': 'kind: Component\n',
    });
    await expect(
      fetch.handler(
        createContext({ remoteUrl, owner: OWNER, targetPath: '.' }),
      ),
    ).rejects.toThrow('which must not be emptied');

    const empty = createContext({
      remoteUrl: `${server.url}/payments/empty.git`,
      owner: OWNER,
      targetPath: 'empty',
    });
    await fetch.handler(empty);
    expect(empty.output).toHaveBeenCalledWith('isEmpty', true);
    expect(workspace.content({ path: 'workspace/empty' })).toEqual({});
  });
});
