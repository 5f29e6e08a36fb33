import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotFoundError } from '@backstage/errors';
import { registerActions } from './index';

const environment = {
  entityRef: 'component:default/payments-staging',
  health: {
    status: 'Degraded',
    isPartial: false,
    reasons: [
      {
        code: 'CrashLoopBackOff',
        health: 'Degraded',
        component: 'server',
        message: 'Pod a crashes.',
        runbook: 'crash-loop',
        evidence: {
          object: { apiVersion: 'v1', kind: 'Pod', name: 'a' },
          field: 'status.containerStatuses[0].state.waiting',
          message: 'back-off 5m0s',
        },
      },
    ],
  },
  sources: [
    { id: 'kubernetes:staging-eu', state: 'ok' },
    { id: 'prometheus:eu', state: 'timeout', message: 'too slow' },
  ],
  isStale: false,
};

describe('actions', () => {
  const status = { list: jest.fn(), get: jest.fn() };
  const credentials = mockCredentials.user('user:default/olivia');
  const registry = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  registerActions(
    registry,
    { status: status as never },
    mockServices.logger.mock(),
  );

  const invoke = (name: string, input: Record<string, string | string[]>) =>
    registry.invoke({ id: `test:${name}`, input, credentials });

  beforeEach(() => {
    jest.resetAllMocks();
    status.get.mockResolvedValue(environment);
  });

  it('should all be read-only', async () => {
    const { actions } = await registry.list();
    expect(actions).toHaveLength(3);
    for (const { attributes } of actions) {
      expect(attributes).toMatchObject({ readOnly: true, destructive: false });
    }
  });

  it('should list with the rights of the caller', async () => {
    status.list.mockResolvedValue({
      totalItems: 2,
      healthyWith: { slo: 0, alerts: 0 },
      withSecurityFindings: 1,
      items: [
        {
          entityRef: environment.entityRef,
          name: 'payments-staging',
          cluster: 'staging-eu',
          namespace: 'payments',
          health: 'Degraded',
          reason: { code: 'a', message: 'Pod a crashes.' },
          alerts: { readability: 'stale', firing: 2, pending: 0, silenced: 0 },
          securityFindings: 1,
          isStale: false,
        },
        {
          entityRef: 'component:default/orders-staging',
          name: 'orders-staging',
          cluster: 'silent',
          namespace: 'orders',
          health: 'Healthy',
          alerts: {
            readability: 'unavailable',
            firing: null,
            pending: null,
            silenced: null,
          },
          isStale: false,
        },
      ],
    });
    await expect(
      invoke('list-elsa-environments', { health: ['Degraded'] }),
    ).resolves.toMatchObject({
      output: {
        totalItems: 2,
        withSecurityFindings: 1,
        environments: [
          {
            reason: 'Pod a crashes.',
            firingAlerts: 2,
            alertReadability: 'stale',
            securityFindings: 1,
          },
          { firingAlerts: null, alertReadability: 'unavailable' },
        ],
      },
    });
    expect(status.list).toHaveBeenCalledWith(credentials, {
      health: ['Degraded'],
      limit: 25,
    });
  });

  it('should give the status', async () => {
    const { output } = await invoke('get-elsa-environment-status', {
      entityRef: environment.entityRef,
    });
    expect(output).toMatchObject({ health: 'Degraded' });
    expect(status.get).toHaveBeenCalledWith(credentials, environment.entityRef);
  });

  it('should explain health with evidence, and name what could not be read', async () => {
    await expect(
      invoke('explain-elsa-environment-health', {
        entityRef: environment.entityRef,
      }),
    ).resolves.toMatchObject({
      output: {
        reasons: [
          { object: 'Pod/a', detail: 'back-off 5m0s', runbook: 'crash-loop' },
        ],
        sources: [{ id: 'prometheus:eu', message: 'too slow' }],
      },
    });
  });

  it('should tell of an environment that the caller may not read only that there is none', async () => {
    status.get.mockRejectedValue(new NotFoundError('No environment'));
    await expect(
      invoke('get-elsa-environment-status', { entityRef: 'component:x/y' }),
    ).rejects.toThrow('No environment');
  });
});
