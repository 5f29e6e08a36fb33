import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common';

/** Why a source could not be read, in words that may be shown and logged. */
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
    super(message);
    this.name = 'UpstreamError';
    this.state = state;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}
