import { CacheManager } from '@backstage/backend-defaults/cache';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import {
  createTestCollector,
  type TestCollector,
} from '../__testUtils__/createTestCollector';
import { FakeCluster } from '../__testUtils__/fakeCluster';
import { serverObjects } from '../__testUtils__/objects';
import {
  availableRedis,
  type RunningRedis,
  startRedis,
} from '../__testUtils__/startRedis';
import { EnvironmentAccess } from '../access/EnvironmentAccess';
import { EnvironmentIndex } from './EnvironmentIndex';
import { StatusService } from './StatusService';

const payments = catalogEnvironment({ name: 'payments-production' });
const olivia = mockCredentials.user('user:default/olivia');
const mallory = mockCredentials.user('user:default/mallory');
const program = availableRedis();

jest.setTimeout(60_000);

(program === undefined ? describe.skip : describe).each(['redis', 'valkey'])(
  'two backends on one cache, read by the %s client',
  store => {
    const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
    let redis: RunningRedis;
    let cluster: FakeCluster;
    let collector: TestCollector;
    let mayRead: Set<string>;
    let closing: Array<() => Promise<unknown>>;

    beforeEach(async () => {
      closing = [];
      mayRead = new Set(['user:default/olivia']);
      redis = await startRedis(program ?? '');
      cluster = await FakeCluster.start();
      cluster.objects = serverObjects(payments);
      collector = await createTestCollector({
        knex: await databases.init('SQLITE_3'),
        clusters: { 'production-eu': cluster.server.url },
        environments: [payments],
      });
      await collector.cycle();
    });

    afterEach(async () => {
      for (const close of closing) {
        await close();
      }
      await collector.close();
      await cluster.server.close();
      await redis.stop();
    });

    /** What one backend makes of the configuration and of its database. */
    function startBackend() {
      const manager = CacheManager.fromConfig(
        mockServices.rootConfig({
          data: { backend: { cache: { store, connection: redis.url } } },
        }),
        { onError: () => {} },
      );
      const read = jest.fn(
        collector.stores.environments.read.bind(collector.stores.environments),
      );
      const environments = new Proxy(collector.stores.environments, {
        get: (target, name) => {
          const value = Reflect.get(target, name);
          const own = name === 'read' ? read : value;
          return typeof own === 'function' ? own.bind(target) : own;
        },
      });
      const common = {
        stores: { ...collector.stores, environments },
        now: () => collector.clock.now,
        staleAfterMs: 120_000,
        metricsSourceIds: () => [],
      };
      const index = new EnvironmentIndex({ ...common, refreshIntervalMs: 0 });
      const access = new EnvironmentAccess({
        auth: mockServices.auth(),
        decisionTtlMs: 0,
        permissions: mockServices.permissions.mock({
          authorizeConditional: async (questions, options) => {
            const { principal } = (options as { credentials: typeof olivia })
              .credentials;
            return questions.map(() => ({
              result: mayRead.has(principal.userEntityRef)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            }));
          },
        }),
      });
      const cache = manager.forPlugin('elsa');
      closing.push(async () => {
        // Not public: without it, clients outlive the server of the test.
        const internals = manager as unknown as {
          getClientWithTtl(plugin: string): { disconnect(): Promise<void> };
        };
        await internals.getClientWithTtl('elsa').disconnect();
      });
      return {
        read,
        service: new StatusService({
          ...common,
          index,
          access,
          cache,
          readEntity: async () => undefined,
        }),
      };
    }

    it('should share what is cached, until something changes', async () => {
      const [first, second] = [startBackend(), startBackend()];
      const found = await first.service.get(olivia, payments.entityRef);
      expect(found.health.status).toBe('Healthy');
      await expect(
        second.service.get(olivia, payments.entityRef),
      ).resolves.toEqual(found);
      expect(first.read).toHaveBeenCalledTimes(1);
      expect(second.read).not.toHaveBeenCalled();

      cluster.objects = serverObjects(payments, { isCrashing: true });
      await collector.cycle();
      for (const { service } of [second, first]) {
        await expect(
          service.get(olivia, payments.entityRef),
        ).resolves.toMatchObject({ health: { status: 'Degraded' } });
      }
      expect(second.read).toHaveBeenCalledTimes(1);
      expect(first.read).toHaveBeenCalledTimes(1);
    });

    it('should give what is cached for one user to no other, and keep no user in it', async () => {
      const [first, second] = [startBackend(), startBackend()];
      await first.service.get(olivia, payments.entityRef);
      await expect(
        second.service.get(mallory, payments.entityRef),
      ).rejects.toThrow(NotFoundError);
      // A right that was taken away is gone although the answer is cached.
      mayRead.clear();
      await expect(
        first.service.get(olivia, payments.entityRef),
      ).rejects.toThrow(NotFoundError);
      const keys = (await redis.ask('KEYS *'))
        .split(/\s+/)
        .map(key => Buffer.from(key, 'base64').toString())
        .join();
      expect(keys).toContain('payments-production');
      expect(keys).not.toMatch(/olivia|mallory/);
    });

    it('should read on at once when the cache does not answer any more', async () => {
      const { service, read } = startBackend();
      await service.get(olivia, payments.entityRef);
      // Stopped, not killed: Backstage's Redis client throws outside of any
      // call where its connection breaks.
      redis.pause();
      const startedAt = performance.now();
      await expect(
        service.get(olivia, payments.entityRef),
      ).resolves.toMatchObject({ health: { status: 'Healthy' } });
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      expect(read).toHaveBeenCalledTimes(2);
      redis.resume();
    });
  },
);
