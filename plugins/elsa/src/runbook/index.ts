export { useReasonTitle } from './useReasonTitle';
export { type RunbookText, useRunbookText } from './useRunbookText';
