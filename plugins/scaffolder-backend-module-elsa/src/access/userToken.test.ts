import type { JsonObject } from '@backstage/types';
import {
  startTestGitServer,
  type TestGitServer,
} from '../__testUtils__/gitServer';
import { startScaffolder, type TaskStep } from '../__testUtils__/scaffolder';

jest.setTimeout(240_000);

const TOKEN = 'correct-horse-battery';
const OWNER = 'group:default/payments';

describe('Git servers at which people sign in', () => {
  let git: TestGitServer;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    git = await startTestGitServer({ token: TOKEN });
    scaffolder = await startScaffolder({
      auth: {
        providers: {
          bitbucketServer: { development: { host: git.host } },
          github: { development: {} },
          gitlab: { development: {} },
        },
      },
      // The portal could do everything that is asked for here.
      integrations: {
        github: [{ host: 'github.com', token: 'portal-token' }],
        gitlab: [{ host: 'gitlab.com', token: 'portal-token' }],
      },
      elsa: {
        scaffolder: {
          git: [
            {
              host: git.host,
              username: 'portal',
              token: TOKEN,
              allowHttp: true,
            },
          ],
        },
      },
    });
  });
  afterAll(async () => {
    await scaffolder.stop();
    await git.close();
  });
  beforeEach(() => {
    git.requests.length = 0;
  });

  const run = (repository: JsonObject, secrets?: Record<string, string>) =>
    scaffolder.run(
      {
        metadata: { name: 'payments-production' },
        owner: OWNER,
        preset: 'development',
        target: { cluster: 'production-eu' },
        exposure: { kind: 'gateway', host: 'elsa.example.com' },
        host: { profile: 'official' },
        repository,
      },
      secrets,
    );

  const refusal = (host: string) =>
    `No token of yours for '${host}' came with the task, and people sign in there`;

  it.each(['new', 'existing'])(
    "should insist on the user's own token for Git alone (%s)",
    async mode => {
      await git.createRepository(`payments/${mode}`);
      const repository = {
        kind: 'git',
        mode,
        remoteUrl: `${git.url}/payments/${mode}.git`,
      };
      const refused = await run(repository);
      expect(refused.task.status).toBe('failed');
      const log = JSON.stringify(refused.events);
      expect(log).toContain(refusal(git.host));
      expect(log).toContain('secret USER_OAUTH_TOKEN');
      expect(git.requests).toEqual([]);

      const { task, events } = await run(repository, {
        GIT_USERNAME: 'olivia',
        GIT_TOKEN: TOKEN,
      });
      expect({ status: task.status, events }).toMatchObject({
        status: 'completed',
      });
      expect(new Set(git.requests.map(({ user }) => user))).toEqual(
        new Set(['olivia']),
      );
    },
  );

  it.each([
    ['github', 'new', 'github.com'],
    ['github', 'existing', 'github.com'],
    ['gitlab', 'new', 'gitlab.com'],
    ['gitlab', 'existing', 'gitlab.com'],
  ])(
    'should start no action of Backstage’s without it (%s, %s)',
    async (kind, mode, host) => {
      const { task, events } = await run(
        { kind, mode, repoUrl: `${host}?owner=payments&repo=deployment` },
        // Backstage's actions would not get this one.
        { GIT_TOKEN: TOKEN },
      );
      expect(task.status).toBe('failed');
      const log = JSON.stringify(events);
      expect(log).toContain(refusal(host));
      const started = events.flatMap(
        ({ body }: { body: { stepId?: string; status?: string } }) =>
          body.status === 'processing' ? body.stepId : [],
      );
      expect(started).toEqual(['check']);
    },
  );

  it('should show a dry run to people without a token', async () => {
    const steps: TaskStep[] = [
      {
        id: 'check',
        name: 'Check',
        action: 'elsa:git:check',
        input: { remoteUrl: 'https://github.com/payments/x', owner: OWNER },
      },
    ];
    const { status, body } = await scaffolder.dryRun(
      {
        metadata: { name: 'payments-production' },
        owner: OWNER,
        preset: 'development',
        target: { cluster: 'production-eu' },
        exposure: { kind: 'gateway', host: 'elsa.example.com' },
        host: { profile: 'official' },
        repository: {
          kind: 'git',
          mode: 'new',
          remoteUrl: 'https://github.com/payments/x',
        },
      },
      { steps },
    );
    expect({ status, body }).toMatchObject({ status: 200 });
  });
});
