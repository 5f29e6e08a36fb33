import type { HealthReason } from '../contract';
import { VOLUME_NEARLY_FULL_RATIO } from '../thresholds';
import type { Finding } from './overlay';
import { groupKindOf, nameOf } from './read';
import { toReason } from './reasons';
import { byField } from './rules/result';
import { isBackup, summarizeBackup } from './snapshot/backups';
import { summarizeStorage } from './snapshot/storage';
import type { PlacedObject } from './topology';
import type { EnvironmentInput } from './types';

type Input = Pick<EnvironmentInput, 'now' | 'objects' | 'volumeUsedBytes'>;

function lateBackup(placed: PlacedObject, input: Input): Finding[] {
  if (!isBackup(placed)) {
    return [];
  }
  const { isLate, lastSuccessAt } = summarizeBackup(
    placed,
    input.now,
    input.objects,
  );
  return isLate
    ? [
        {
          object: placed.object,
          assessment: byField(
            'Degraded',
            'BackupLate',
            'has had no successful backup for longer than its schedule allows',
            'status.lastSuccessfulTime',
            'backup',
            { since: lastSuccessAt },
          ),
        },
      ]
    : [];
}

function fullVolume(placed: PlacedObject, input: Input): Finding[] {
  const { object, component } = placed;
  if (groupKindOf(object) !== 'PersistentVolumeClaim') {
    return [];
  }
  const { capacityBytes, usedBytes } = summarizeStorage(
    object,
    component,
    input.volumeUsedBytes?.get(nameOf(object)),
  );
  const share = (usedBytes ?? 0) / (capacityBytes ?? Infinity);
  return share >= VOLUME_NEARLY_FULL_RATIO
    ? [
        {
          object,
          assessment: byField(
            'Healthy',
            'VolumeNearlyFull',
            `is ${Math.round(share * 100)} % full`,
            'status.capacity.storage',
            'volume-full',
          ),
        },
      ]
    : [];
}

/**
 * What no rule of Argo CD sees because it needs the time, a metric or other
 * objects. Findings with health `Healthy` warn and change nothing.
 */
export function remarksOn(placed: PlacedObject, input: Input): HealthReason[] {
  return [lateBackup, fullVolume].flatMap(find =>
    find(placed, input).map(finding => toReason(finding, placed.component)),
  );
}
