import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Repositories, Repository } from './repositories';

/** Runs `git http-backend` as a web server would: one process per request (CGI). */
export function runHttpBackend(
  repositories: Repositories,
  repository: Repository,
  service: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://git');
  const { headers } = request;
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: repositories.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      PATH_INFO: `/${repository.owner}/${repository.name}.git/${service}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_USER: 'sandbox',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(backend.stdin);
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    let hasHead = false;
    backend.stdout.on('data', (chunk: Buffer) => {
      if (hasHead) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      hasHead = true;
      const fields = head.subarray(0, end).toString().split('\r\n');
      for (const field of fields) {
        const colon = field.indexOf(':');
        const name = field.slice(0, colon);
        const value = field.slice(colon + 1).trim();
        if (name.toLocaleLowerCase('en-US') === 'status') {
          response.statusCode = parseInt(value, 10);
        } else response.setHeader(name, value);
      }
      response.write(head.subarray(end + 4));
    });
    backend.on('error', reject);
    // A client that hangs up closes the pipe under the process.
    backend.stdin.on('error', () => backend.kill());
    backend.on('close', () => {
      response.end();
      resolve();
    });
  });
}
