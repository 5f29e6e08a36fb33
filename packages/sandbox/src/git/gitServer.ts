import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { InputError } from '@backstage/errors';
import { stringify } from 'yaml';
import { CATALOG_FILE } from './catalogFiles';
import { runHttpBackend } from './httpBackend';
import type { Repositories, Repository } from './repositories';

export interface GitServerOptions {
  repositories: Repositories;
  /** Repositories that the portal registers when it starts. */
  registered: () => Repository[];
  onPush?: (repository: Repository) => void;
}

const SMART_HTTP =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
const RAW = /^\/raw\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)$/;
const PAGE = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/;

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, character => entities[character]);
}

function send(
  response: ServerResponse,
  code: number,
  contentType: string,
  body: string,
): void {
  response.writeHead(code, { 'Content-Type': `${contentType}; charset=utf-8` });
  response.end(body);
}

async function serveRaw(
  { repositories }: GitServerOptions,
  match: RegExpExecArray,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [owner, name, reference, path] = match
    .slice(1)
    .map(part => decodeURIComponent(part));
  const commit = await repositories.head({ owner, name }, reference);
  const content =
    commit && (await repositories.read({ owner, name }, commit, path));
  if (content === undefined) {
    send(response, 404, 'text/plain', `${path} is not in ${owner}/${name}\n`);
    return;
  }
  response.setHeader('ETag', `"${commit}"`);
  if (request.headers['if-none-match'] === `"${commit}"`) {
    response.writeHead(304).end();
    return;
  }
  send(response, 200, 'text/plain', content);
}

async function servePage(
  { repositories }: GitServerOptions,
  repository: Repository,
  response: ServerResponse,
): Promise<void> {
  const { owner, name } = repository;
  const commit = await repositories.head(repository);
  const files = commit ? await repositories.files(repository, commit) : [];
  const items = files.map(file => {
    const target = `/raw/${owner}/${name}/main/${file
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    return `<li><a href="${escapeHtml(target)}">${escapeHtml(file)}</a></li>`;
  });
  send(
    response,
    200,
    'text/html',
    `<!doctype html><title>${owner}/${name}</title><h1>${owner}/${name}</h1><p>Commit ${
      commit ?? 'none'
    }</p><ul>${items.join('')}</ul>\n`,
  );
}

function catalogLocations(options: GitServerOptions, host: string): string {
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: 'sandbox-repositories',
      description: 'Deployment repositories in the sandbox',
    },
    spec: {
      type: 'url',
      targets: options
        .registered()
        .map(
          ({ owner, name }) =>
            `http://${host}/raw/${owner}/${name}/main/${CATALOG_FILE}`,
        ),
    },
  });
}

async function serveSmartHttp(
  options: GitServerOptions,
  match: RegExpExecArray,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, owner, name, service] = match;
  const repository = { owner, name };
  const { repositories } = options;
  const isPush =
    service === 'git-receive-pack' ||
    request.url?.includes('service=git-receive-pack');
  if (!repositories.exists(repository)) {
    if (!isPush) {
      send(response, 404, 'text/plain', `${owner}/${name} does not exist\n`);
      return;
    }
    await repositories.create(repository);
  }
  await runHttpBackend(repositories, repository, service, request, response);
  if (service === 'git-receive-pack') options.onPush?.(repository);
}

async function serve(
  options: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://git');
  if (pathname === '/catalog-locations.yaml') {
    const host = request.headers.host ?? '127.0.0.1';
    send(response, 200, 'text/yaml', catalogLocations(options, host));
    return;
  }
  const git = SMART_HTTP.exec(pathname);
  if (git) {
    await serveSmartHttp(options, git, request, response);
    return;
  }
  const raw = RAW.exec(pathname);
  if (raw) {
    await serveRaw(options, raw, request, response);
    return;
  }
  const page = PAGE.exec(pathname);
  if (page && options.repositories.exists({ owner: page[1], name: page[2] })) {
    await servePage(options, { owner: page[1], name: page[2] }, response);
    return;
  }
  send(response, 404, 'text/plain', 'nothing is here\n');
}

/** Git over smart HTTP, a file's text at `/raw/...`, and a list of files for people. */
export function createGitServer(options: GitServerOptions): Server {
  return createServer((request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const code = error instanceof InputError ? 400 : 500;
      send(response, code, 'text/plain', `${String(error)}\n`);
    });
  });
}
