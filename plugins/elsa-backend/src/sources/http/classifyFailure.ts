import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { type Mask, maskCredentials } from '../../credentials';
import { UpstreamError } from './UpstreamError';

const STATE_BY_STATUS: Record<number, SourceState> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  429: 'rate-limited',
  504: 'timeout',
};

/** What an HTTP status says about the source that answered with it. */
export function stateOfStatus(status: number): SourceState {
  return (
    STATE_BY_STATUS[status] ??
    (status >= 500 ? 'server-error' : 'invalid-response')
  );
}

const TIMEOUT =
  /timeout|timed out|ETIMEDOUT|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT|ESOCKETTIMEDOUT/i;
const TLS =
  /certificate|self[- ]signed|ERR_TLS|ERR_SSL|CERT_|EPROTO|UNABLE_TO_(VERIFY|GET)|wrong version number|SSL routines|handshake/i;

/**
 * What a failed connection says: the words are those of Node and OpenSSL. The
 * Kubernetes plugin's proxy hands them on as text, so text is what is matched.
 */
export function stateOfConnectionFailure(text: string): SourceState {
  if (TIMEOUT.test(text)) {
    return 'timeout';
  }
  return TLS.test(text) ? 'tls-error' : 'unreachable';
}

/** Code and message of an error and of everything that caused it. */
export function describeCauses(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    const code = (current as { code?: unknown }).code;
    parts.push(withCode(current.message, code));
    current =
      current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  // Of what an error and its cause both say, the longer one stays.
  const said = parts.filter(
    (part, index) =>
      part !== '' &&
      !parts.some((other, at) =>
        other === part ? at < index : other.includes(part),
      ),
  );
  return said.join('; ') || String(error);
}

/** Node puts most codes into the message already. */
function withCode(message: string, code: unknown): string {
  return typeof code !== 'string' || message.includes(code)
    ? message
    : `${code} ${message}`.trim();
}

/**
 * Every failure becomes an UpstreamError, so that callers need one catch.
 *
 * @param mask - takes out what must not be told of the causes
 */
export function toUpstreamError(
  error: unknown,
  subject: string,
  mask: Mask = maskCredentials,
): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  const causes = describeCauses(error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') {
    return new UpstreamError('timeout', `${subject} did not answer in time`);
  }
  const state = stateOfConnectionFailure(causes);
  return new UpstreamError(
    state,
    `${subject} cannot be reached: ${mask(causes).slice(0, 300)}`,
  );
}
