import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ElsaApi } from '@elsa-portal/backstage-plugin-elsa-common/api';
import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';
import { screen } from '@testing-library/react';
import { elsaApiRef } from '@elsa-portal/backstage-plugin-elsa';
import { readOutput } from './readOutput';
import { TemplateOutputs } from './TemplateOutputs';

const status: EnvironmentStatus = {
  entityRef: 'component:default/payments',
  name: 'payments',
  cluster: 'production-eu',
  namespace: 'payments',
  health: { status: 'Progressing', isPartial: false, reasons: [] },
  components: [],
  storage: [],
  certificates: [],
  backups: [],
  alerts: [],
  slos: [],
  ownership: { state: 'owned' },
  links: [],
  sources: [],
  isStale: false,
  changeKey: 'key',
};

const output = {
  elsa: {
    name: 'payments',
    entityRef: 'component:default/payments',
    repositoryUrl: 'https://git.example.com/payments/deployment',
    requests: '1 core, 2 GiB of memory, 10 GiB of storage',
    commands: [
      {
        title: 'Deploy it with Argo CD',
        command: 'kubectl apply -f argocd/payments.yaml',
      },
    ],
  },
  text: [{ title: 'Generated files', content: '42 files' }],
};

function render(
  getEnvironment: () => Promise<EnvironmentStatus>,
  props: ScaffolderTaskOutput = output,
) {
  return renderInTestApp(<TemplateOutputs output={props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[elsaApiRef, { getEnvironment } as unknown as ElsaApi]],
  });
}

const component = {
  name: 'server' as const,
  isCritical: true,
  health: 'Progressing' as const,
  images: [],
  pods: [],
};

describe('TemplateOutputs', () => {
  it('should show what was made, the links and the next commands', async () => {
    render(async () => status);
    expect(
      await screen.findByText('payments was generated and pushed.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the Elsa tab' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments/elsa');
    expect(
      screen.getByRole('link', { name: /Open the repository/ }),
    ).toHaveAttribute('href', 'https://git.example.com/payments/deployment');
    expect(
      screen.getByText('kubectl apply -f argocd/payments.yaml'),
    ).toBeVisible();
    expect(screen.getByText(/1 core, 2 GiB of memory/)).toBeVisible();
    expect(screen.getByText('Generated files')).toBeVisible();
  });

  it('should say that nothing runs before the environment is deployed', async () => {
    render(async () => ({
      ...status,
      health: { status: 'Missing', isPartial: false, reasons: [] },
    }));
    expect(
      await screen.findByText(/Nothing is running in the cluster yet/),
    ).toBeVisible();
  });

  it('should show the first reason while it starts', async () => {
    render(async () => ({
      ...status,
      components: [component],
      health: {
        status: 'Progressing',
        isPartial: false,
        reasons: [
          {
            code: 'ContainerCreating',
            health: 'Progressing',
            component: 'server',
            message: 'payments-server pulls its image.',
            runbook: 'image-pull',
          },
        ],
      },
    }));
    expect(
      await screen.findByText('payments-server pulls its image.'),
    ).toBeVisible();
    expect(screen.getByText('Progressing')).toBeVisible();
  });

  it('should say so when the environment is healthy', async () => {
    render(async () => ({
      ...status,
      components: [component],
      health: { status: 'Healthy', isPartial: false, reasons: [] },
    }));
    expect(
      await screen.findByText('The environment is healthy.'),
    ).toBeVisible();
  });

  it('should wait for the catalog and tell other failures', async () => {
    const { unmount } = render(async () => {
      throw Object.assign(new Error('no such environment'), {
        name: 'NotFoundError',
      });
    });
    expect(
      await screen.findByText(/catalog has not picked up the new entities yet/),
    ).toBeVisible();
    unmount();
    render(async () => {
      throw new Error('backend is down');
    });
    expect(
      await screen.findByText(/could not be loaded: backend is down/),
    ).toBeVisible();
  });

  it("should leave another template's output as it is", async () => {
    render(async () => status, {
      text: [{ title: 'Text of another template', content: 'Hello' }],
    });
    expect(await screen.findByText('Text of another template')).toBeVisible();
    expect(screen.queryByText('Your Elsa environment')).not.toBeInTheDocument();
  });
});

describe('readOutput', () => {
  it('should make no link of anything but a web address', () => {
    expect(
      readOutput({
        elsa: {
          // eslint-disable-next-line no-script-url
          repositoryUrl: 'javascript:alert(1)',
          commands: [{ title: 'x' }, 'y', null],
        },
        elsaPullRequestUrl: 'data:text/html,x',
      }),
    ).toMatchObject({
      repositoryUrl: undefined,
      pullRequestUrl: undefined,
      commands: [],
    });
  });
});
