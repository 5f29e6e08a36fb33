import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  environmentSpecFromValues,
  HOST_PROFILE_IDS,
  hostProfiles,
  QUESTION_SECTIONS,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  generateEnvironment,
  readTemplate,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { parseAllDocuments, parse } from 'yaml';
import { ALL_OPTIONS } from './__testUtils__/allOptions';
import {
  startTestGitServer,
  type TestGitServer,
} from './__testUtils__/gitServer';
import {
  readTemplateEntity,
  startScaffolder,
  TEMPLATE_FOLDER,
} from './__testUtils__/scaffolder';

const TOKEN = 'correct-horse-battery';

// Rendering, pushing and reading back take longer than jest's five seconds.
jest.setTimeout(120_000);

const byCodePoint = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('template create-elsa-environment', () => {
  let git: TestGitServer;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    git = await startTestGitServer({ token: TOKEN });
    scaffolder = await startScaffolder({
      backend: { reading: { allow: [{ host: git.host }] } },
      integrations: {
        github: [{ host: 'github.com', token: 'github-token' }],
      },
      elsa: {
        scaffolder: {
          git: [
            {
              host: git.host,
              username: 'portal',
              token: TOKEN,
              allowHttp: true,
              rawFileUrl: `${git.url}/raw/{repository}/{branch}/{path}`,
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
    jest.clearAllMocks();
  });

  const createValues = (repository: string): JsonObject => ({
    metadata: { name: 'payments-production', title: 'Payments' },
    owner: 'group:default/payments',
    preset: 'production',
    target: { cluster: 'production-eu', namespace: 'payments-elsa' },
    exposure: { kind: 'gateway', host: 'elsa.example.com' },
    host: { profile: 'official' },
    database: { provider: 'postgresql' },
    repository: {
      kind: 'git',
      mode: 'new',
      remoteUrl: `${git.url}/${repository}.git`,
    },
    delivery: { packaging: 'helm', argocd: { enabled: true } },
    review: true,
  });

  it('should create, push and register an environment', async () => {
    await git.createRepository('payments/deployment');
    const { task, events } = await scaffolder.run(
      createValues('payments/deployment'),
    );
    const log = JSON.stringify(events);
    expect({ status: task.status, log }).toEqual({
      status: 'completed',
      log: expect.not.stringContaining(TOKEN),
    });

    const files = await git.listFiles('payments/deployment', 'main');
    expect(files).toEqual(
      expect.arrayContaining([
        '.elsa/payments-production.yaml',
        'README.md',
        'argocd/payments-production.yaml',
        'catalog-info.yaml',
        'charts/elsa-workflows/Chart.yaml',
        'charts/elsa-workflows/values.schema.json',
        'environments/payments-production/values.yaml',
      ]),
    );
    const read = (file: string) =>
      git.readFile('payments/deployment', 'main', file);
    const contents = await Promise.all(
      files.map(async file => [file, await read(file)] as const),
    );
    expect(findLeftovers(contents)).toEqual([]);
    expect(parse(await read('.elsa/payments-production.yaml'))).toMatchObject({
      apiVersion: 'elsa-portal.io/v1alpha1',
      kind: 'ElsaEnvironment',
      metadata: { name: 'payments-production', title: 'Payments' },
      owner: 'group:default/payments',
      target: { cluster: 'production-eu', namespace: 'payments-elsa' },
      delivery: {
        ci: 'none',
        repository: { url: `${git.url}/payments/deployment.git` },
      },
    });
    const entities = parseAllDocuments(await read('catalog-info.yaml')).map(
      document => document.toJS(),
    );
    expect(entities).toContainEqual(
      expect.objectContaining({
        kind: 'Component',
        metadata: expect.objectContaining({
          name: 'payments-production',
          annotations: expect.objectContaining({
            'elsa-portal.io/environment': 'payments-production',
            'backstage.io/kubernetes-cluster': 'production-eu',
          }),
        }),
        spec: expect.objectContaining({
          type: 'elsa-environment',
          owner: 'group:default/payments',
        }),
      }),
    );

    const catalogInfoUrl = `${git.url}/raw/payments/deployment/main/catalog-info.yaml`;
    expect(scaffolder.catalog.addLocation).toHaveBeenCalledWith(
      { type: 'url', target: catalogInfoUrl, onConflict: 'refresh' },
      expect.anything(),
    );
    const { output } = findOutput(events);
    expect(output.elsa).toMatchObject({
      name: 'payments-production',
      entityRef: 'component:default/payments-production',
      repositoryUrl: `${git.url}/payments/deployment`,
    });
    expect(output.links.map((link: { title: string }) => link.title)).toEqual([
      'Open in the catalog',
      'Open the Elsa tab',
      'Open the repository',
    ]);
    expect(output.text.map((text: { title: string }) => text.title)).toEqual([
      'Next steps',
      'Verification results',
    ]);
    expect(JSON.stringify(output)).not.toContain('${{');
    expect(new Set(git.requests.map(request => request.user))).toEqual(
      new Set(['portal']),
    );
  });

  it('should push exactly what the generator makes of the answers', async () => {
    await git.createRepository('payments/exact');
    const values = {
      ...createValues('payments/exact'),
      ...ALL_OPTIONS,
    };
    const { task, events } = await scaffolder.run(values);
    expect({ status: task.status, events }).toMatchObject({
      status: 'completed',
    });
    const expected = generateEnvironment(
      resolveEnvironment(environmentSpecFromValues(values)),
      {
        template: await readTemplate(TEMPLATE_FOLDER),
        existing: [],
      },
    );
    const paths = await git.listFiles('payments/exact', 'main');
    expect(paths).toEqual(expected.map(file => file.path).sort(byCodePoint));
    for (const { path, content } of expected) {
      const pushed = await git.readFile('payments/exact', 'main', path);
      expect({ path, content: pushed }).toEqual({
        path,
        content: content.trim(),
      });
    }
    // The answers stand in the spec as they were given.
    expect(
      parse(
        await git.readFile(
          'payments/exact',
          'main',
          '.elsa/payments-production.yaml',
        ),
      ),
    ).toMatchObject(ALL_OPTIONS);
  });

  it('should register nothing when the server refuses the push, and go on later', async () => {
    await git.createRepository('payments/refused');
    await git.refusePushes('payments/refused', 'Branch main is protected');
    const values = createValues('payments/refused');
    const refused = await scaffolder.run(values);
    expect(refused.task.status).toBe('failed');
    const log = JSON.stringify(refused.events);
    expect(log).toContain('did not accept the push');
    expect(log).toContain('pre-receive hook declined');
    expect(log).toContain('then run the task again');
    expect(log).not.toContain(TOKEN);
    expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
    expect(await git.git('payments/refused', 'branch', '--list')).toBe('');

    await git.acceptPushes('payments/refused');
    const { task } = await scaffolder.run(values);
    expect(task.status).toBe('completed');
    expect(scaffolder.catalog.addLocation).toHaveBeenCalledTimes(1);
  });

  it('should go on after the catalog refused what was pushed', async () => {
    await git.createRepository('payments/unregistered');
    scaffolder.catalog.addLocation.mockRejectedValueOnce(
      new NotAllowedError('You may not create locations'),
    );
    const values = createValues('payments/unregistered');
    const { task, events } = await scaffolder.run(values);
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toMatch(
      /The files were published, but the catalog did not accept .*You may not create locations/,
    );
    const commit = await git.git('payments/unregistered', 'rev-parse', 'main');

    const again = await scaffolder.run(values);
    expect(again.task.status).toBe('completed');
    expect(await git.git('payments/unregistered', 'rev-parse', 'main')).toBe(
      commit,
    );
  });

  it("should use the user's own token and show it nowhere", async () => {
    await git.createRepository('payments/own');
    git.requests.length = 0;
    const { task, events } = await scaffolder.run(
      createValues('payments/own'),
      { GIT_USERNAME: 'olivia', GIT_TOKEN: TOKEN, USER_OAUTH_TOKEN: '' },
    );
    expect(task.status).toBe('completed');
    expect(JSON.stringify([task, events])).not.toContain(TOKEN);
    expect(new Set(git.requests.map(request => request.user))).toEqual(
      new Set(['olivia']),
    );
  });

  it('should act with the token that the form asked the user for', async () => {
    await git.createRepository('payments/signed-in');
    git.requests.length = 0;
    const { task, events } = await scaffolder.run(
      createValues('payments/signed-in'),
      { USER_OAUTH_TOKEN: TOKEN },
    );
    expect(task.status).toBe('completed');
    expect(JSON.stringify([task, events])).not.toContain(TOKEN);
    // The portal's own account has another name.
    expect(new Set(git.requests.map(request => request.user))).toEqual(
      new Set(['git']),
    );
  });

  it('should give the user’s own token to each step that talks to a Git server', async () => {
    const { spec } = await readTemplateEntity();
    const talking = spec.steps.filter(({ action }) =>
      /^(publish:|elsa:git:)/.test(action),
    );
    expect(talking).toHaveLength(8);
    for (const { action, input } of talking) {
      expect({ action, token: input?.token }).toEqual({
        action,
        token: '${{ secrets.USER_OAUTH_TOKEN }}',
      });
    }
  });

  it('should say which answers it left out', async () => {
    await git.createRepository('payments/left-out');
    const { events } = await scaffolder.run({
      ...createValues('payments/left-out'),
      server: { replicas: 3 },
    });
    expect(JSON.stringify(events)).toContain(
      'Ignored, because the other answers make it irrelevant: server.replicas',
    );
  });

  it('should change nothing when the same environment is created again', async () => {
    await git.createRepository('payments/twice');
    await scaffolder.run(createValues('payments/twice'));
    const commit = await git.git('payments/twice', 'rev-parse', 'main');
    const { task, events } = await scaffolder.run(
      createValues('payments/twice'),
    );
    expect({ status: task.status, events }).toMatchObject({
      status: 'completed',
    });
    expect(await git.git('payments/twice', 'rev-parse', 'main')).toBe(commit);
  });

  it('should not touch a repository that holds something else', async () => {
    await git.createRepository('payments/taken');
    const commit = await git.commit('payments/taken', 'main', {
      'README.md': 'Another project',
    });
    const { task, events } = await scaffolder.run(
      createValues('payments/taken'),
    );
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain(
      "is not empty: its branch 'main' already has commits. Nothing was pushed",
    );
    expect(await git.git('payments/taken', 'rev-parse', 'main')).toBe(commit);
    expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
  });

  it('should add a second environment on a branch and leave the first as it is', async () => {
    await git.createRepository('payments/several');
    await scaffolder.run(createValues('payments/several'));
    jest.clearAllMocks();
    const { task, events } = await scaffolder.run({
      ...createValues('payments/several'),
      metadata: { name: 'payments-staging' },
      preset: 'staging',
      target: { cluster: 'staging-eu' },
      exposure: { kind: 'gateway', host: 'elsa-staging.example.com' },
      repository: {
        kind: 'git',
        mode: 'existing',
        remoteUrl: `${git.url}/payments/several.git`,
      },
    });
    expect({ status: task.status, events }).toMatchObject({
      status: 'completed',
    });
    const diff = await git.git(
      'payments/several',
      'diff',
      '--name-status',
      'main',
      'elsa/payments-staging',
    );
    const changes = diff.split('\n').map(line => line.split('\t'));
    expect(changes).toEqual(
      expect.arrayContaining([
        ['A', '.elsa/payments-staging.yaml'],
        ['A', 'argocd/payments-staging.yaml'],
        ['A', 'environments/payments-staging/values.yaml'],
        ['M', 'catalog-info.yaml'],
      ]),
    );
    const touched = changes.map(([, file]) => file);
    expect(
      touched.filter(file => /payments-production|^charts\//.test(file)),
    ).toEqual([]);
    const catalogFile = await git.readFile(
      'payments/several',
      'elsa/payments-staging',
      'catalog-info.yaml',
    );
    const names = parseAllDocuments(catalogFile).map(
      document => document.toJS().metadata.name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['payments-production', 'payments-staging']),
    );
    expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
  });

  it.each<[string, JsonObject, string]>([
    ['a name', { metadata: { name: 'Not_A_Name' } }, 'metadata.name'],
    ['a host', { exposure: { kind: 'gateway', host: 'a b' } }, 'exposure.host'],
    [
      'no Git server',
      {
        repository: { mode: 'new' },
        delivery: { packaging: 'helm', argocd: { enabled: false } },
      },
      'remoteUrl',
    ],
    ['a cluster', { target: { cluster: '../x' } }, 'target.cluster'],
    [
      'a title with template text',
      { metadata: { name: 'ok', title: 'a\nb' } },
      'metadata.title',
    ],
    [
      'an objective',
      {
        slos: [{ name: 'x', indicator: 'availability', objective: 2 }],
      },
      'slos[0].objective',
    ],
  ])('should push nothing for %s that is wrong', async (_, wrong, field) => {
    git.requests.length = 0;
    const { task, events } = await scaffolder.run({
      ...createValues('payments/wrong'),
      ...wrong,
    });
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain(field);
    expect(git.requests).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['owner', { owner: 5 }],
    ['preset', { preset: 'gigantic' }],
    ['kind', { repository: { kind: 'svn' } }],
    ['mode', { repository: { kind: 'git', mode: 'force' } }],
    [
      'remoteUrl',
      {
        repository: {
          kind: 'git',
          remoteUrl: 'https://user:pw@git.example.com/a/b',
        },
      },
    ],
    ['remoteUrl', { repository: { kind: 'git', remoteUrl: 'file:///etc' } }],
    [
      'provider',
      { host: { profile: 'clustered' }, database: { provider: 'sqlite' } },
    ],
  ])('should refuse a wrong %s before a task exists', async (field, wrong) => {
    const { status, body } = await scaffolder.run({
      ...createValues('payments/wrong'),
      ...wrong,
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(field);
  });

  it('should not repeat what somebody pasted in place of a sealed value', async () => {
    const { task, events } = await scaffolder.run({
      ...createValues('payments/wrong'),
      secrets: {
        kind: 'sealed-secrets',
        sealed: { server: { 'signing-key': 'hunter2-hunter2' } },
      },
    });
    expect(task.status).toBe('failed');
    const log = JSON.stringify(events);
    expect(log).toContain('This is not what kubeseal prints');
    expect(log).not.toContain('hunter2');
  });

  it('should name only sections, databases and profiles that exist', async () => {
    const template = await readTemplateEntity();
    const text = JSON.stringify(template.spec);
    const named = [...text.matchAll(/"section":"(\w+)"/g)].map(([, id]) => id);
    // The Kubernetes section is part of the field for the target.
    expect(named.sort()).toEqual(
      QUESTION_SECTIONS.map(section => section.id)
        .filter(id => id !== 'kubernetes')
        .sort(),
    );
    const parameters = template.spec.parameters as JsonObject[];
    const page = parameters.find(({ title }) => title === 'Elsa') as {
      dependencies: {
        host: {
          oneOf: Array<{
            properties: {
              host: { properties: { profile: { enum: string[] } } };
              database: { properties: { provider: { enum: string[] } } };
            };
          }>;
        };
      };
    };
    expect(
      page.dependencies.host.oneOf.map(({ properties }) => [
        properties.host.properties.profile.enum,
        properties.database.properties.provider.enum,
      ]),
    ).toEqual(
      HOST_PROFILE_IDS.map(id => [
        [id],
        Object.keys(hostProfiles[id].server.databaseProviders),
      ]),
    );
  });

  describe('dry run', () => {
    it.each<[string, JsonObject]>([
      ['plain Git', {}],
      ['every option', ALL_OPTIONS],
      [
        'an existing repository',
        {
          repository: {
            kind: 'git',
            mode: 'existing',
            remoteUrl: 'https://github.com/a/b',
          },
        },
      ],
      [
        'GitHub',
        {
          repository: {
            kind: 'github',
            mode: 'new',
            repoUrl: 'github.com?owner=payments&repo=deployment',
          },
        },
      ],
      [
        'a pull request on GitHub',
        {
          repository: {
            kind: 'github',
            mode: 'existing',
            repoUrl: 'github.com?owner=payments&repo=deployment',
          },
        },
      ],
      [
        'GitLab',
        {
          repository: {
            kind: 'gitlab',
            mode: 'new',
            repoUrl: 'gitlab.com?owner=payments&repo=deployment',
          },
        },
      ],
      [
        'a merge request on GitLab',
        {
          repository: {
            kind: 'gitlab',
            mode: 'existing',
            repoUrl: 'gitlab.com?owner=payments&repo=deployment',
          },
        },
      ],
    ])('should show the files for %s and touch nothing', async (_, values) => {
      git.requests.length = 0;
      const { status, body } = await scaffolder.dryRun({
        ...createValues('payments/dry'),
        ...values,
      });
      expect({ status, errors: body.errors ?? body.error }).toEqual({
        status: 200,
        errors: undefined,
      });
      const files = new Map<string, string>(
        body.directoryContents.map(
          (file: { path: string; base64Content: string }) => [
            file.path,
            Buffer.from(file.base64Content, 'base64').toString(),
          ],
        ),
      );
      expect([...files.keys()]).toEqual(
        expect.arrayContaining([
          'deployment/catalog-info.yaml',
          'deployment/environments/payments-production/values.yaml',
        ]),
      );
      expect(findLeftovers([...files])).toEqual([]);
      expect(JSON.stringify(body.output)).not.toContain('${{');
      expect(JSON.stringify(body.log)).not.toContain('${{ parameters');
      expect(git.requests).toEqual([]);
      expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
    });
  });

  it('should give each step only inputs that its action knows', async () => {
    const { body: actions } = await scaffolder.api.get(
      '/api/scaffolder/v2/actions',
    );
    const template = await readTemplateEntity();
    for (const step of template.spec.steps) {
      const action = actions.find(
        (candidate: { id: string }) => candidate.id === step.action,
      );
      const { properties, anyOf, required = [] } = action.schema.input;
      const known = properties
        ? Object.keys(properties)
        : anyOf.flatMap((option: { properties: object }) =>
            Object.keys(option.properties),
          );
      expect(known).toEqual(
        expect.arrayContaining(Object.keys(step.input ?? {})),
      );
      expect(Object.keys(step.input ?? {})).toEqual(
        expect.arrayContaining(required),
      );
    }
  });
});

/** Files that still hold an expression; GitHub's own look the same. */
function findLeftovers(files: Array<readonly [string, string]>): string[] {
  return files
    .filter(([file]) => !/(^|\/)\.github\//.test(file))
    .filter(([, content]) => content.includes('${{'))
    .map(([file]) => file);
}

/** The completion event carries the template's output. */
function findOutput(events: Array<{ type: string; body: JsonObject }>) {
  return events.find(event => event.type === 'completion')?.body as {
    output: {
      elsa: JsonObject;
      links: Array<{ title: string }>;
      text: Array<{ title: string }>;
    };
  };
}
