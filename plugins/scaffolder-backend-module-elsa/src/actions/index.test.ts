import { promises as fs } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { createActionContext } from '../__testUtils__/actionContext';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { productionSpec } from '../__testUtils__/spec';
import { readElsaScaffolderConfig } from '../config';
import { createActions } from '.';

jest.setTimeout(60_000);

const TOKEN = ['glpat', 'a1B2c3D4e5F6g7H8i9J0'].join('-');

describe('actions', () => {
  const directory = createMockDirectory();
  const catalog = catalogServiceMock.mock();

  async function run(
    id: string,
    input: JsonObject,
    options: { signal?: AbortSignal; helm?: string } = {},
  ) {
    const helmPath = directory.resolve('helm.sh');
    await fs.writeFile(helmPath, `#!/bin/sh\n${options.helm ?? 'exit 0'}\n`, {
      mode: 0o755,
    });
    const config = new ConfigReader({ elsa: { scaffolder: { helmPath } } });
    const action = createActions({
      config: readElsaScaffolderConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      reader: mockServices.urlReader.mock(),
      catalog,
      access: createTestAccess(),
    }).find(candidate => candidate.id === id);
    const context = createActionContext(directory, input, options);
    // Each action has a context of its own type.
    const handler = action?.handler as (ctx: unknown) => Promise<void>;
    const error = await handler(context).then(
      () => undefined,
      (caught: Error) => caught,
    );
    return { context, error };
  }

  const generate = (packaging = 'helm', helm?: string) =>
    run(
      'elsa:environment:generate',
      {
        spec: {
          ...productionSpec,
          delivery: { ...productionSpec.delivery, packaging },
        },
      },
      { helm },
    );

  beforeEach(() => directory.setContent({ workspace: {} }));

  it.each<[string, () => Promise<{ error?: Error; context: unknown }>, string]>(
    [
      [
        'Helm in a check',
        async () => {
          await generate();
          return run(
            'elsa:environment:verify',
            { path: 'deployment' },
            {
              helm: `echo "[ERROR] values.yaml: token=${TOKEN} is no number"; exit 1`,
            },
          );
        },
        '[helm-lint]',
      ],
      [
        'Helm that renders',
        () =>
          generate(
            'kustomize',
            `echo "Error: Authorization: Bearer ${TOKEN}" >&2; exit 1`,
          ),
        'helm template failed',
      ],
      [
        'a parser that quotes a file',
        async () => {
          await generate();
          directory.addContent({
            workspace: {
              deployment: { 'x.yaml': `a: 1\n? token=${TOKEN}: : b\n` },
            },
          });
          return run('elsa:environment:verify', { path: 'deployment' });
        },
        '[yaml] x.yaml',
      ],
      [
        'the catalog',
        () => {
          catalog.addLocation.mockRejectedValueOnce(
            new Error(`GET https://portal:${TOKEN}@git.example.com/x failed`),
          );
          return run('elsa:environment:register', {
            catalogInfoUrl: 'https://git.example.com/x',
          });
        },
        'the catalog did not accept',
      ],
    ],
  )('should repeat no credential that came from %s', async (_, act, says) => {
    const { error, context } = await act();
    expect(error?.message).toContain(says);
    expect(error?.message).toContain('***');
    const { logger, outputs } = context as {
      logger: Record<string, jest.Mock>;
      outputs: object;
    };
    expect(
      JSON.stringify([
        error?.message,
        error?.stack,
        outputs,
        ...Object.values(logger).map(log => log.mock?.calls),
      ]),
    ).not.toContain(TOKEN);
  });

  it('should leave the kind of an error, also of one that cannot be written to', async () => {
    await generate();
    const { error } = await run(
      'elsa:environment:verify',
      { path: 'deployment' },
      { signal: AbortSignal.abort() },
    );
    expect(error?.name).toBe('AbortError');
  });
});
