import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpTarget, type HttpTarget } from './createHttpTarget';
import { Pauses } from './Pauses';

describe.each(['prometheus', 'alertmanager'] as const)(
  'connections to %s that are lost',
  kind => {
    let server: Server;
    let target: HttpTarget;
    /** Paths that were answered, and those whose connection was closed. */
    let answered: string[];
    let lost: string[];
    let isLost: (request: IncomingMessage, isReused: boolean) => boolean;
    const served = new WeakSet<Socket>();

    beforeEach(async () => {
      answered = [];
      lost = [];
      isLost = () => false;
      server = createServer((request, response) => {
        const path = `${request.url}`;
        const { socket } = request;
        const isReused = served.has(socket);
        served.add(socket);
        request.resume();
        if (isLost(request, isReused)) {
          lost.push(path);
          socket.destroy();
          return;
        }
        answered.push(path);
        // Late enough for all that are asked at once to need a connection.
        setTimeout(() => response.end('{}'), 50);
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      target = createHttpTarget(
        kind,
        {
          name: 'eu',
          url: `http://127.0.0.1:${port}`,
          auth: { type: 'none' },
          tls: { rejectUnauthorized: true },
          timeoutMs: 5_000,
          maxResponseBytes: 1024,
        },
        {
          pauses: new Pauses({
            store: { read: async () => new Map(), extend: async () => {} },
          }),
        },
      );
    });

    afterEach(async () => {
      await target.close();
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    });

    const methods = ['GET', 'POST'] as const;

    it.each(methods)('should be replaced once for a %s', async method => {
      isLost = () => lost.length === 0;
      await expect(target.read({ path: '/a', method })).resolves.toEqual({});
      expect(lost).toEqual(['/a']);
      isLost = () => true;
      await expect(target.read({ path: '/b', method })).rejects.toMatchObject({
        state: 'unreachable',
      });
      expect(lost).toEqual(['/a', '/b', '/b']);
    });

    it.each(methods)(
      'should be replaced by a new one for a %s when all idle ones are lost',
      async method => {
        const read = (path: string) => target.read({ path, method });
        await Promise.all(['/1', '/2', '/3', '/4'].map(read));
        // Until they count as idle.
        await sleep(50);
        // As when something between the two has forgotten them.
        isLost = (_request, isReused) => isReused;
        const paths = ['/a', '/b', '/c'];
        await expect(Promise.all(paths.map(read))).resolves.toEqual(
          paths.map(() => ({})),
        );
        expect(lost.length).toBeGreaterThan(0);
        expect(answered.slice(4).sort()).toEqual(paths);
      },
    );
  },
);
