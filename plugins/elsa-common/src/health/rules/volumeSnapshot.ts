import { isRecord } from '../../isRecord';
import { read, readText, readTime } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/snapshot.storage.k8s.io/VolumeSnapshot/health.lua */
export const volumeSnapshot: HealthRule = object => {
  if (read(object, 'status', 'readyToUse') === true) {
    return healthy('status.readyToUse');
  }
  if (isRecord(read(object, 'status', 'error'))) {
    return byField(
      'Degraded',
      'SnapshotFailed',
      'could not be taken',
      'status.error',
      'backup',
      {
        detail: readText(object, 'status', 'error', 'message'),
        since: readTime(object, 'status', 'error', 'time'),
      },
    );
  }
  return byField(
    'Progressing',
    'NotReadyToUse',
    'is being taken',
    'status.readyToUse',
    'backup',
  );
};
