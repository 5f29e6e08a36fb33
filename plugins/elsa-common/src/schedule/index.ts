export {
  BACKUP_GRACE_SECONDS,
  longestGapSeconds,
  maximumBackupAgeSeconds,
} from './lateness';
export { isCronSchedule } from './isCronSchedule';
export { comesEveryYear } from './comesEveryYear';
