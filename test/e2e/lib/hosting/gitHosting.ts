import { mkdtemp, rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { runHttpBackend } from '../../../../packages/sandbox/src/git/httpBackend';
import {
  Repositories,
  type Repository,
} from '../../../../packages/sandbox/src/git/repositories';

/** Token that both hostings ask for; the portal's configuration holds it. */
export const HOSTING_TOKEN = 'token-of-the-portal';

/** What a hosting answers to a request of its API; undefined where it has no such route. */
export type Api = (request: {
  method: string;
  /** Path behind the API's root; the whole one where it is beside that. */
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  url: string;
  repositories: Repositories;
}) => Promise<ApiAnswer | undefined>;

export interface ApiAnswer {
  status: number;
  /** Sent as it is where it is a text, and as JSON otherwise. */
  body: unknown;
}

export interface GitHosting {
  url: string;
  host: string;
  close(): Promise<void>;
}

const GIT =
  /^\/([^/]+)\/([^/]+?)\.git\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** For tests alone, the same for each hosting. */
const RAW = /^\/raw\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)$/;

function hasToken({ headers }: IncomingMessage): boolean {
  const [scheme, value = ''] = (headers.authorization ?? '').split(' ');
  const given =
    scheme.toLocaleLowerCase('en-US') === 'basic'
      ? Buffer.from(value, 'base64').toString().split(':')[1]
      : (headers['private-token'] ?? value);
  return given === HOSTING_TOKEN;
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'Content-Type': isText ? 'text/plain' : 'application/json',
  });
  response.end(isText ? body : JSON.stringify(body));
}

/**
 * A Git hosting with an API of its own in front of real repositories: refuses
 * whoever has no token, as GitHub and GitLab do.
 */
export async function startGitHosting(
  apiRoot: string,
  api: Api,
): Promise<GitHosting> {
  const folder = await mkdtemp(join(tmpdir(), 'elsa-hosting-'));
  const repositories = new Repositories(folder);
  let address = '';
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', address);
    if (!hasToken(request)) {
      response.setHeader('WWW-Authenticate', 'Basic realm="git"');
      send(response, { status: 401, body: { message: 'Bad credentials' } });
      return;
    }
    const git = GIT.exec(url.pathname);
    if (git) {
      const [, owner, name, service] = git;
      const repository: Repository = { owner, name };
      if (!repositories.exists(repository)) {
        send(response, { status: 404, body: 'no such repository' });
        return;
      }
      await runHttpBackend(
        repositories,
        repository,
        service,
        request,
        response,
      );
      return;
    }
    const raw = RAW.exec(url.pathname);
    if (raw) {
      const [, owner, name, branch, file] = raw;
      const text = await repositories.read(
        { owner, name },
        decodeURIComponent(branch),
        file,
      );
      send(
        response,
        text === undefined
          ? { status: 404, body: 'no such file' }
          : { status: 200, body: text },
      );
      return;
    }
    const answer = url.pathname.startsWith('/api/')
      ? await api({
          method: request.method ?? 'GET',
          path: url.pathname.startsWith(apiRoot)
            ? url.pathname.slice(apiRoot.length)
            : url.pathname,
          query: url.searchParams,
          body:
            request.method === 'GET'
              ? {}
              : ((await json(request)) as Record<string, unknown>),
          url: address,
          repositories,
        })
      : undefined;
    send(response, answer ?? { status: 404, body: { message: 'Not Found' } });
  };
  const server: Server = createServer((request, response) => {
    serve(request, response).catch(error =>
      send(response, { status: 500, body: { message: String(error) } }),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  address = `http://${host}`;
  return {
    url: address,
    host,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
