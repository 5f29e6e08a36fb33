import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { InputError, NotFoundError } from '@backstage/errors';
import { ACTIONS } from './actions';
import type { Stage } from './stage';

export interface ControlServerOptions {
  stage: Stage;
  /** What Prometheus scrapes. */
  metrics: () => string;
}

function send(
  response: ServerResponse,
  code: number,
  body: object | string,
): void {
  const isText = typeof body === 'string';
  response.writeHead(code, {
    'Content-Type': isText
      ? 'text/plain; version=0.0.4; charset=utf-8'
      : 'application/json',
  });
  response.end(isText ? body : JSON.stringify(body));
}

async function readArguments(request: IncomingMessage): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  const args: unknown[] = Array.isArray(body.arguments) ? body.arguments : [];
  return args.map(String);
}

function codeOf(error: unknown): number {
  if (error instanceof InputError || error instanceof SyntaxError) return 400;
  return error instanceof NotFoundError ? 404 : 500;
}

async function serve(
  { stage, metrics }: ControlServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://control');
  if (pathname === '/metrics') {
    send(response, 200, metrics());
    return;
  }
  if (pathname === '/healthz') {
    send(response, 200, { status: 'ok' });
    return;
  }
  const action = ACTIONS.find(row => pathname === `/actions/${row.name}`);
  if (!action || request.method !== 'POST') {
    send(response, 404, {
      message: `POST to /actions/<name>, where name is one of ${ACTIONS.map(
        row => row.name,
      ).join(', ')}`,
    });
    return;
  }
  const message = await action.run(stage, await readArguments(request));
  send(response, 200, { message });
}

/** Makes things happen while the sandbox runs: `POST /actions/<name>`. */
export function createControlServer(options: ControlServerOptions): Server {
  return createServer((request, response) => {
    serve(options, request, response).catch((error: unknown) =>
      send(response, codeOf(error), {
        message: error instanceof Error ? error.message : String(error),
      }),
    );
  });
}
