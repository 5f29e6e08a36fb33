import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  type FieldExtensionComponentProps,
  type FieldExtensionOptions,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import {
  type FormField,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import {
  checkEnvironmentSpec,
  environmentSpecFromValues,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { environmentNameField } from './fields/EnvironmentName';
import { hostProfilePickerField } from './fields/HostProfilePicker';
import { ownerField } from './fields/Owner';
import { repositoryField } from './fields/Repository';
import { reviewField } from './fields/Review';
import { sizingField } from './fields/Sizing';
import { sloEditorField } from './fields/SloEditor';
import { specSectionField } from './fields/SpecSection';
import { targetPickerField } from './fields/TargetPicker';

// A whole form in the real stepper of the scaffolder takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(240_000);

const template = parse(
  readFileSync(
    path.resolve(
      __dirname,
      '../../../templates/create-elsa-environment/template.yaml',
    ),
    'utf8',
  ),
);

/** Stands for a picker of the scaffolder itself: a text field. */
function createPicker(name: string): FieldExtensionOptions {
  return {
    name,
    component: (props: FieldExtensionComponentProps<unknown>) => (
      <input
        aria-label={name}
        value={String(props.formData ?? '')}
        onChange={event => props.onChange(event.target.value || undefined)}
      />
    ),
  };
}

const toExtension = (field: FormField) =>
  field as unknown as FieldExtensionOptions;

const extensions = [
  ...[
    environmentNameField,
    ownerField,
    repositoryField,
    targetPickerField,
    hostProfilePickerField,
    sizingField,
    sloEditorField,
    specSectionField,
    reviewField,
  ].map(toExtension),
  ...['EntityPicker'].map(createPicker),
];

const GIT_SERVERS = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: { baseUrl: 'http://localhost:7007' },
  integrations: { github: [{ host: 'github.com' }] },
  elsa: { scaffolder: { git: [{ host: 'git.example.com' }] } },
};

async function openForm(
  authorize: (request: {
    resourceRef?: string;
  }) => Promise<{ result: AuthorizeResult }> = async () => ({
    result: AuthorizeResult.ALLOW,
  }),
) {
  const onCreate = jest.fn(async (_: Record<string, JsonValue>) => {});
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: template.metadata.title,
          steps: template.spec.parameters.map(
            (page: { title: string; description?: string }) => ({
              title: page.title,
              description: page.description,
              schema: page,
            }),
          ),
        }}
        extensions={extensions}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'payments', namespace: 'default' },
              },
            ],
          }),
        ],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({
              type: 'user',
              userEntityRef: 'user:default/guest',
              ownershipEntityRefs: ['group:default/payments'],
            }),
          },
        ],
        [permissionApiRef, { authorize }],
        [
          kubernetesApiRef,
          {
            getClusters: async () => [
              { name: 'staging-eu', authProvider: 'serviceAccount' },
            ],
          },
        ],
      ] as unknown as [],
      config: GIT_SERVERS,
    },
  );
  await screen.findByText('Environment');
  return onCreate;
}

const text = (name: RegExp | string) => screen.findByRole('textbox', { name });

async function fill(name: RegExp | string, value: string) {
  const field = await text(name);
  await userEvent.click(field);
  await userEvent.paste(value);
}

async function choose(label: RegExp, option: RegExp | string) {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

const unfold = async (name: RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const next = async () =>
  userEvent.click(await screen.findByRole('button', { name: /Next|Review/ }));

/** Answers the pages before the optional one as briefly as possible. */
async function answerBriefly(
  options: Partial<
    Record<'place' | 'profile' | 'objectives', () => Promise<void>>
  > & { preset?: RegExp } = {},
) {
  await fill(/Name/, 'refunds');
  // The only team of the reader's is proposed.
  await screen.findByRole('button', { name: /payments.*Owner/ });
  if (options.preset) {
    await userEvent.click(screen.getByRole('radio', { name: options.preset }));
  }
  await next();
  await choose(/Cluster/, 'staging-eu');
  await fill(/Studio hostname/, 'refunds.example.com');
  await options.place?.();
  await next();
  await screen.findByRole('radio', { name: 'Official Elsa images' });
  await options.profile?.();
  await next();
  await screen.findByText(/requests from the cluster/);
  await next();
  await screen.findByText('Define your own objectives');
  await options.objectives?.();
  await next();
}

async function answerRepository() {
  await screen.findByRole('button', { name: /Git server/ });
  await next();
  // Above the page, and at the input that it is about.
  expect(await screen.findAllByText(/Choose a Git server\./)).toHaveLength(2);
  expect(screen.queryByText(/required property/)).toBeNull();
  await choose(/Git server/, 'git.example.com');
  expect(screen.queryByText(/Choose a Git server\./)).toBeNull();
  expect(screen.queryByText(/Enter the owner and name/)).toBeNull();
  await fill(/Repository path/, 'a/b.git');
  await next();
}

async function create(onCreate: Awaited<ReturnType<typeof openForm>>) {
  await screen.findByText('Your choices are valid.');
  await next();
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
  const [[values]] = onCreate.mock.calls;
  const spec = environmentSpecFromValues(values);
  expect(checkEnvironmentSpec(spec).issues).toEqual([]);
  return spec;
}

describe('the form of create-elsa-environment', () => {
  beforeEach(() => {
    window.scrollTo = jest.fn();
    // The form's library prefers another spelling of `enumNames`, which the
    // scaffolder's own review of the answers does not read.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('should be short for who takes the defaults, and state only what was answered', async () => {
    const onCreate = await openForm();
    await answerBriefly();
    await screen.findByRole('button', { name: /Backups.*Off \(default\)/ });
    await next();
    await answerRepository();
    const spec = await create(onCreate);
    expect(spec).toEqual({
      metadata: { name: 'refunds' },
      owner: 'group:default/payments',
      preset: 'development',
      target: { cluster: 'staging-eu' },
      exposure: { kind: 'gateway', host: 'refunds.example.com' },
      host: { profile: 'official' },
      delivery: {
        packaging: 'helm',
        argocd: { enabled: true },
        ci: 'none',
        repository: { url: 'https://git.example.com/a/b.git' },
      },
    });
  });

  it('should carry the answers of the optional page into the spec', async () => {
    const onCreate = await openForm();
    await answerBriefly({
      preset: /^Production/,
      place: async () => {
        await unfold(/^Service mesh/);
        await choose(/Service mesh in the cluster/, 'Linkerd');
      },
      profile: async () => {
        await userEvent.click(
          screen.getByRole('radio', { name: 'Your own clustered host' }),
        );
        await fill(/Your server image/, 'registry.example.com/elsa');
        await fill(/^Tag/, '1.0.0');
      },
    });
    await unfold(/^Secrets/);
    await choose(/Where passwords/, /External Secrets/);
    await next();
    // Not without the store: the page stays, and says so at the field.
    expect(await text(/Secret store name/)).toHaveAccessibleDescription(
      /needs a store to read from/,
    );
    await fill(/Secret store name/, 'vault');
    await unfold(/^Replicas and autoscaling/);
    await choose(/^Autoscaler|HorizontalPodAutoscaler Autoscaler/, 'KEDA');
    await fill(/Requests per second per replica/, '50');
    await userEvent.tab();
    await next();
    await answerRepository();
    const spec = await create(onCreate);
    expect(spec).toMatchObject({
      preset: 'production',
      mesh: { kind: 'linkerd' },
      secrets: { kind: 'external-secrets', store: { name: 'vault' } },
      server: { autoscaling: { kind: 'keda', requestsPerSecond: 50 } },
    });
    // What nobody touched follows the preset.
    expect(spec).not.toHaveProperty('backup');
    expect(spec).not.toHaveProperty('security');
  });

  it('should say once above the page and once at the field that an owner is refused', async () => {
    // What somebody had lost in the meantime.
    let isAllowed = true;
    await openForm(async () => ({
      result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    }));
    await fill(/Name/, 'refunds');
    const owner = await screen.findByRole('button', {
      name: /payments.*Owner/,
    });
    isAllowed = false;
    await next();
    expect(
      await screen.findAllByText(
        /You cannot create environments for group:default\/payments/,
      ),
    ).toHaveLength(2);
    expect(owner).toHaveAccessibleDescription(/You cannot create/);
    await userEvent.click(owner);
    await userEvent.click(
      await screen.findByRole('option', { name: /user:default\/guest/ }),
    );
    expect(screen.queryByText(/You cannot create/)).toBeNull();
  });

  it('should say at the image what it lets happen, and take it on there with its networks', async () => {
    const onCreate = await openForm();
    const digest = `sha256:${'0'.repeat(64)}`;
    await answerBriefly({
      place: () => choose(/Exposed through/, /NGINX/),
      profile: async () => {
        await userEvent.click(
          screen.getByRole('radio', { name: 'Legacy 3.5 images' }),
        );
        await fill(/Server image digest/, digest);
        await fill(/Studio image digest/, digest);
        await screen.findByText('Elsa 3.5 accepts publicly known credentials');
        await next();
        // Not without an acknowledgement: the page stays.
        await screen.findAllByText(/lets anyone sign in as an administrator/);
        await userEvent.click(
          screen.getByRole('checkbox', { name: /public-credentials-3\.5/ }),
        );
        await next();
        expect(
          await text(/Networks that can reach/),
        ).toHaveAccessibleDescription(/Name the networks/);
        await fill(/Networks that can reach/, '10.20.0.0/16');
        await userEvent.tab();
        await waitFor(async () =>
          expect(await text(/Networks that can reach/)).toBeValid(),
        );
      },
    });
    await screen.findByRole('button', { name: /^Backups/ });
    await next();
    await answerRepository();
    expect(await create(onCreate)).toMatchObject({
      host: { profile: 'legacy-v3-5' },
      exposure: {
        kind: 'ingress-nginx',
        host: 'refunds.example.com',
        allowedSources: ['10.20.0.0/16'],
      },
      security: { acknowledge: ['public-credentials-3.5'] },
    });
  });

  it('should take a repository on GitHub', async () => {
    const onCreate = await openForm();
    await answerBriefly();
    await screen.findByRole('button', { name: /^Backups/ });
    await next();
    await choose(/Git server/, 'github.com');
    await fill(/Repository owner/, 'payments');
    await next();
    // Not without a name: the page stays, and says so at the field.
    expect(await text(/Repository name/)).toHaveAccessibleDescription(
      /Enter the repository name/,
    );
    await fill(/Repository name/, 'deployment');
    await next();
    expect(await create(onCreate)).toMatchObject({
      delivery: {
        ci: 'github',
        repository: { url: 'https://github.com/payments/deployment' },
      },
    });
    const [[values]] = onCreate.mock.calls;
    expect(values.repository).toEqual({
      kind: 'github',
      mode: 'new',
      repoUrl: 'github.com?owner=payments&repo=deployment',
    });
  });

  it('should let who wants objectives switch monitoring on where it is off', async () => {
    const onCreate = await openForm();
    await answerBriefly({
      objectives: async () => {
        await unfold(/^Define your own objectives/);
        await next();
        await screen.findAllByText(
          /Objectives are defined, but monitoring is disabled/,
        );
        await unfold(/^Monitoring and alerts.*Off \(default\)/);
        await userEvent.click(
          screen.getByRole('switch', { name: /Metrics, alerts/ }),
        );
      },
    });
    await screen.findByRole('button', { name: /^Backups/ });
    await next();
    await answerRepository();
    expect(await create(onCreate)).toMatchObject({
      monitoring: { enabled: true },
      slos: [{ indicator: 'availability', objective: 0.999 }],
    });
  });
});
