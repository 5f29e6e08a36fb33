import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { elsaEnvironmentCreatePermission } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  startTestGitServer,
  type TestGitServer,
} from '../__testUtils__/gitServer';
import { startScaffolder, type TaskStep } from '../__testUtils__/scaffolder';

jest.setTimeout(240_000);

const GUEST = 'user:default/guest';
const PAT = 'user:default/pat';
const MAY_CREATE: Record<string, string[]> = {
  [GUEST]: ['group:default/payments'],
  [PAT]: ['group:default/payments', 'group:default/orders'],
};

/** Answers by who asks, so that the rights of another than the user would show. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () =>
    mockServices.permissions.mock({
      authorize: async (requests, options) => {
        const { principal } = (
          options as { credentials: { principal: { userEntityRef?: string } } }
        ).credentials;
        return requests.map(request => ({
          result:
            !isPermission(
              request.permission,
              elsaEnvironmentCreatePermission,
            ) ||
            MAY_CREATE[principal.userEntityRef ?? '']?.includes(
              String('resourceRef' in request && request.resourceRef),
            )
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }));
      },
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    }),
});

describe('who may create environments', () => {
  let git: TestGitServer;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    git = await startTestGitServer();
    scaffolder = await startScaffolder(
      {
        elsa: { scaffolder: { git: [{ host: git.host, allowHttp: true }] } },
      },
      [permissions],
    );
  });
  afterAll(async () => {
    await scaffolder.stop();
    await git.close();
  });

  const createValues = (
    repository: string,
    owner: string,
    extra: JsonObject = {},
  ): JsonObject => ({
    metadata: { name: 'refunds-production' },
    owner,
    preset: 'development',
    target: { cluster: 'production-eu' },
    exposure: { kind: 'gateway', host: 'elsa.example.com' },
    host: { profile: 'official' },
    repository: {
      kind: 'git',
      mode: 'new',
      remoteUrl: `${git.url}/${repository}.git`,
    },
    ...extra,
  });

  const listBranches = (repository: string) =>
    git.git(repository, 'branch', '--list');

  const REFUSED =
    "You may not create or change Elsa environments of 'group:default/orders'";

  it('should let members of the owner create, by the form and by an assistant', async () => {
    await git.createRepository('payments/own');
    const values = createValues('payments/own', 'group:default/payments');
    const { task, events } = await scaffolder.run(values, {}, GUEST);
    expect({ status: task.status, events }).toMatchObject({
      status: 'completed',
    });

    await git.createRepository('payments/assistant');
    const assisted = await scaffolder.runByAction(
      createValues('payments/assistant', 'group:default/payments'),
      GUEST,
    );
    expect(assisted.task.status).toBe('completed');
  });

  it('should push nothing for another team, by whatever way it is asked', async () => {
    await git.createRepository('orders/taken');
    const values = createValues('orders/taken', 'group:default/orders');
    git.requests.length = 0;
    for (const { task, events } of [
      await scaffolder.run(values, {}, GUEST),
      await scaffolder.run({ ...values, owner: 'orders' }, {}, GUEST),
      await scaffolder.runByAction(values, GUEST),
    ]) {
      expect(task.status).toBe('failed');
      expect(JSON.stringify(events)).toContain(REFUSED);
      expect(JSON.stringify(events)).toContain(
        'Choose a team that you belong to as the owner',
      );
    }
    const dry = await scaffolder.dryRun(values, { user: GUEST });
    expect(JSON.stringify(dry.body)).toContain(REFUSED);
    expect(git.requests).toEqual([]);
    expect(await listBranches('orders/taken')).toBe('');
  });

  it('should refuse owners that do not exist, whoever asks', async () => {
    const { task, events } = await scaffolder.run(
      createValues('orders/nobody', 'group:default/nobody'),
      {},
      PAT,
    );
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain(
      "Owner 'group:default/nobody' is not in the catalog",
    );
  });

  it.each<[string, TaskStep[]]>([
    [
      'push',
      [
        {
          id: 'push',
          name: 'Push',
          action: 'elsa:git:push',
          input: { remoteUrl: 'REMOTE', sourcePath: 'crafted' },
        },
      ],
    ],
    [
      'verify',
      [
        {
          id: 'verify',
          name: 'Verify',
          action: 'elsa:environment:verify',
          input: { path: 'crafted' },
        },
      ],
    ],
  ])(
    'should refuse files that a crafted template made itself (%s)',
    async (_, steps) => {
      const { body } = await scaffolder.dryRun(
        createValues('orders/crafted', 'group:default/payments'),
        {
          user: GUEST,
          steps: [
            {
              id: 'copy',
              name: 'Copy',
              action: 'fetch:plain',
              input: { url: './crafted', targetPath: 'crafted' },
            },
            ...steps.map(step => ({
              ...step,
              input: {
                ...step.input,
                ...(step.input?.remoteUrl && {
                  remoteUrl: `${git.url}/orders/crafted.git`,
                }),
              },
            })),
          ],
          files: { 'crafted/.elsa/a.yaml': 'owner: group:default/orders\n' },
        },
      );
      expect(JSON.stringify(body)).toContain(REFUSED);
    },
  );

  it.each(['elsa:git:fetch', 'elsa:git:check'])(
    'should allow no step before the push for another team (%s)',
    async action => {
      const tryFor = async (owner: string) => {
        const { body } = await scaffolder.dryRun(
          createValues('orders/read', 'group:default/payments'),
          {
            user: GUEST,
            steps: [
              {
                id: 'tried',
                name: 'Tried',
                action,
                input: {
                  remoteUrl: `${git.url}/orders/read.git`,
                  owner,
                },
              },
            ],
          },
        );
        return JSON.stringify(body);
      };
      expect(await tryFor('group:default/orders')).toContain(REFUSED);
      expect(await tryFor('orders')).toContain(REFUSED);
      expect(await tryFor('payments')).not.toContain('You may not');
    },
  );

  it('should not join a repository for a team of others, whatever is in it', async () => {
    await git.createRepository('orders/joined');
    await git.commit('orders/joined', 'main', { 'README.md': 'Orders' });
    git.requests.length = 0;
    const { task, events } = await scaffolder.run(
      createValues('orders/joined', 'group:default/orders', {
        repository: {
          kind: 'git',
          mode: 'existing',
          remoteUrl: `${git.url}/orders/joined.git`,
        },
      }),
      {},
      GUEST,
    );
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain(REFUSED);
    expect(git.requests).toEqual([]);
  });

  it("should not hand over another team's environment that is stored", async () => {
    await git.createRepository('orders/stored');
    await scaffolder.run(
      createValues('orders/stored', 'group:default/orders'),
      {},
      PAT,
    );
    const before = await git.git('orders/stored', 'rev-parse', 'main');
    const takeOver = createValues('orders/stored', 'group:default/payments', {
      repository: {
        kind: 'git',
        mode: 'existing',
        remoteUrl: `${git.url}/orders/stored.git`,
      },
    });
    const { task, events } = await scaffolder.run(takeOver, {}, GUEST);
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain(REFUSED);

    const added = await scaffolder.run(
      { ...takeOver, metadata: { name: 'payouts-staging' } },
      {},
      GUEST,
    );
    expect({ status: added.task.status, events: added.events }).toMatchObject({
      status: 'completed',
    });
    expect(await git.git('orders/stored', 'rev-parse', 'main')).toBe(before);
  });
});
