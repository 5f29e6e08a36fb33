import { createServer } from 'node:net';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { databaseHealth } from './databaseHealth';

const CONNECTION = Object.entries(process.env).find(([name]) =>
  /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/.test(name),
)?.[1];

describe('databaseHealth', () => {
  async function readiness(database: { client: string; connection: string }) {
    const hooks: Array<() => void | Promise<void>> = [];
    const health = await ServiceFactoryTester.from(databaseHealth, {
      dependencies: [
        mockServices.rootConfig.factory({ data: { backend: { database } } }),
        createServiceFactory({
          service: coreServices.rootLifecycle,
          deps: {},
          factory: () => ({
            addStartupHook: hook => void hooks.push(hook),
            addBeforeShutdownHook: () => {},
            addShutdownHook: () => {},
          }),
        }),
      ],
    }).getSubject();
    const before = await health.getReadiness();
    await Promise.all(hooks.map(hook => hook()));
    return { before, after: await health.getReadiness() };
  }

  it('should be ready with a database in memory, once the backend has started', async () => {
    const { before, after } = await readiness({
      client: 'better-sqlite3',
      connection: ':memory:',
    });
    expect([before.status, after.status]).toEqual([503, 200]);
  });

  it('should not be ready while PostgreSQL is down, and not say where it is', async () => {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    await new Promise(resolve => {
      server.close(resolve);
    });
    const { after } = await readiness({
      client: 'pg',
      connection: `postgresql://elsa:hunter2@127.0.0.1:${port}/elsa`,
    });
    expect(after).toEqual({
      status: 503,
      payload: { status: 'error', message: 'The database does not respond' },
    });
  });

  // As everywhere: without a PostgreSQL, only a build server fails.
  const described = CONNECTION || process.env.CI ? describe : describe.skip;
  described('with PostgreSQL', () => {
    it('should be ready when it answers', async () => {
      const { after } = await readiness({
        client: 'pg',
        connection: `${CONNECTION}`,
      });
      expect(after.status).toBe(200);
    });
  });
});
