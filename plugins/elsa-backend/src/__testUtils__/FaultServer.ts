import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  createServer as createTlsServer,
  type ServerOptions,
} from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Answers a request; returns false to leave it to the next handler. */
export type Handler = (
  request: ReceivedRequest,
  response: ServerResponse,
) => boolean | void | Promise<boolean | void>;

/** A real HTTP server whose answers tests replace while it runs. */
export class FaultServer {
  readonly requests: ReceivedRequest[] = [];
  #handler: Handler;
  #fault: Handler | undefined;
  readonly #server: Server;
  readonly #scheme: 'http' | 'https';

  private constructor(handler: Handler, tls?: ServerOptions) {
    this.#handler = handler;
    this.#scheme = tls ? 'https' : 'http';
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      this.#serve(request, response).catch(error => {
        response.destroy(error);
      });
    };
    this.#server = tls
      ? createTlsServer(tls, listener)
      : createServer(listener);
  }

  static async start(
    handler: Handler,
    tls?: ServerOptions,
  ): Promise<FaultServer> {
    const server = new FaultServer(handler, tls);
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#scheme}://127.0.0.1:${port}`;
  }

  set handler(handler: Handler) {
    this.#handler = handler;
  }

  /** Comes before the handler until it is cleared. */
  set fault(fault: Handler | undefined) {
    this.#fault = fault;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const received = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      body: await text(request),
    };
    this.requests.push(received);
    if (this.#fault && (await this.#fault(received, response)) !== false) {
      return;
    }
    await this.#handler(received, response);
  }
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
