import { execFile, spawn } from 'node:child_process';
import { promises as fs } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real Git server over HTTP for tests: `git http-backend` behind Node. */
export interface TestGitServer {
  host: string;
  url: string;
  /** Requests so far, as `METHOD path`, with the user that authenticated. */
  requests: Array<{ line: string; user?: string }>;
  createRepository(name: string): Promise<void>;
  /** Runs git on a bare repository of the server. */
  git(name: string, ...args: string[]): Promise<string>;
  listFiles(name: string, branch: string): Promise<string[]>;
  readFile(name: string, branch: string, file: string): Promise<string>;
  /** Commits files on a branch, as another user would. */
  commit(
    name: string,
    branch: string,
    files: Record<string, string>,
  ): Promise<string>;
  /** Makes the server refuse every push, as a protected branch does. */
  refusePushes(name: string, message: string): Promise<void>;
  acceptPushes(name: string): Promise<void>;
  close(): Promise<void>;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.com',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

function readUser(request: IncomingMessage) {
  const [, encoded] = request.headers.authorization?.split(' ') ?? [];
  if (!encoded) {
    return undefined;
  }
  const [name, password] = Buffer.from(encoded, 'base64').toString().split(':');
  return { name, password };
}

function serveWithGit(
  root: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  user?: string,
) {
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      ...IDENTITY,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: user ?? 'anonymous',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(backend.stdin);
  backend.stdin.on('error', () => undefined);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', chunk => chunks.push(chunk));
  backend.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    for (const line of answer.subarray(0, end).toString().split('\r\n')) {
      const [name, ...value] = line.split(':');
      if (name === 'Status') {
        response.statusCode = Number(value.join(':').trim().split(' ')[0]);
      } else {
        response.setHeader(name, value.join(':').trim());
      }
    }
    response.end(answer.subarray(end + 4));
  });
}

/** Starts the server; `token` makes it ask for that password. */
export async function startTestGitServer(options?: {
  token?: string;
}): Promise<TestGitServer> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'elsa-git-'));
  const requests: TestGitServer['requests'] = [];
  const folderOf = (name: string) => path.join(root, `${name}.git`);
  const git = async (name: string, ...args: string[]) => {
    const { stdout } = await run('git', args, {
      cwd: folderOf(name),
      env: { ...process.env, ...IDENTITY },
    });
    return stdout.trim();
  };

  const http = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const user = readUser(request);
    requests.push({
      line: `${request.method} ${url.pathname}`,
      user: user?.name,
    });
    if (options?.token && user?.password !== options.token) {
      response.statusCode = 401;
      response.setHeader('WWW-Authenticate', 'Basic realm="git"');
      response.end();
      return;
    }
    const raw = /^\/raw\/([^/]+\/[^/]+)\/([^/]+)\/(.+)$/.exec(url.pathname);
    if (raw) {
      try {
        response.end(await git(raw[1], 'show', `${raw[2]}:${raw[3]}`));
      } catch {
        response.statusCode = 404;
        response.end();
      }
      return;
    }
    serveWithGit(root, url, request, response, user?.name);
  });
  await new Promise<void>(resolve => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;

  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    requests,
    createRepository: async name => {
      await fs.mkdir(folderOf(name), { recursive: true });
      await git(name, 'init', '--bare', '--initial-branch=main');
      await git(name, 'config', 'http.receivepack', 'true');
    },
    git,
    listFiles: async (name, branch) =>
      (await git(name, 'ls-tree', '-r', '--name-only', branch))
        .split('\n')
        .filter(Boolean),
    readFile: (name, branch, file) => git(name, 'show', `${branch}:${file}`),
    commit: async (name, branch, files) => {
      const work = await fs.mkdtemp(path.join(os.tmpdir(), 'elsa-work-'));
      const inWork = (...args: string[]) =>
        run('git', args, { cwd: work, env: { ...process.env, ...IDENTITY } });
      await inWork('clone', folderOf(name), '.');
      await inWork('checkout', branch).catch(() =>
        inWork('checkout', '-b', branch),
      );
      for (const [file, content] of Object.entries(files)) {
        await fs.mkdir(path.dirname(path.join(work, file)), {
          recursive: true,
        });
        await fs.writeFile(path.join(work, file), content);
      }
      await inWork('add', '.');
      await inWork('commit', '--message', 'Change made by somebody');
      await inWork('push', 'origin', branch);
      await fs.rm(work, { recursive: true });
      return git(name, 'rev-parse', branch);
    },
    refusePushes: async (name, message) => {
      const hook = path.join(folderOf(name), 'hooks', 'pre-receive');
      await fs.mkdir(path.dirname(hook), { recursive: true });
      await fs.writeFile(hook, `#!/bin/sh\necho '${message}' >&2\nexit 1\n`, {
        mode: 0o755,
      });
    },
    acceptPushes: async name => {
      await fs.rm(path.join(folderOf(name), 'hooks', 'pre-receive'));
    },
    close: async () => {
      await new Promise<void>((resolve, reject) => {
        http.close(error => (error ? reject(error) : resolve()));
        http.closeAllConnections();
      });
      await fs.rm(root, { recursive: true });
    },
  };
}
