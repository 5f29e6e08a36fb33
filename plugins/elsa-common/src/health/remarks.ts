import type { HealthReason, StorageStatus } from '../contract';
import { VOLUME_NEARLY_FULL_RATIO } from '../thresholds';
import type { Finding } from './overlay';
import { groupKindOf, nameOf } from './read';
import { toReason } from './reasons';
import { byField } from './rules/result';
import { isBackup, type Lateness, summarizeBackup } from './snapshot/backups';
import { summarizeStorage } from './snapshot/storage';
import type { PlacedObject } from './topology';
import type { Assessment, EnvironmentInput } from './types';

type VolumeUsage = Pick<StorageStatus, 'capacityBytes' | 'usedBytes'>;
type Input = Pick<EnvironmentInput, 'now' | 'objects' | 'volumeUsedBytes'>;

const LATENESS: Readonly<
  Record<Lateness, { code: string; text: string; field: string }>
> = {
  late: {
    code: 'BackupLate',
    text: 'has had no successful backup for longer than its schedule allows',
    field: 'status.lastSuccessfulTime',
  },
  'never-succeeded': {
    code: 'BackupLate',
    text: 'has never had a successful backup, although one was due',
    field: 'status.lastSuccessfulTime',
  },
  'never-runs': {
    code: 'NeverRuns',
    text: 'has a schedule that never comes',
    field: 'spec.schedule',
  },
  unreadable: {
    code: 'ScheduleInvalid',
    text: 'has a schedule that cannot be read',
    field: 'spec.schedule',
  },
};

function backupFindings(placed: PlacedObject, input: Input): Finding[] {
  const { object } = placed;
  if (!isBackup(placed)) {
    return [];
  }
  const { isSuspended, lateness, lastSuccessAt } = summarizeBackup(
    placed,
    input.now,
    input.objects,
  );
  const said: Assessment[] = [];
  if (isSuspended && groupKindOf(object) === 'batch/CronJob') {
    said.push(
      byField(
        'Suspended',
        'BackupSuspended',
        'is suspended, so that no backups are made',
        'spec.suspend',
        'suspended',
        { since: lastSuccessAt },
      ),
    );
  }
  if (lateness) {
    const { code, text, field } = LATENESS[lateness];
    said.push(
      byField('Degraded', code, text, field, 'backup', {
        since: lastSuccessAt,
      }),
    );
  }
  return said.map(assessment => ({ object, assessment }));
}

function fullVolume(placed: PlacedObject, input: Input): Finding[] {
  const { object, component } = placed;
  if (groupKindOf(object) !== 'PersistentVolumeClaim') {
    return [];
  }
  return judgeVolume(
    object,
    summarizeStorage(
      object,
      component,
      input.volumeUsedBytes?.get(nameOf(object)),
    ),
  );
}

function judgeVolume(object: unknown, volume: VolumeUsage): Finding[] {
  const { capacityBytes = Infinity, usedBytes = 0 } = volume;
  const share = usedBytes / capacityBytes;
  return share >= VOLUME_NEARLY_FULL_RATIO
    ? [
        {
          object,
          assessment: byField(
            'Healthy',
            'VolumeNearlyFull',
            `is ${toPercent(share)} % full`,
            'status.capacity.storage',
            'volume-full',
          ),
        },
      ]
    : [];
}

/** Not full before it is. */
function toPercent(share: number): number {
  const percent = Math.round(share * 100);
  return share < 1 ? Math.min(percent, 99) : percent;
}

/**
 * What there is to remark on how full a volume is, for usage that becomes known
 * apart from the objects.
 *
 * @public
 */
export function volumeRemarks(
  volume: VolumeUsage & Pick<StorageStatus, 'claim' | 'component'>,
  namespace: string,
): HealthReason[] {
  const object = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: volume.claim, namespace },
  };
  return judgeVolume(object, volume).map(finding =>
    toReason(finding, volume.component),
  );
}

/**
 * What no rule of Argo CD sees because it needs the time, a metric or other
 * objects. Findings with health `Healthy` warn and change nothing.
 */
export function remarksOn(placed: PlacedObject, input: Input): HealthReason[] {
  return [backupFindings, fullVolume].flatMap(find =>
    find(placed, input).map(finding => toReason(finding, placed.component)),
  );
}
