import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import { stateOfStatus, toUpstreamError } from './classifyFailure';
import { readRetryAfterMs } from './retryAfter';
import { UpstreamError } from './UpstreamError';

export interface ReadJsonOptions {
  /** How messages name the server, such as `Prometheus 'eu'`. */
  subject: string;
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  dispatcher?: Dispatcher;
  /** For the whole answer, from the first byte sent to the last received. */
  timeoutMs: number;
  /** After decompression. */
  maxBytes: number;
  signal?: AbortSignal;
  /** Makes a short text of an error answer; it may hold HTML or nothing. */
  describeError?: (body: string) => string | undefined;
  /** Credentials, so that a server that echoes them cannot leak them. */
  secrets?: readonly string[];
}

/** Error answers are cut here: the first lines say what is wrong. */
const ERROR_BODY_BYTES = 64 * 1024;

/**
 * Reads one JSON answer without ever holding more than `maxBytes` of it.
 *
 * @throws UpstreamError, always
 */
export async function readJson(options: ReadJsonOptions): Promise<unknown> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([timeout, options.signal])
    : timeout;
  try {
    return await requestJson(options, signal);
  } catch (error) {
    const failure = timeout.aborted
      ? new UpstreamError(
          'timeout',
          `${options.subject} did not answer within ${options.timeoutMs / 1000} seconds`,
        )
      : toUpstreamError(error, options.subject);
    throw withoutSecrets(failure, options.secrets ?? []);
  }
}

async function requestJson(
  options: ReadJsonOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await request(options.url, {
    method: options.method ?? 'GET',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      ...options.headers,
    },
    body: options.body,
    dispatcher: options.dispatcher,
    signal,
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
  });
  const isCompressed = response.headers['content-encoding'] === 'gzip';
  if (response.statusCode < 200 || response.statusCode > 299) {
    const text = await readText(response.body, isCompressed, {
      maxBytes: ERROR_BODY_BYTES,
      onTooLarge: 'cut',
      subject: options.subject,
    });
    const detail = options.describeError?.(text);
    throw new UpstreamError(
      stateOfStatus(response.statusCode),
      `${options.subject} answered ${response.statusCode}${detail ? `: ${detail.slice(0, 300)}` : ''}`,
      {
        status: response.statusCode,
        retryAfterMs: readRetryAfterMs(
          response.headers['retry-after'],
          Date.now(),
        ),
      },
    );
  }
  const text = await readText(response.body, isCompressed, {
    maxBytes: options.maxBytes,
    onTooLarge: 'refuse',
    subject: options.subject,
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UpstreamError(
      'invalid-response',
      `${options.subject} answered with ${text.trimStart().startsWith('<') ? 'a web page' : 'something that is not whole JSON'}`,
    );
  }
}

async function readText(
  body: Readable,
  isCompressed: boolean,
  options: {
    maxBytes: number;
    onTooLarge: 'refuse' | 'cut';
    subject: string;
  },
): Promise<string> {
  const stream = isCompressed ? body.pipe(createGunzip()) : body;
  // A connection that breaks must end the reading of the decompressed side too.
  body.on('error', error => stream.destroy(error));
  // The loop below reports errors; this keeps late ones (the download is cut
  // short on purpose) from ending the process.
  stream.on('error', () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size <= options.maxBytes) {
        chunks.push(bytes);
      } else if (options.onTooLarge === 'cut') {
        break;
      } else {
        throw new UpstreamError(
          'invalid-response',
          `${options.subject} answered with more than ${options.maxBytes} bytes; raise maxResponseBytes or lower pageSize`,
        );
      }
    }
  } finally {
    // Ends the download; destroying an already finished stream does nothing.
    body.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}

function withoutSecrets(
  error: UpstreamError,
  secrets: readonly string[],
): UpstreamError {
  const message = secrets
    .filter(secret => secret.length > 0)
    .reduce((text, secret) => text.replaceAll(secret, '***'), error.message);
  return message === error.message
    ? error
    : new UpstreamError(error.state, message, error);
}
