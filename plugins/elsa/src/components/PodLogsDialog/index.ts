export { PodLogsDialog, useHasPodLogs } from './PodLogsDialog';
