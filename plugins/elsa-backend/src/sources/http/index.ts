export { createHttpTarget, type HttpTarget } from './createHttpTarget';
export {
  stateOfConnectionFailure,
  stateOfStatus,
  toUpstreamError,
} from './classifyFailure';
export { isLostConnection } from './isLostConnection';
export { readJson } from './readJson';
export { UpstreamError } from './UpstreamError';
export { Pauses } from './Pauses';
export { readRetryAfter } from './retryAfter';
export { createDeadline } from './createDeadline';
export {
  type OwnDelay,
  readOwnDelay,
  sumOfDelays,
  watchOwnDelay,
} from './OwnDelay';
export { fieldNames, parseWithout } from './parseWithout';
