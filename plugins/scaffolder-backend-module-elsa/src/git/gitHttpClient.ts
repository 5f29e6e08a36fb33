import type {
  GitHttpRequest,
  GitHttpResponse,
  HttpClient,
} from 'isomorphic-git';

// Longer than any answer of a healthy server to a push of a few hundred files.
const REQUEST_TIMEOUT_MS = 120_000;

async function collectBody(
  body: GitHttpRequest['body'],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!body) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  const joined = Buffer.concat(chunks);
  return new Uint8Array(joined.buffer, joined.byteOffset, joined.byteLength);
}

async function* readBody(
  response: Response,
): AsyncIterableIterator<Uint8Array> {
  if (response.body) {
    yield* response.body;
  }
}

/**
 * Git over fetch. Unlike isomorphic-git's own client it ends with the task,
 * does not wait forever, and follows no redirect: a redirect could lead the
 * credentials, or the backend's network access, to a host that was not allowed.
 */
export function createGitHttpClient(options?: {
  signal?: AbortSignal;
  timeoutMs?: number;
}): HttpClient {
  const timeoutMs = options?.timeoutMs ?? REQUEST_TIMEOUT_MS;
  return {
    async request(request: GitHttpRequest): Promise<GitHttpResponse> {
      const timeout = AbortSignal.timeout(timeoutMs);
      const response = await fetch(request.url, {
        method: request.method ?? 'GET',
        headers: request.headers,
        body: await collectBody(request.body),
        redirect: 'manual',
        signal: options?.signal
          ? AbortSignal.any([options.signal, timeout])
          : timeout,
      });
      return {
        url: response.url,
        method: request.method,
        headers: Object.fromEntries(response.headers),
        body: readBody(response),
        statusCode: response.status,
        statusMessage: response.statusText,
      };
    },
  };
}
