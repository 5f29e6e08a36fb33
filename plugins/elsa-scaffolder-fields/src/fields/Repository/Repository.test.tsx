import { configApiRef } from '@backstage/frontend-plugin-api';
import { ConfigReader } from '@backstage/core-app-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import {
  SecretsContextProvider,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField, type TestApi } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { repositoryField } from './field';
import { Repository } from './Repository';
import type { RepositoryValue } from './repositoryValue';

// Opening lists and typing takes long on a busy machine.
jest.setTimeout(60_000);

const ALL_HOSTS = {
  integrations: {
    github: [{ host: 'github.com' }, { host: 'github.example.com' }],
    gitlab: [{ host: 'gitlab.example.com' }],
    azure: [{ host: 'dev.azure.com' }],
    bitbucketCloud: [{}],
  },
  elsa: {
    scaffolder: { git: [{ host: '127.0.0.1:7103', allowHttp: true }] },
  },
};

const OPTIONS = {
  'ui:options': {
    requestUserCredentials: {
      secretsKey: 'USER_OAUTH_TOKEN',
      additionalScopes: { github: ['workflow'] },
    },
  },
};

function withConfig(data: object): TestApi[] {
  return [[configApiRef, new ConfigReader(data as {})]];
}

/** Shows which secret the task would get. */
function WithSecrets(props: FieldExtensionComponentProps<RepositoryValue>) {
  function Shown() {
    const { secrets } = useTemplateSecrets();
    return <output>{JSON.stringify(secrets)}</output>;
  }
  return (
    <SecretsContextProvider>
      <Repository {...props} />
      <Shown />
    </SecretsContextProvider>
  );
}

function render(
  data: object,
  options: {
    formData?: RepositoryValue;
    apis?: TestApi[];
    rawErrors?: string[];
  } = {},
) {
  return renderField(WithSecrets, {
    ...options,
    config: data as JsonObject,
    uiSchema: OPTIONS,
  });
}

async function choose(host: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: /Git server/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name: host }));
}

async function fill(name: RegExp, text: string) {
  const input = await screen.findByRole('textbox', { name });
  await userEvent.clear(input);
  await userEvent.click(input);
  await userEvent.paste(text);
}

describe('Repository', () => {
  it('should offer every server that the portal can publish to, and no other', async () => {
    render(ALL_HOSTS);
    await userEvent.click(
      await screen.findByRole('button', { name: /Git server/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'github.com',
      'github.example.com',
      'gitlab.example.com',
      'bitbucket.org',
      'dev.azure.com',
      '127.0.0.1:7103',
    ]);
  });

  it('should offer a public server without credentials where people sign in to it', async () => {
    const { onChange } = render({
      auth: { providers: { github: {} } },
    });
    // The only one is chosen.
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith({
        kind: 'github',
        mode: 'new',
        repoUrl: 'github.com?',
      }),
    );
  });

  it('should say what is missing where no server is known', async () => {
    render({});
    expect(
      await screen.findByText(/No Git server is configured in this portal/),
    ).toBeVisible();
  });

  it.each<[string, 'github' | 'gitlab', string]>([
    ['github.com', 'github', 'payments'],
    ['gitlab.example.com', 'gitlab', 'payments/platform'],
  ])('should hold what publishing to %s needs', async (host, kind, owner) => {
    const { onChange } = render(ALL_HOSTS);
    await choose(host);
    await fill(/Repository owner/, owner);
    await fill(/Repository name/, 'deployment');
    expect(onChange).toHaveBeenLastCalledWith({
      kind,
      mode: 'new',
      repoUrl: `${host}?owner=${encodeURIComponent(owner)}&repo=deployment`,
    });
    await userEvent.click(
      screen.getByRole('radio', { name: /Add this environment/ }),
    );
    expect(onChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ kind, mode: 'existing' }),
    );
  });

  it('should put an address together, and take a pasted one apart', async () => {
    const { onChange } = render(ALL_HOSTS);
    await choose('127.0.0.1:7103');
    await fill(/Repository path/, 'payments/deployment.git');
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'git',
      mode: 'new',
      remoteUrl: 'http://127.0.0.1:7103/payments/deployment.git',
    });
    await fill(
      /Repository path/,
      'https://dev.azure.com/org/project/_git/deployment',
    );
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'git',
      mode: 'new',
      remoteUrl: 'https://dev.azure.com/org/project/_git/deployment',
    });
  });

  it.each<[string, RepositoryValue | undefined]>([
    ['no server is chosen', undefined],
    [
      'the chosen one is not offered',
      { kind: 'github', repoUrl: 'evil.example.com?owner=a&repo=b' },
    ],
  ])('should say itself that %s', async (_, formData) => {
    render(ALL_HOSTS, { formData, rawErrors: ['Choose a Git server.'] });
    expect(await screen.findAllByText('Choose a Git server.')).toHaveLength(1);
  });

  it("should hand the person's own token to the task, and never to another server", async () => {
    const getCredentials = jest.fn(async () => ({
      token: 'own-token',
      headers: {},
    }));
    render(
      { ...ALL_HOSTS, auth: { providers: { github: {} } } },
      { apis: [[scmAuthApiRef, { getCredentials }]] },
    );
    await choose('github.com');
    expect(
      await screen.findByText('Pushed with your own account on github.com'),
    ).toBeVisible();
    expect(getCredentials).toHaveBeenCalledWith({
      url: 'https://github.com',
      additionalScope: {
        repoWrite: true,
        customScopes: { github: ['workflow'] },
      },
    });
    expect(screen.getByText(/own-token/)).toHaveTextContent(
      '{"USER_OAUTH_TOKEN":"own-token"}',
    );

    await choose('gitlab.example.com');
    expect(
      await screen.findByText(/Pushed with the portal's account/),
    ).toBeVisible();
    expect(getCredentials).toHaveBeenCalledTimes(1);
    expect(screen.queryByText(/own-token/)).not.toBeInTheDocument();
  });

  it('should say so when the person has no account to act with', async () => {
    render(
      { ...ALL_HOSTS, auth: { providers: { github: {} } } },
      {
        apis: [
          [
            scmAuthApiRef,
            {
              getCredentials: async () => {
                throw new Error('Login failed, popup was closed');
              },
            },
          ],
        ],
      },
    );
    await choose('github.com');
    expect(
      await screen.findByText(/could not be used: Login failed, popup/),
    ).toBeVisible();
  });

  const github = (repoUrl: string) => ({
    kind: 'github',
    mode: 'new',
    repoUrl,
  });
  const git = (remoteUrl: string) => ({ kind: 'git', mode: 'new', remoteUrl });

  it.each<[unknown, string[]]>([
    [undefined, ['Choose a Git server.']],
    [github('github.com?owner=a&repo=b'), []],
    [
      github('github.com?owner=a%2Fc&repo=b'),
      [expect.stringContaining('owner')],
    ],
    [github('github.com?owner=a'), [expect.stringContaining('repository')]],
    [
      github('github.com?owner=a&repo=..'),
      [expect.stringContaining('repository')],
    ],
    // Neither a server that nobody named nor one of another kind.
    [github('evil.example.com?owner=a&repo=b'), ['Choose a Git server.']],
    [github('gitlab.example.com?owner=a&repo=b'), ['Choose a Git server.']],
    [git('http://127.0.0.1:7103/a/b.git'), []],
    [git('http://127.0.0.1:7103/b'), [expect.stringContaining('path')]],
    [git('http://127.0.0.1:7103/a/b?x=1'), [expect.stringContaining('path')]],
    [git('https://user:pw@127.0.0.1:7103/a/b'), ['Choose a Git server.']],
  ])('should check %j when the page is left', async (value, expected) => {
    expect(
      await runValidation(repositoryField, value, {
        apis: withConfig(ALL_HOSTS),
      }),
    ).toEqual(expected);
  });
});
