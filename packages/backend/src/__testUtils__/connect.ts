import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';

export interface Connection {
  /** What the server has sent. */
  received: string[];
  subscribe(channel: string): void;
  close(): void;
}

/**
 * A WebSocket as RFC 6455 has it, for short texts alone. The signals plugin
 * leaves the first one that ever comes without an answer; browsers try again.
 */
export async function connect(
  port: number,
  token?: string,
): Promise<Connection> {
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
      if (answer.headers['sec-websocket-accept'] !== accept) {
        reject(new Error('The server took another key'));
        return;
      }
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
