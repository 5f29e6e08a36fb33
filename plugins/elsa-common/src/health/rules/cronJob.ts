import { isRecord } from '../../isRecord';
import { read, readList, readString, readTime } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy } from './result';

/**
 * https://github.com/argoproj/argo-cd/blob/master/resource_customizations/batch/CronJob/health.lua
 * Suspended is Healthy there (issue 24428); times are compared as text.
 */
export const cronJob: HealthRule = object => {
  if (read(object, 'spec', 'suspend') === true) {
    return healthy('spec.suspend');
  }
  if (!isRecord(read(object, 'status'))) {
    return byField(
      'Progressing',
      'NoStatus',
      'has not been seen by its controller yet',
      'status',
      'backup',
    );
  }
  const scheduled = readString(object, 'status', 'lastScheduleTime');
  const succeeded = readString(object, 'status', 'lastSuccessfulTime');
  const isActive = readList(object, 'status', 'active').length > 0;
  if (
    scheduled !== undefined &&
    succeeded !== undefined &&
    !isActive &&
    succeeded < scheduled
  ) {
    return byField(
      'Degraded',
      'LastRunFailed',
      'has not completed its last run',
      'status.lastSuccessfulTime',
      'backup',
      { since: readTime(object, 'status', 'lastScheduleTime') },
    );
  }
  return healthy();
};
