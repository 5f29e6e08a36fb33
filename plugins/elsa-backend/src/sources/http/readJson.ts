import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, type InputType, type ZlibOptions } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { createMask } from '../../credentials';
import { stateOfStatus, toUpstreamError } from './classifyFailure';
import { isLostConnection } from './isLostConnection';
import { createDeadline } from './createDeadline';
import type { OwnDelay } from './OwnDelay';
import { describePause, readRetryAfter } from './retryAfter';
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
  /** Not counted as the server's. */
  delay?: OwnDelay;
  /** After decompression. */
  maxBytes: number;
  signal?: AbortSignal;
  /** Makes a short text of an error answer; it may hold HTML or nothing. */
  describeError?: (body: string) => string | undefined;
  /** Credentials, so that a server that echoes them cannot leak them. */
  secrets?: readonly string[];
  /** Default: all of it. */
  parse?: (body: Buffer) => unknown;
}

const gunzipAsync = promisify<InputType, ZlibOptions, Buffer>(gunzip);

/** Error answers are cut here: the first lines say what is wrong. */
const ERROR_BODY_BYTES = 64 * 1024;

/**
 * Reads one JSON answer without ever holding more than `maxBytes` of it.
 *
 * @throws UpstreamError, always
 */
export async function readJson(options: ReadJsonOptions): Promise<unknown> {
  const deadline = createDeadline(options);
  const signal = options.signal
    ? AbortSignal.any([deadline.signal, options.signal])
    : deadline.signal;
  try {
    return await requestJson(options, signal);
  } catch (error) {
    throw toUpstreamError(
      deadline.signal.aborted ? deadline.signal.reason : error,
      options.subject,
      createMask(options.secrets ?? []),
    );
  } finally {
    deadline.clear();
  }
}

async function requestJson(
  options: ReadJsonOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await send(options.url, {
    method: options.method ?? 'GET',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      ...options.headers,
    },
    body: options.body,
    dispatcher: options.dispatcher,
    signal,
    // The signal ends it; these would count our own delay too.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const isCompressed = isGzip(response.headers['content-encoding']);
  if (response.statusCode < 200 || response.statusCode > 299) {
    const text = await readErrorText(response.body, isCompressed);
    const mask = createMask(options.secrets ?? []);
    // Masked as a whole: half a secret at the end would not be recognized.
    const detail = mask(options.describeError?.(text) ?? '').slice(0, 300);
    const { statusCode: status, headers } = response;
    const nowMs = Date.now();
    const retryAfter = readRetryAfter(headers['retry-after'], {
      status,
      nowMs,
    });
    const state = stateOfStatus(status);
    const pause =
      state === 'rate-limited' && retryAfter
        ? `; ${describePause(retryAfter, nowMs)}`
        : '';
    throw new UpstreamError(
      state,
      `${options.subject} answered ${status}${detail && `: ${detail}`}${pause}`,
      { status, retryAfterMs: retryAfter?.waitMs },
    );
  }
  const body = await readWholeBody(response.body, isCompressed, options);
  try {
    return options.parse
      ? options.parse(body)
      : JSON.parse(body.toString('utf8'));
  } catch {
    const isPage = body.toString('utf8', 0, 1000).trimStart().startsWith('<');
    throw new UpstreamError(
      'invalid-response',
      `${options.subject} answered with ${isPage ? 'a web page' : 'something that is not whole JSON'}`,
    );
  }
}

/** Names of encodings have no case, and an old one means the same. */
function isGzip(header: string | string[] | undefined): boolean {
  return /^(x-)?gzip$/i.test(String(header ?? '').trim());
}

/** What is read may be asked again: once, on a connection that is new. */
async function send(
  url: string,
  options: NonNullable<Parameters<typeof request>[1]>,
): ReturnType<typeof request> {
  try {
    return await request(url, options);
  } catch (error) {
    if (!isLostConnection(error)) {
      throw error;
    }
    return request(url, { ...options, reset: true });
  }
}

async function readErrorText(
  body: Readable,
  isCompressed: boolean,
): Promise<string> {
  const { bytes } = await collect(body, ERROR_BODY_BYTES);
  try {
    return (
      isCompressed ? await decompress(bytes, ERROR_BODY_BYTES) : bytes
    ).toString('utf8');
  } catch {
    // Cut short, or too long: the status has to do.
    return '';
  }
}

/** @throws UpstreamError when there is more than may be held */
async function readWholeBody(
  body: Readable,
  isCompressed: boolean,
  { subject, maxBytes }: Pick<ReadJsonOptions, 'subject' | 'maxBytes'>,
): Promise<Buffer> {
  const tooLarge = () =>
    new UpstreamError(
      'invalid-response',
      `${subject} answered with more than ${maxBytes} bytes; raise maxResponseBytes or lower pageSize`,
    );
  const { bytes, isCut } = await collect(body, maxBytes);
  if (isCut) {
    throw tooLarge();
  }
  if (!isCompressed) {
    return bytes;
  }
  try {
    return await decompress(bytes, maxBytes);
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : new UpstreamError(
          'invalid-response',
          `${subject} answered with something that is not whole gzip`,
        );
  }
}

/**
 * Takes what comes as it comes. A body that is not read at once makes undici
 * pause its parser, which fails for everyone when the server then closes the
 * connection.
 *
 * @see https://github.com/nodejs/undici/issues/5360
 */
async function collect(
  body: Readable,
  maxBytes: number,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const end = (isCut: boolean) =>
      resolve({ bytes: Buffer.concat(chunks), isCut });
    body.on('data', (chunk: Buffer) => {
      if (size + chunk.length > maxBytes) {
        chunks.push(chunk.subarray(0, maxBytes - size));
        size = maxBytes;
        end(true);
        // Ends the download.
        body.destroy();
        return;
      }
      size += chunk.length;
      chunks.push(chunk);
    });
    body.on('end', () => end(false));
    // Also for errors that come after the download was ended on purpose.
    body.on('error', reject);
  });
}

/** Fewer and larger steps: each is a turn in the pool of threads. */
const CHUNK_BYTES = 1024 * 1024;

function decompress(bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
  return gunzipAsync(bytes, { maxOutputLength, chunkSize: CHUNK_BYTES });
}
