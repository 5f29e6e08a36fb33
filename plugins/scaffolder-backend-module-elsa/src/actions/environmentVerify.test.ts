import { promises as fs } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import { HOSTILE_YAML } from '../__testUtils__/hostileYaml';
import { createActionContext } from '../__testUtils__/actionContext';
import { productionSpec } from '../__testUtils__/spec';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import { createEnvironmentGenerateAction } from './environmentGenerate';
import { createEnvironmentVerifyAction } from './environmentVerify';

jest.setTimeout(60_000);

// The repository's own test command sets these to the real programs.
const realHelms = [
  ['Helm 3', process.env.HELM3],
  ['Helm 4', process.env.HELM4],
].filter((entry): entry is [string, string] => entry[1] !== undefined);

describe('elsa:environment:verify', () => {
  const directory = createMockDirectory();
  const path = process.env.PATH;

  function createActions(helmPath?: string) {
    const config = new ConfigReader(
      helmPath ? { elsa: { scaffolder: { helmPath } } } : {},
    );
    const options = {
      config: readElsaScaffolderConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      reader: mockServices.urlReader.mock(),
      access: createTestAccess(),
    };
    return {
      generate: createEnvironmentGenerateAction(options),
      verify: createEnvironmentVerifyAction(options),
    };
  }

  async function verify(
    input: JsonObject = {},
    options: { helmPath?: string; signal?: AbortSignal } = {},
  ) {
    const ctx = createActionContext(
      directory,
      { path: 'deployment', ...input },
      { signal: options.signal },
    );
    await createActions(options.helmPath).verify.handler(ctx);
    return ctx.outputs;
  }

  /** A program in place of Helm that runs these lines of shell. */
  async function writeHelm(script: string): Promise<string> {
    const file = directory.resolve('helm.sh');
    await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  }

  beforeEach(async () => {
    directory.setContent({ workspace: {}, empty: {} });
    await createActions().generate.handler(
      createActionContext(directory, { spec: productionSpec }),
    );
    // A helm of the machine must not decide on what these tests show.
    process.env.PATH = `${directory.resolve('empty')}`;
  });
  afterEach(() => {
    process.env.PATH = path;
  });

  it('should pass what was generated and say that Helm did not run', async () => {
    const { ran, skipped, findings, summary } = await verify();
    expect(ran).toEqual(['yaml', 'spec', 'expressions', 'secrets']);
    expect(skipped).toEqual([
      { check: 'helm-lint', reason: expect.stringContaining('no helm') },
      { check: 'helm-template', reason: expect.stringContaining('no helm') },
    ]);
    expect(findings).toEqual([]);
    expect(summary).toContain('Not checked: helm-lint');
  });

  it('should run the configured Helm with strict lint, without the environment of the backend', async () => {
    process.env.ELSA_TEST_CREDENTIAL = 'hidden';
    const log = directory.resolve('log');
    const helmPath = await writeHelm(
      `echo "$@" >> ${log}; echo "credential=$ELSA_TEST_CREDENTIAL" >> ${log}`,
    );
    const { ran, skipped } = await verify({}, { helmPath });
    delete process.env.ELSA_TEST_CREDENTIAL;
    expect(ran).toContain('helm-lint');
    expect(ran).toContain('helm-template');
    expect(skipped).toEqual([]);
    expect((await fs.readFile(log, 'utf8')).trim().split('\n')).toEqual([
      'lint --strict charts/elsa-workflows --namespace payments-elsa --kube-version 1.36 --values environments/payments-production/values.yaml',
      'credential=',
      'template payments-production charts/elsa-workflows --namespace payments-elsa --kube-version 1.36 --values environments/payments-production/values.yaml',
      'credential=',
    ]);
  });

  it('should fail with all findings at once, and repeat no credential', async () => {
    const helmPath = await writeHelm(
      'echo "[ERROR] values.yaml: replicas must be a number"; exit 1',
    );
    directory.addContent({
      workspace: {
        deployment: {
          'broken.yaml': 'a: 1\na: 2\n',
          'left.md': 'Owner: ${{ values.owner | nofilter }}',
          'notes.md': 'Password=correct-horse;',
          '.elsa': {
            'payments-production.yaml': 'metadata: { name: Wrong_Name }',
          },
        },
      },
    });
    const error: Error = await verify({}, { helmPath }).then(
      () => new Error('was accepted'),
      (caught: Error) => caught,
    );
    expect(error.name).toBe('InputError');
    expect(error.message).toContain(
      '[yaml] broken.yaml: Map keys must be unique',
    );
    expect(error.message).toContain('[expressions] left.md: Line 1');
    expect(error.message).toContain('[secrets] notes.md: Line 1');
    expect(error.message).toContain(
      '[spec] .elsa/payments-production.yaml: metadata.name',
    );
    expect(error.message).toContain(
      '[helm-lint] environments/payments-production/values.yaml: values.yaml: replicas must be a number',
    );
    expect(error.message).not.toContain('correct-horse');
  });

  it.each(HOSTILE_YAML.filter(([title]) => title !== 'two documents'))(
    'should refuse %s in the place of a stored spec, by its name',
    async (_, text, words) => {
      await fs.writeFile(
        directory.resolve(
          'workspace/deployment/.elsa/payments-production.yaml',
        ),
        text,
      );
      await expect(verify()).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /\.elsa\/payments-production\.yaml(?!.*hunter22)/,
        ),
      });
      await expect(verify()).rejects.toThrow(words);
    },
  );

  it('should judge only the files that are ours', async () => {
    directory.addContent({
      workspace: { deployment: { 'theirs.yaml': 'a: 1\na: 2\n' } },
    });
    const { findings } = await verify({ files: ['README.md'] });
    expect(findings).toEqual([]);
  });

  it('should not take a typing error for a host without Helm', async () => {
    await expect(
      verify({}, { helmPath: directory.resolve('hlem') }),
    ).rejects.toThrow('which is not an executable file');
  });

  it('should say which environment is missing', async () => {
    await expect(
      verify({ environments: ['orders-production'] }),
    ).rejects.toThrow('no environment orders-production');
    await expect(verify({ path: '.' })).rejects.toThrow('holds no environment');
  });

  it('should stop Helm when the task is cancelled', async () => {
    const helmPath = await writeHelm('exec /bin/sleep 30');
    const controller = new AbortController();
    const running = verify({}, { helmPath, signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  realHelms.forEach(([name, helmPath]) => {
    it(`should accept what was generated with the real ${name}`, async () => {
      const { ran, findings } = await verify({}, { helmPath });
      expect(ran).toEqual(
        expect.arrayContaining(['helm-lint', 'helm-template']),
      );
      expect(findings).toEqual([]);
    });

    it(`should find a value that the chart does not know with the real ${name}`, async () => {
      await fs.appendFile(
        directory.resolve(
          'workspace/deployment/environments/payments-production/values.yaml',
        ),
        'misspelled: true\n',
      );
      await expect(verify({}, { helmPath })).rejects.toThrow('misspelled');
    });
  });
});
