import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import signalsPlugin from '@backstage/plugin-signals-backend';
import request from 'supertest';
// The doubles of the plugin's own tests.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { FakeCluster } from '../../../plugins/elsa-backend/src/__testUtils__/fakeCluster';
import {
  environmentEntity,
  serverObjects,
} from '../../../plugins/elsa-backend/src/__testUtils__/objects';
import {
  type ElsaBackend,
  startElsaBackend,
} from '../../../plugins/elsa-backend/src/__testUtils__/startElsaBackend';
/* eslint-enable @backstage/no-relative-monorepo-imports */

jest.setTimeout(60_000);

const ENVIRONMENT =
  '/api/elsa/environments/component/default/payments-production';

interface Connection {
  /** What the server has sent. */
  received: string[];
  subscribe(channel: string): void;
  close(): void;
}

/**
 * A WebSocket as RFC 6455 has it, for short texts alone. The signals plugin
 * leaves the first one that ever comes without an answer; browsers try again.
 */
async function connect(port: number, token?: string): Promise<Connection> {
  const attempt = new AbortController();
  const patience = setTimeout(() => attempt.abort(), 1_000);
  try {
    return await connectOnce(port, { token, signal: attempt.signal });
  } catch (error) {
    if (!attempt.signal.aborted) {
      throw error;
    }
    return await connect(port, token);
  } finally {
    clearTimeout(patience);
  }
}

async function connectOnce(
  port: number,
  { token, signal }: { token?: string; signal: AbortSignal },
): Promise<Connection> {
  const key = randomBytes(16).toString('base64');
  const upgrade = httpRequest({
    port,
    signal,
    path: '/api/signals',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': key,
      ...(token && { 'sec-websocket-protocol': token }),
    },
  }).end();
  const received: string[] = [];
  return new Promise((resolve, reject) => {
    upgrade.on('error', reject);
    upgrade.on('response', answer => reject(new Error(`${answer.statusCode}`)));
    upgrade.on('upgrade', (answer, socket) => {
      const accept = createHash('sha1')
        .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      expect(answer.headers['sec-websocket-accept']).toBe(accept);
      socket.on('data', chunk => received.push(chunk.toString('utf8')));
      resolve({
        received,
        subscribe(channel) {
          const text = Buffer.from(
            JSON.stringify({ action: 'subscribe', channel }),
          );
          const mask = Buffer.alloc(4);
          socket.write(
            Buffer.concat([
              Buffer.from([0x81, 0x80 | text.length]),
              mask,
              text,
            ]),
          );
        },
        close: () => socket.destroy(),
      });
    });
  });
}

const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

describe('signals of environments', () => {
  let cluster: FakeCluster;
  let elsa: ElsaBackend;

  beforeAll(async () => {
    cluster = await FakeCluster.start();
    // The double gives each plugin events of its own.
    const events = mockServices.events();
    cluster.objects = serverObjects({ name: 'payments-production' });
    elsa = await startElsaBackend({
      clusters: { 'production-eu': cluster.server.url },
      catalog: catalogServiceMock({
        entities: [environmentEntity({ name: 'payments-production' })],
      }),
      features: [
        signalsPlugin,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
    await elsa.collect();
  });

  afterAll(async () => {
    await elsa?.backend.stop();
    await cluster?.server.close();
  });

  it('should tell the reader, on a channel of his own, and no connection without a token', async () => {
    const port = elsa.backend.server.port();
    const read = async (path: string) => {
      const { body } = await request(elsa.backend.server)
        .get(path)
        .set('authorization', mockCredentials.user.header())
        .expect(200);
      return `elsa:environments:${body.changeKey}`;
    };
    const channel = await read(ENVIRONMENT);
    const list = await read('/api/elsa/environments');
    expect(list).not.toBe(channel);
    const anonymous = await connect(port);
    const identified = await connect(port, mockCredentials.user.token());
    for (const name of ['elsa:environments', channel, list]) {
      // Even if somebody had told it the names.
      anonymous.subscribe(name);
      identified.subscribe(name);
    }
    await pause(200);
    cluster.objects = serverObjects(
      { name: 'payments-production' },
      { isCrashing: true },
    );
    await elsa.collect();
    await pause(1500);
    const told = identified.received.join('');
    expect(told).toContain(channel);
    expect(told).toContain(list);
    expect(told).not.toContain('payments');
    expect(anonymous.received).toEqual([]);
    anonymous.close();
    identified.close();
  });
});
