import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from './__testUtils__/databases';
import { FakeCluster } from './__testUtils__/fakeCluster';
import { FaultServer, sendJson } from './__testUtils__/FaultServer';
import { environmentEntity, serverObjects } from './__testUtils__/objects';
import {
  type ElsaBackend,
  startElsaBackend,
} from './__testUtils__/startElsaBackend';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ENVIRONMENT =
  '/api/elsa/environments/component/default/payments-production';

const { databases, ids } = createTestDatabases();

jest.setTimeout(120_000);

describe.each(ids.map(id => [id]))(
  'backends that share %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let cluster: FakeCluster;
    let prometheus: FaultServer;
    let alertmanager: FaultServer;
    const running: ElsaBackend[] = [];
    let skewMs = 0;

    beforeEach(async () => {
      skewMs = 0;
      jest
        .spyOn(Date, 'now')
        .mockImplementation(
          () => Math.floor(performance.timeOrigin + performance.now()) + skewMs,
        );
      knex = await databases.init(id);
      cluster = await FakeCluster.start();
      cluster.objects = serverObjects({ name: 'payments-production' });
      prometheus = await FaultServer.start(({ path }, response) =>
        sendJson(response, {
          status: 'success',
          data: path.endsWith('/alerts')
            ? { alerts: [] }
            : { resultType: 'vector', result: [] },
        }),
      );
      alertmanager = await FaultServer.start((_request, response) =>
        sendJson(response, []),
      );
    });

    afterEach(async () => {
      for (const { backend } of running.splice(0)) {
        await backend.stop();
      }
      await cluster.server.close();
      await prometheus.close();
      await alertmanager.close();
      jest.restoreAllMocks();
    });

    async function start(): Promise<ElsaBackend> {
      const started = await startElsaBackend({
        clusters: { 'production-eu': cluster.server.url },
        catalog: catalogServiceMock({
          entities: [environmentEntity({ name: 'payments-production' })],
        }),
        elsa: {
          prometheus: [
            { name: 'eu', url: prometheus.url, clusters: ['production-eu'] },
          ],
          alertmanager: [{ name: 'eu', url: alertmanager.url }],
          refresh: { minInterval: { seconds: 0 }, perCallerPerMinute: 1000 },
        },
        features: [mockServices.database.factory({ knex })],
      });
      running.push(started);
      return started;
    }

    const servers = () => [cluster.server, prometheus, alertmanager];

    function limit(retryAfter: string): void {
      for (const server of servers()) {
        server.fault = (_request, response) => {
          response.setHeader('retry-after', retryAfter);
          sendJson(response, { error: 'slow down' }, 429);
        };
      }
    }

    /** What the three servers are asked while something is done. */
    async function requestsOf(act: () => PromiseLike<unknown>) {
      servers().forEach(({ requests }) => requests.splice(0));
      await act();
      return servers().map(({ requests }) => requests.length);
    }

    const refresh = ({ backend }: ElsaBackend) =>
      request(backend.server)
        .post(`${ENVIRONMENT}/refresh`)
        .set('authorization', mockCredentials.user.header())
        .expect(200);

    it('should leave alone for hours what answered 429 to one of them, and over a restart', async () => {
      const [collecting, serving] = [await start(), await start()];
      await collecting.collect();
      expect(Math.min(...(await requestsOf(() => refresh(serving))))).toBe(1);

      limit(`${3 * 3600}`);
      const asked = await requestsOf(() => collecting.collect());
      expect(Math.min(...asked)).toBeGreaterThan(0);
      for (const server of servers()) {
        server.fault = undefined;
      }
      const nothing = [0, 0, 0];
      await expect(requestsOf(() => refresh(serving))).resolves.toEqual(
        nothing,
      );
      skewMs += 2 * HOUR;
      await expect(requestsOf(() => refresh(serving))).resolves.toEqual(
        nothing,
      );
      const restarted = await start();
      await expect(requestsOf(() => restarted.collect())).resolves.toEqual(
        nothing,
      );
      const sources = await request(restarted.backend.server)
        .get('/api/elsa/sources')
        .set('authorization', mockCredentials.user.header());
      for (const name of ['kubernetes:production-eu', 'prometheus:eu']) {
        expect(sources.body.items).toContainEqual(
          expect.objectContaining({
            id: name,
            state: 'rate-limited',
            message: expect.stringMatching(
              / answered 429 and is not asked again until 20\d\d-[-\dT:]+Z$/,
            ),
          }),
        );
      }
      skewMs += HOUR + MINUTE;
      const again = await requestsOf(() => refresh(serving));
      expect(Math.min(...again)).toBeGreaterThan(0);
    });

    it('should learn from the backend that only serves refreshes too', async () => {
      const [collecting, serving] = [await start(), await start()];
      await collecting.collect();
      limit('7200');
      await requestsOf(() => refresh(serving));
      skewMs += HOUR + MINUTE;
      await expect(requestsOf(() => collecting.collect())).resolves.toEqual([
        0, 0, 0,
      ]);
    });
  },
);
