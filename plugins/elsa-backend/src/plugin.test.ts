import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ElsaClient } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { FakeCluster } from './__testUtils__/fakeCluster';
import { environmentEntity, serverObjects } from './__testUtils__/objects';
import {
  type ElsaBackend,
  startElsaBackend,
} from './__testUtils__/startElsaBackend';

// A whole backend starts; on a busy machine that takes longer than 5 seconds.
jest.setTimeout(60_000);

describe('elsa plugin', () => {
  let production: FakeCluster;
  let staging: FakeCluster;
  let elsa: ElsaBackend;
  let client: ElsaClient;
  const payments = { name: 'payments-production' };
  const orders = { name: 'orders-staging', cluster: 'staging-eu' };

  beforeAll(async () => {
    production = await FakeCluster.start();
    staging = await FakeCluster.start();
    production.objects = [
      ...serverObjects(payments),
      ...serverObjects({ name: 'legacy-workflows', namespace: 'legacy' }),
    ];
    staging.objects = serverObjects(orders, { isCrashing: true });
    elsa = await startElsaBackend({
      clusters: {
        'production-eu': production.server.url,
        'staging-eu': staging.server.url,
      },
      catalog: catalogServiceMock({
        entities: [
          environmentEntity(payments),
          environmentEntity(orders),
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'payments-production-server',
              annotations: {
                'elsa-portal.io/environment': 'payments-production',
              },
            },
            spec: { type: 'service' },
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'payments' },
          },
        ],
      }),
    });
    const baseUrl = `http://localhost:${elsa.backend.server.port()}/api`;
    client = new ElsaClient({
      discoveryApi: { getBaseUrl: async id => `${baseUrl}/${id}` },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: {
              ...init?.headers,
              authorization: mockCredentials.user.header(),
            },
          }),
      },
    });
    await elsa.collect();
  });

  afterAll(async () => {
    await elsa?.backend.stop();
    await production?.server.close();
    await staging?.server.close();
  });

  it('should list what runs in every cluster with its health', async () => {
    const list = await client.listEnvironments();
    expect(list.items).toMatchObject([
      {
        entityRef: 'component:default/orders-staging',
        cluster: 'staging-eu',
        health: 'Degraded',
        reason: { code: 'CrashLoopBackOff' },
        serverReplicas: { ready: 0, desired: 1 },
        isStale: false,
      },
      {
        entityRef: 'component:default/payments-production',
        cluster: 'production-eu',
        health: 'Healthy',
        ownership: 'owned',
        serverReplicas: { ready: 1, desired: 1 },
        version: '3.9.0',
      },
    ]);
    expect(list.totals).toMatchObject({ Healthy: 1, Degraded: 1 });
  });

  it('should serve an environment by the reference of its server too', async () => {
    const status = await client.getEnvironment(
      'component:default/payments-production-server',
    );
    expect(status).toMatchObject({
      entityRef: 'component:default/payments-production',
      health: { status: 'Healthy' },
      ownership: { owner: 'group:default/payments', state: 'owned' },
      sources: [
        { id: 'kubernetes:production-eu', state: 'ok' },
        { id: 'catalog:catalog', state: 'ok' },
        { kind: 'prometheus', state: 'not-configured' },
      ],
    });
  });

  it("should tell of environments that are in nobody's catalog", async () => {
    await expect(client.listUnregistered()).resolves.toMatchObject({
      items: [
        {
          name: 'legacy-workflows',
          cluster: 'production-eu',
          namespace: 'legacy',
          clusterOwner: 'group:default/payments',
        },
      ],
    });
  });

  it('should answer 404 for an entity that is no environment', async () => {
    await expect(
      client.getEnvironment('component:default/nothing'),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it('should show the change after a refresh, and record it', async () => {
    production.objects = serverObjects(payments, { isCrashing: true });
    const status = await client.refreshEnvironment(
      'component:default/payments-production',
    );
    expect(status.health.status).toBe('Degraded');
    await expect(
      client.getTransitions('component:default/payments-production'),
    ).resolves.toMatchObject({
      items: [
        {
          from: 'Healthy',
          to: 'Degraded',
          reason: { code: 'CrashLoopBackOff' },
        },
        { to: 'Healthy' },
      ],
    });
  });

  it('should ask clusters with calls that do not grow with environments', async () => {
    production.takeListedPaths();
    await elsa.collect();
    expect(new Set(production.takeListedPaths()).size).toBe(12);
  });
});
