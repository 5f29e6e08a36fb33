export { createHttpTarget, type HttpTarget } from './createHttpTarget';
export {
  stateOfConnectionFailure,
  stateOfStatus,
  toUpstreamError,
} from './classifyFailure';
export { readJson } from './readJson';
export { UpstreamError } from './UpstreamError';
export { readRetryAfterMs } from './retryAfter';
