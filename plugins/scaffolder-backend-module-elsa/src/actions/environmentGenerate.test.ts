import { promises as fs } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  planFiles,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';
import type { JsonObject } from '@backstage/types';
import { HOSTILE_YAML } from '../__testUtils__/hostileYaml';
import { createActionContext } from '../__testUtils__/actionContext';
import { productionSpec } from '../__testUtils__/spec';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import { readFiles } from '../git/fileTree';
import { createEnvironmentGenerateAction } from './environmentGenerate';

jest.setTimeout(60_000);

describe('elsa:environment:generate', () => {
  const directory = createMockDirectory();
  const config = new ConfigReader({});
  const reader = mockServices.urlReader.mock();
  const action = createEnvironmentGenerateAction({
    config: readElsaScaffolderConfig(config),
    integrations: ScmIntegrations.fromConfig(config),
    reader,
    access: createTestAccess(),
  });

  beforeEach(() => directory.setContent({ workspace: {} }));

  async function generate(
    input: JsonObject,
    extra: Parameters<typeof createActionContext>[2] = {},
  ) {
    const ctx = createActionContext(directory, input, extra);
    await action.handler(ctx);
    return ctx.outputs;
  }

  const list = async (folder: string) =>
    (await readFiles(directory.resolve('workspace', folder))).map(
      file => file.path,
    );
  const read = (file: string) =>
    fs.readFile(directory.resolve('workspace', file), 'utf8');

  it('should write the files and tell what they mean', async () => {
    const outputs = await generate({ spec: productionSpec });
    expect(outputs).toMatchObject({
      path: 'deployment',
      repositoryPath: 'deployment',
      environment: 'payments-production',
      entityRef: 'component:default/payments-production',
      owner: 'group:default/payments',
      changedFiles: [],
      suggestedBranch: 'elsa/payments-production',
      commitMessage: 'Add Elsa environment payments-production',
      repositoryUrl: 'https://git.example.com/payments/deployment',
      summary: '2.2 CPU cores, 4.5 GiB of memory and 150 GiB of storage',
      requests: { pods: 6, cpuCores: 2.2 },
      spec: { owner: 'group:default/payments', size: 'medium' },
    });
    expect(await list('deployment')).toEqual(outputs.files);
    expect(outputs.commands).toContainEqual({
      title: 'Deploy it with Argo CD',
      command:
        'kubectl apply --server-side --filename argocd/payments-production.yaml',
    });
  });

  it('should write the files that the form promised, and no others', async () => {
    const { files } = await generate({ spec: productionSpec });
    const planned = planFiles(resolveEnvironment(productionSpec).spec);
    const isPlanned = (file: string) =>
      planned.some(({ path }) =>
        path.endsWith('/') ? file.startsWith(path) : file === path,
      );
    expect((files as string[]).filter(file => !isPlanned(file))).toEqual([]);
    expect(
      planned.filter(
        ({ path }) => !(files as string[]).some(file => file.startsWith(path)),
      ),
    ).toEqual([]);
  });

  it('should give the same bytes each time and forget an earlier attempt', async () => {
    await generate({ spec: productionSpec });
    const first = await readFiles(directory.resolve('workspace/deployment'));
    directory.addContent({ workspace: { deployment: { 'left.over': 'x' } } });
    await generate({ spec: productionSpec });
    expect(await readFiles(directory.resolve('workspace/deployment'))).toEqual(
      first,
    );
  });

  it('should use the chart that lies beside the template', async () => {
    const folder = directory.resolve('template');
    await fs.cp(findTemplateDirectory(), folder, { recursive: true });
    await fs.appendFile(`${folder}/chart/values.yaml`, '\n# ours\n');
    await generate(
      { spec: productionSpec },
      {
        templateInfo: {
          entityRef: 'template:default/create-elsa-environment',
          baseUrl: pathToFileURL(`${folder}/template.yaml`).href,
        },
      },
    );
    expect(
      await read('deployment/charts/elsa-workflows/values.yaml'),
    ).toContain('# ours');
  });

  it('should fall back to its own chart where there is none beside the template', async () => {
    directory.addContent({ other: { 'template.yaml': 'kind: Template' } });
    const { files } = await generate(
      { spec: productionSpec },
      {
        templateInfo: {
          entityRef: 'template:default/other',
          baseUrl: pathToFileURL(directory.resolve('other/template.yaml')).href,
        },
      },
    );
    expect(files).toContain('charts/elsa-workflows/Chart.yaml');
  });

  it('should not go on with another chart when the template cannot be read', async () => {
    reader.readTree.mockRejectedValueOnce(new Error('403 Forbidden'));
    await expect(
      generate(
        { spec: productionSpec },
        {
          templateInfo: {
            entityRef: 'template:default/create-elsa-environment',
            baseUrl:
              'https://github.com/team/templates/blob/main/template.yaml',
          },
        },
      ),
    ).rejects.toThrow('403 Forbidden');
    expect(await list('.')).toEqual([]);
  });

  it('should take the values of the form', async () => {
    const { spec, repositoryUrl } = await generate({
      values: {
        ...productionSpec,
        delivery: {},
        repositoryKind: 'gitlab',
        repoUrl: 'gitlab.com?owner=payments&repo=deployment',
        review: true,
      },
    });
    expect(repositoryUrl).toBe('https://gitlab.com/payments/deployment');
    expect(spec).toMatchObject({ delivery: { ci: 'gitlab' } });
  });

  it('should name everything that is wrong and write nothing', async () => {
    const error = await generate({
      spec: {
        ...productionSpec,
        metadata: { name: 'Wrong_Name' },
        exposure: { kind: 'gateway', host: '-' },
        unknown: 1,
      },
    }).catch((caught: Error) => caught.message);
    expect(error).toContain('metadata.name');
    expect(error).toContain('exposure.host');
    expect(error).toContain('unknown');
    expect(await list('.')).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{}, 'needs either spec'],
    [{ spec: productionSpec, values: productionSpec }, 'needs either spec'],
    [{ spec: productionSpec, targetPath: '.' }, 'must not be emptied'],
    [{ spec: productionSpec, targetPath: '../other' }, 'outside'],
    [{ spec: productionSpec, existingPath: '/etc' }, 'outside'],
  ])('should refuse the input %j', async (input, message) => {
    const error: Error = await generate(input).then(
      () => new Error('was accepted'),
      (caught: Error) => caught,
    );
    expect(`${error.name} ${error.message}`).toMatch(
      new RegExp(message === 'outside' ? 'NotAllowedError' : message),
    );
  });

  describe('with an existing repository', () => {
    const stagingSpec = {
      ...productionSpec,
      metadata: { name: 'payments-staging' },
      preset: 'staging',
      target: { cluster: 'staging-eu' },
      exposure: { kind: 'gateway', host: 'elsa-staging.example.com' },
    };

    beforeEach(async () => {
      await generate({ spec: productionSpec, targetPath: 'repository' });
    });

    it('should publish only what the repository lacks', async () => {
      const { files, changedFiles, repositoryPath } = await generate({
        spec: stagingSpec,
        existingPath: 'repository',
      });
      expect(repositoryPath).toBe('repository');
      expect(await list('deployment')).toEqual(files);
      expect(files).toContain('environments/payments-staging/values.yaml');
      expect(files).not.toContain('charts/elsa-workflows/Chart.yaml');
      expect(files).not.toContain(
        'environments/payments-production/values.yaml',
      );
      expect(changedFiles).toContain('catalog-info.yaml');
      expect(await list('repository')).toEqual(
        expect.arrayContaining([
          'environments/payments-staging/values.yaml',
          'environments/payments-production/values.yaml',
        ]),
      );
    });

    it.each(HOSTILE_YAML)(
      'should refuse %s in the place of a stored spec, its own and those of others',
      async (_, text, words) => {
        await fs.writeFile(
          directory.resolve(
            'workspace/repository/.elsa/payments-production.yaml',
          ),
          text,
        );
        for (const spec of [productionSpec, stagingSpec]) {
          await expect(
            generate({ spec, existingPath: 'repository' }),
          ).rejects.toMatchObject({
            name: 'InputError',
            message: expect.stringMatching(
              /\.elsa\/payments-production\.yaml(?!.*hunter22)/,
            ),
          });
          await expect(
            generate({ spec, existingPath: 'repository' }),
          ).rejects.toThrow(words);
        }
      },
    );

    it('should not replace an environment that is there', async () => {
      await expect(
        generate({
          spec: { ...productionSpec, size: 'large' },
          existingPath: 'repository',
        }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          "already holds the environment 'payments-production'",
        ),
      });
      expect(await list('.')).not.toContain('deployment/README.md');
    });

    it('should say what a change would leave behind, and what to do', async () => {
      await expect(
        generate({
          spec: { ...productionSpec, database: { provider: 'mysql' } },
          existingPath: 'repository',
        }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /database\.provider = "mysql": It was "postgresql" .* Change it back, or move the data as described in the runbook/,
        ),
      });
    });

    it('should not replace a file of the environment that was changed by hand', async () => {
      await fs.appendFile(
        directory.resolve(
          'workspace/repository/environments/payments-production/values.yaml',
        ),
        '\n# by hand\n',
      );
      const message = await generate({
        spec: productionSpec,
        existingPath: 'repository',
      }).catch((error: Error) => error.message);
      expect(message).toMatch(
        /environments\/payments-production\/values\.yaml .*changed by hand/,
      );
      // A task has no such switch.
      expect(message).not.toMatch(/force/);
      expect(message).toContain('delete the file there');
    });

    it('should not change the chart under the others', async () => {
      await fs.appendFile(
        directory.resolve(
          'workspace/repository/charts/elsa-workflows/values.yaml',
        ),
        '\n# older\n',
      );
      const add = () =>
        generate({ spec: stagingSpec, existingPath: 'repository' });
      const message = await add().catch((error: Error) => error.message);
      expect(message).toContain('changes every environment of the repository');
      expect(message).not.toMatch(/force/);
      // What the message says to do.
      expect(message).toContain('delete that folder');
      await fs.rm(
        directory.resolve('workspace/repository/charts/elsa-workflows'),
        { recursive: true },
      );
      expect((await add()).files).toContain(
        'charts/elsa-workflows/values.yaml',
      );
    });

    it("should not replace somebody else's document", async () => {
      const readme = directory.resolve('workspace/repository/README.md');
      await fs.writeFile(readme, '# Ours\n');
      const add = () =>
        generate({ spec: stagingSpec, existingPath: 'repository' });
      const message = await add().catch((error: Error) => error.message);
      expect(message).toContain('has its own README.md');
      expect(message).not.toMatch(/force/);
      await fs.rm(readme);
      expect((await add()).files).toContain('README.md');
    });
  });

  it('should say what is missing for plain manifests without Helm', async () => {
    const path = process.env.PATH;
    process.env.PATH = directory.resolve('nowhere');
    try {
      await expect(
        generate({
          spec: {
            ...productionSpec,
            delivery: { ...productionSpec.delivery, packaging: 'kustomize' },
          },
        }),
      ).rejects.toThrow('this portal has no Helm');
    } finally {
      process.env.PATH = path;
    }
  });
});
