import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import { createStores, migrate } from '../store';
import { EnvironmentIndex } from '../status/EnvironmentIndex';
import { createPush, type Push } from './createPush';
import type { Notifier } from './Notifier';
import { ReaderSignals } from './ReaderSignals';

const payments = catalogEnvironment({ name: 'payments-production' });

jest.setTimeout(60_000);

describe('createPush', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const running: Push[] = [];

  afterEach(() => {
    running.splice(0).forEach(push => push.stop());
  });

  it('should tell the readers of one backend of what another one has collected', async () => {
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    const logger = mockServices.logger.mock();
    const startBackend = () => {
      const stores = createStores(knex, logger);
      const index = new EnvironmentIndex({
        stores,
        staleAfterMs: 120_000,
        metricsSourceIds: () => [],
      });
      const publish = jest.fn(async () => {});
      const readers = new ReaderSignals({
        auth: mockServices.auth(),
        access: { filterReadable: async (_, items) => items },
        index,
        signals: { publish },
        logger,
      });
      const push = createPush({
        logger,
        index,
        readers,
        notifier: { observe: async () => {} } as unknown as Notifier,
      });
      running.push(push);
      return { stores, index, publish, readers, push };
    };
    const [reading, collecting] = [startBackend(), startBackend()];
    const write = async (title: string) => {
      const at = new Date().toISOString();
      return collecting.stores.environments.writeCatalog(
        [{ ...payments, title }],
        { at },
      );
    };
    await write('Before');
    await reading.index.snapshot();
    const credentials = mockCredentials.user('user:default/ann');
    const key = reading.readers.watch(credentials, {
      entityRef: payments.entityRef,
      since: Date.now(),
    });
    const told = new Promise<unknown>(resolve => {
      reading.publish.mockImplementation(async (...message: unknown[]) =>
        resolve(message[0]),
      );
    });
    collecting.push.written(await write('After'));
    await expect(told).resolves.toMatchObject({
      channel: `elsa:environments:${key}`,
      recipients: { entityRef: 'user:default/ann' },
    });
    expect(collecting.publish).not.toHaveBeenCalled();
  });
});
