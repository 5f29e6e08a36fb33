import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { type Handler, sendJson } from './FaultServer';

/** What a server can do wrong, and what a reader must make of it. */
export interface Fault {
  name: string;
  state: SourceState;
  handler: Handler;
}

function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    sendJson(
      response,
      { kind: 'Status', status: 'Failure', message: `refused with ${code}` },
      code,
    );
  };
}

const MEBIBYTE = Buffer.alloc(1024 * 1024, ' ');

/** Counts what was really sent of an endless answer. */
export const sentMebibytes = { count: 0 };

const hugeAnswer: Handler = async (_request, response) => {
  sentMebibytes.count = 0;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"items":[');
  for (let index = 0; index < 50 && !response.destroyed; index++) {
    sentMebibytes.count += 1;
    if (!response.write(MEBIBYTE)) {
      await new Promise(resolve => {
        response.once('drain', resolve);
        response.once('close', resolve);
      });
    }
  }
  response.end(']}');
};

/** Faults that an HTTP server can show on any of its paths. */
export const FAULTS: Fault[] = [
  { name: 'no answer', state: 'timeout', handler: () => {} },
  {
    name: 'a body that never ends',
    state: 'timeout',
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"items":[');
    },
  },
  { name: '401', state: 'unauthorized', handler: status(401) },
  { name: '403', state: 'forbidden', handler: status(403) },
  { name: '404', state: 'not-found', handler: status(404) },
  { name: '409', state: 'invalid-response', handler: status(409) },
  { name: '410', state: 'invalid-response', handler: status(410) },
  {
    name: '429 with Retry-After',
    state: 'rate-limited',
    handler: status(429, { 'retry-after': '120' }),
  },
  { name: '500', state: 'server-error', handler: status(500) },
  { name: '503', state: 'server-error', handler: status(503) },
  {
    name: 'truncated JSON',
    state: 'invalid-response',
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"items":[{"metadata":');
    },
  },
  {
    name: 'a web page',
    state: 'invalid-response',
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title>');
    },
  },
  {
    name: 'wrong types',
    state: 'invalid-response',
    handler: (_request, response) =>
      sendJson(response, {
        status: 'success',
        items: 'none',
        groups: 7,
        data: { resultType: 'vector', result: [{ metric: 1 }], alerts: {} },
      }),
  },
  {
    name: '50 MB',
    state: 'invalid-response',
    handler: hugeAnswer,
  },
  {
    name: 'a broken connection',
    state: 'unreachable',
    handler: (_request, response) => {
      response.socket?.destroy();
    },
  },
];
