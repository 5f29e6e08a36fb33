import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createActionContext } from '../__testUtils__/actionContext';
import { createEnvironmentRegisterAction } from './environmentRegister';

const ADDRESS =
  'https://git.example.com/raw/payments/deployment/catalog-info.yaml';

describe('elsa:environment:register', () => {
  const directory = createMockDirectory();
  const catalog = catalogServiceMock.mock();
  const action = createEnvironmentRegisterAction({
    catalog,
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: { github: [{ host: 'github.com', token: 'x' }] },
      }),
    ),
  });
  beforeEach(() => {
    jest.clearAllMocks();
    catalog.addLocation.mockResolvedValue({
      location: {
        id: '1',
        type: 'url',
        target: ADDRESS,
        entityRef: 'location:default/generated-1',
      },
      entities: [],
    });
  });

  it('should register with the rights of the user, and again without an error', async () => {
    const context = createActionContext(directory, { catalogInfoUrl: ADDRESS });
    await action.handler(context);
    expect(catalog.addLocation).toHaveBeenCalledWith(
      { type: 'url', target: ADDRESS, onConflict: 'refresh' },
      { credentials: await context.getInitiatorCredentials() },
    );
    expect(context.outputs).toEqual({
      catalogInfoUrl: ADDRESS,
      locationRef: 'location:default/generated-1',
    });
  });

  it("should find the catalog file from the repository's root", async () => {
    const context = createActionContext(directory, {
      repoContentsUrl: 'https://github.com/payments/deployment/blob/main',
    });
    await action.handler(context);
    expect(context.outputs.catalogInfoUrl).toBe(
      'https://github.com/payments/deployment/tree/main/catalog-info.yaml',
    );
  });

  it('should register nothing in a dry run', async () => {
    const context = createActionContext(
      directory,
      { catalogInfoUrl: ADDRESS },
      { isDryRun: true },
    );
    await action.handler(context);
    expect(catalog.addLocation).not.toHaveBeenCalled();
    expect(context.outputs).toEqual({ catalogInfoUrl: ADDRESS });
  });

  it('should say what is done and what is left when the catalog refuses', async () => {
    catalog.addLocation.mockRejectedValue(
      new NotAllowedError('Unauthorized to create locations'),
    );
    await expect(
      action.handler(
        createActionContext(directory, { catalogInfoUrl: ADDRESS }),
      ),
    ).rejects.toThrow(
      /The files were published, but the catalog did not accept .*run the task again.*Unauthorized to create locations/,
    );
  });

  it.each([
    [{}, /needs either catalogInfoUrl or repoContentsUrl/],
    [
      { repoContentsUrl: 'https://elsewhere.example.com/a/b' },
      /No integration of this portal knows 'https:\/\/elsewhere/,
    ],
  ])('should refuse %j', async (input, message) => {
    await expect(
      action.handler(createActionContext(directory, input)),
    ).rejects.toThrow(message);
  });
});
