import {
  findTemplateDirectory,
  generateEnvironment,
  readTemplate,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { createTestSandbox } from '../__testUtils__/testSandbox';
import type { Application } from './types';

const REPOSITORY = { owner: 'payments', name: 'shop-test' };

async function files(replicas: number): Promise<Record<string, string>> {
  const template = await readTemplate(findTemplateDirectory());
  const generated = generateEnvironment(
    resolveEnvironment({
      apiVersion: 'elsa-portal.io/v1alpha1',
      kind: 'ElsaEnvironment',
      metadata: { name: 'shop-test' },
      owner: 'group:default/payments',
      preset: 'staging',
      target: { cluster: 'staging-eu', namespace: 'shop-test' },
      studio: { replicas },
      exposure: {
        kind: 'gateway',
        hosts: {
          server: 'elsa-api.shop.example.com',
          studio: 'elsa.shop.example.com',
        },
      },
      delivery: {
        repository: { url: 'http://127.0.0.1:7103/payments/shop-test.git' },
      },
    }),
    { template },
  );
  return Object.fromEntries(generated.map(file => [file.path, file.content]));
}

describe('RepositoryWatcher and ArgoCd', () => {
  it('should bring a pushed environment to life within a minute, follow it and remove it', async () => {
    const { sandbox, pass, remove } = await createTestSandbox();
    const { cluster } = sandbox.cluster('staging-eu');
    const application = () =>
      cluster
        .list<Application>('argoproj.io/v1alpha1', 'Application')
        .find(object => object.metadata.name === 'shop-test');
    const push = async (content: Record<string, string>) => {
      await sandbox.repositories.commit(REPOSITORY, content, 'push', 0);
      await sandbox.watcher.refresh();
    };
    sandbox.furnish();
    await push(await files(1));
    pass(60);
    expect(application()?.status).toMatchObject({
      health: { status: 'Healthy' },
      sync: { status: 'Synced' },
      operationState: { phase: 'Succeeded' },
      conditions: [],
    });
    expect(cluster.list('v1', 'Pod', 'shop-test').length).toBeGreaterThan(2);

    await push(await files(3));
    pass(40);
    const studio = cluster.store.get(
      'apps/v1',
      'Deployment',
      'shop-test',
      'shop-test-studio',
    );
    expect(studio?.status).toMatchObject({ readyReplicas: 3 });

    await push({
      ...(await files(3)),
      'charts/elsa-workflows/templates/broken.yaml': '{{ fail "no" }}',
    });
    pass(2);
    expect(application()?.status?.sync?.status).toBe('Unknown');
    expect(application()?.status?.conditions).toEqual([
      expect.objectContaining({
        type: 'ComparisonError',
        message: expect.stringContaining('Failed to load target state'),
      }),
    ]);

    await sandbox.repositories.clear();
    await sandbox.watcher.refresh();
    pass(20);
    expect(application()).toBeUndefined();
    expect(cluster.list('v1', 'Pod', 'shop-test')).toEqual([]);
    await remove();
  }, 60_000);

  it('should go on after a repository could not be read, and leave nothing half read', async () => {
    const { sandbox, remove } = await createTestSandbox();
    await sandbox.repositories.commit(REPOSITORY, await files(1), 'push', 0);
    const failure = jest
      .spyOn(sandbox.repositories, 'checkout')
      .mockRejectedValueOnce(new Error('not a git repository'));
    await expect(sandbox.watcher.refresh()).rejects.toThrow(
      'not a git repository',
    );
    failure.mockRestore();

    const order: string[] = [];
    const checkout = sandbox.repositories.checkout.bind(sandbox.repositories);
    jest
      .spyOn(sandbox.repositories, 'checkout')
      .mockImplementation(async (...args) => {
        await checkout(...args);
        order.push('read');
      });
    await Promise.all([
      sandbox.watcher.refresh(),
      sandbox.watcher.exclusively(async () => {
        order.push('cleared');
      }),
    ]);
    expect(order).toEqual(['read', 'cleared']);
    expect(sandbox.cluster('staging-eu').argoCd.names()).toEqual(['shop-test']);
    await remove();
  }, 60_000);
});
