import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Agent } from 'undici';
import type { HttpTargetConfig } from '../../config';
import { sourceId } from '../../model';
import type { OwnDelay } from './OwnDelay';
import { createPartMask, type Mask } from '../../credentials';
import type { Pauses } from './Pauses';
import { readJson } from './readJson';
import { toUpstreamError } from './classifyFailure';

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

const KINDS = { prometheus: 'Prometheus', alertmanager: 'Alertmanager' };

function createAgent({ auth, timeoutMs, tls }: HttpTargetConfig): Agent {
  return new Agent({
    connect: {
      timeout: timeoutMs,
      ca: tls.ca,
      rejectUnauthorized: tls.rejectUnauthorized,
      ...(auth.type === 'mtls' && { cert: auth.cert, key: auth.key }),
    },
  });
}

/** Parameters in the body of a form, or behind the address. */
function encodeParameters(
  method: 'GET' | 'POST',
  parameters: Record<string, string> = {},
): { search: string; body?: string; headers: Record<string, string> } {
  const encoded = new URLSearchParams(parameters).toString();
  return method === 'POST'
    ? {
        search: '',
        body: encoded,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
    : { search: encoded && `?${encoded}`, headers: {} };
}

export function createHttpTarget(
  kind: keyof typeof KINDS,
  config: HttpTargetConfig,
  options: {
    pauses: Pauses;
    /** Told how each request ended. */
    onCall?: (state: SourceState) => void;
    delay?: OwnDelay;
  },
): HttpTarget {
  const { pauses, onCall = () => {}, delay } = options;
  const id = sourceId(kind, config.name);
  const subject = `${KINDS[kind]} '${config.name}'`;
  const agent = createAgent(config);
  const ownHeaders = {
    ...authorizationHeader(config),
    ...(config.tenant && { [config.tenant.header]: config.tenant.value }),
  };
  const secrets = secretsOf(config);
  return {
    read: async ({ path, method, parameters, timeoutMs, signal }) => {
      const paused = await pauses.check(id, subject);
      if (paused) {
        throw paused;
      }
      const { search, body, headers } = encodeParameters(method, parameters);
      try {
        const answer = await readJson({
          subject,
          url: `${config.url}${path}${search}`,
          method,
          headers: { ...ownHeaders, ...headers },
          body,
          dispatcher: agent,
          timeoutMs: timeoutMs ?? config.timeoutMs,
          delay,
          maxBytes: config.maxResponseBytes,
          signal,
          describeError: describePrometheusError,
          secrets,
        });
        onCall('ok');
        return answer;
      } catch (caught) {
        const error = toUpstreamError(caught, subject);
        onCall(error.state);
        if (error.state === 'rate-limited') {
          await pauses.begin(id, error.retryAfterMs);
        }
        throw error;
      }
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
