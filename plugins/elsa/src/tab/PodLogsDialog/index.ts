export { PodLogsDialog } from './PodLogsDialog';
export { usePodLogsAccess } from './usePodLogsAccess';
