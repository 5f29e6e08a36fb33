import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common';
import { Agent } from 'undici';
import type { HttpTargetConfig } from '../../config';
import type { OwnDelay } from './OwnDelay';
import { createPartMask, type Mask } from '../../credentials';
import { readJson } from './readJson';
import { toUpstreamError } from './classifyFailure';
import { UpstreamError } from './UpstreamError';

/** One configured server: knows its credentials, so that nobody else has to. */
export interface HttpTarget {
  /** `parameters` are sent as a form (POST) or as a query (GET). */
  read(options: {
    path: string;
    method: 'GET' | 'POST';
    parameters?: Record<string, string>;
    timeoutMs?: number;
    signal?: AbortSignal;
  }): Promise<unknown>;
  /** Takes this server's credentials out of text among its figures. */
  mask: Mask;
  close(): Promise<void>;
}

/** For how long a server that names no time is left alone after a 429. */
const DEFAULT_PAUSE_MS = 1_000;

/** @param kind - how messages call it, such as `Prometheus` */
export function createHttpTarget(
  kind: string,
  config: HttpTargetConfig,
  {
    onCall = () => {},
    delay,
  }: {
    /** Told how each request ended. */
    onCall?: (state: SourceState) => void;
    delay?: OwnDelay;
  } = {},
): HttpTarget {
  const agent = new Agent({
    connect: {
      timeout: config.timeoutMs,
      ca: config.tls.ca,
      rejectUnauthorized: config.tls.rejectUnauthorized,
      ...(config.auth.type === 'mtls' && {
        cert: config.auth.cert,
        key: config.auth.key,
      }),
    },
  });
  const headers = {
    ...authorizationHeader(config),
    ...(config.tenant && { [config.tenant.header]: config.tenant.value }),
  };
  const secrets = secretsOf(config);
  let limited: { error: UpstreamError; until: number } | undefined;
  return {
    read: async ({ path, method, parameters, timeoutMs, signal }) => {
      const encoded = new URLSearchParams(parameters ?? {}).toString();
      const isForm = method === 'POST';
      const subject = `${kind} '${config.name}'`;
      const leftMs = (limited?.until ?? 0) - Date.now();
      if (limited && leftMs > 0) {
        const { message, status } = limited.error;
        throw new UpstreamError('rate-limited', message, {
          status,
          // The rest: who waits for it all again would wait twice.
          retryAfterMs: leftMs,
        });
      }
      const answer = readJson({
        subject,
        url: `${config.url}${path}${!isForm && encoded ? `?${encoded}` : ''}`,
        method,
        headers: {
          ...headers,
          ...(isForm && {
            'content-type': 'application/x-www-form-urlencoded',
          }),
        },
        body: isForm ? encoded : undefined,
        dispatcher: agent,
        timeoutMs: timeoutMs ?? config.timeoutMs,
        delay,
        maxBytes: config.maxResponseBytes,
        signal,
        describeError: describePrometheusError,
        secrets,
      });
      answer.then(
        () => onCall('ok'),
        (caught: unknown) => {
          const error = toUpstreamError(caught, subject);
          onCall(error.state);
          if (error.state === 'rate-limited') {
            const waitMs = error.retryAfterMs ?? DEFAULT_PAUSE_MS;
            const until = Date.now() + waitMs;
            // Of several that were on their way, the longest counts.
            limited =
              limited && limited.until > until ? limited : { error, until };
          }
        },
      );
      return answer;
    },
    mask: createPartMask(secrets),
    close: () => agent.destroy(),
  };
}

function authorizationHeader(config: HttpTargetConfig): Record<string, string> {
  const { auth } = config;
  if (auth.type === 'bearer') {
    return { authorization: `Bearer ${auth.token}` };
  }
  return auth.type === 'basic'
    ? { authorization: `Basic ${basicToken(auth.username, auth.password)}` }
    : {};
}

function basicToken(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

function secretsOf({ auth }: HttpTargetConfig): string[] {
  switch (auth.type) {
    case 'bearer':
      return [auth.token];
    case 'basic':
      return [basicToken(auth.username, auth.password), auth.password];
    case 'mtls':
      return [auth.key];
    default:
      return [];
  }
}

/** Prometheus and Alertmanager say `{"error": "..."}` or a JSON string. */
function describePrometheusError(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'string') {
      return value;
    }
    const error = (value as { error?: unknown } | null)?.error;
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}
