/*
 * Readers: each asks again as soon as it has its answer. In a process of its
 * own, so that they do not take the backend's time. Loopback only.
 */
import { Agent, request as httpRequest } from 'node:http';
import type { LoadOptions, LoadResult } from './messages';

type Outcome = 'ok' | 'timeout' | { error: string };

function ask(
  options: LoadOptions,
  agent: Agent,
  onBytes: (bytes: number) => void,
): Promise<Outcome> {
  const { environments } = options;
  const name = environments[Math.floor(Math.random() * environments.length)];
  const fill = (text: string) => text.replaceAll('{{environment}}', name);
  const url = new URL(fill(options.path), options.baseUrl);
  const body = options.body === undefined ? undefined : fill(options.body);
  return new Promise(resolve => {
    const request = httpRequest(
      url,
      {
        agent,
        method: options.method,
        headers: {
          authorization: `Bearer ${options.token}`,
          // As every browser does.
          'accept-encoding': 'gzip',
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
        signal: AbortSignal.timeout(options.timeoutSeconds * 1000),
      },
      response => {
        let head = '';
        response.on('data', (chunk: Buffer) => {
          onBytes(chunk.length);
          if (response.statusCode !== 200) head += chunk.toString('utf8');
        });
        response.on('end', () =>
          resolve(
            response.statusCode === 200
              ? 'ok'
              : { error: `${response.statusCode} ${head.slice(0, 200)}` },
          ),
        );
        response.on('error', error => resolve(failure(error)));
      },
    );
    request.on('error', error => resolve(failure(error)));
    request.end(body);
  });
}

function failure(error: Error): Outcome {
  return error.name === 'AbortError' || error.name === 'TimeoutError'
    ? 'timeout'
    : { error: error.message };
}

async function run(options: LoadOptions): Promise<LoadResult> {
  if (new URL(options.baseUrl).hostname !== '127.0.0.1') {
    throw new Error(`${options.baseUrl} is not this machine`);
  }
  const agent = new Agent({ keepAlive: true, maxSockets: options.readers });
  const result: LoadResult = {
    latenciesMilliseconds: [],
    errors: 0,
    timeouts: 0,
    seconds: 0,
    bytes: 0,
  };
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;
  let begun = 0;
  const read = async () => {
    while (performance.now() < endsAt && begun < options.maxRequests) {
      begun += 1;
      const askedAt = performance.now();
      const outcome = await ask(options, agent, bytes => {
        result.bytes += bytes;
      });
      if (outcome === 'ok') {
        result.latenciesMilliseconds.push(performance.now() - askedAt);
      } else if (outcome === 'timeout') {
        result.timeouts += 1;
      } else {
        result.errors += 1;
        result.firstError ??= outcome.error;
      }
    }
  };
  await Promise.all(Array.from({ length: options.readers }, read));
  result.seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return result;
}

process.on('message', (options: LoadOptions) => {
  run(options).then(
    value => process.send?.({ type: 'result', value }),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
process.send?.({ type: 'ready' });
