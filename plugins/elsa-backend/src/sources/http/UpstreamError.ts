import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { maskCredentials } from '../../credentials';

/**
 * Why a source could not be read, in words that may be shown and logged. What
 * looks like a credential is taken out here, whoever wrote the message.
 */
export class UpstreamError extends Error {
  readonly state: SourceState;
  readonly status?: number;
  /** From Retry-After. */
  readonly retryAfterMs?: number;

  constructor(
    state: SourceState,
    message: string,
    details: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(maskCredentials(message));
    this.name = 'UpstreamError';
    this.state = state;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}
