import { isRecord } from '../../isRecord';
import { stateOfSchedule } from '../../schedule/lateness';
import type { BackupStatus, HealthStatus } from '../../contract';
import { findingsOf } from '../overlay';
import { aloneAt } from '../Surroundings';
import {
  groupKindOf,
  nameOf,
  read,
  readList,
  readMilliseconds,
  readText,
  readTime,
} from '../read';
import type { PlacedObject } from '../topology';

const BACKUP_KINDS: ReadonlySet<string> = new Set([
  'batch/CronJob',
  'postgresql.cnpg.io/ScheduledBackup',
  'postgresql.cnpg.io/Backup',
  'snapshot.storage.k8s.io/VolumeSnapshot',
]);

/** Whether an object makes or is a backup. */
export function isBackup({ object, component }: PlacedObject): boolean {
  const kind = groupKindOf(object);
  return (
    BACKUP_KINDS.has(kind) &&
    (kind !== 'batch/CronJob' || component === 'backup')
  );
}

/** What a single backup is a backup of; undefined for schedules. */
function subjectOf(object: unknown): string | undefined {
  switch (groupKindOf(object)) {
    case 'postgresql.cnpg.io/Backup':
      return `cluster/${readText(object, 'spec', 'cluster', 'name') ?? ''}`;
    case 'snapshot.storage.k8s.io/VolumeSnapshot':
      return `claim/${
        readText(object, 'spec', 'source', 'persistentVolumeClaimName') ?? ''
      }`;
    default:
      return undefined;
  }
}

function madeAt(object: unknown): number {
  return readMilliseconds(object, 'metadata', 'creationTimestamp') ?? 0;
}

/**
 * Backups that a newer one of the same thing has replaced: an old failure says
 * nothing about today.
 */
export function supersededBackups(objects: readonly unknown[]): Set<unknown> {
  const newest = new Map<string, unknown>();
  const superseded = new Set<unknown>();
  for (const object of objects) {
    const subject = subjectOf(object);
    if (subject !== undefined) {
      const known = newest.get(subject);
      const isNewer = known === undefined || madeAt(object) > madeAt(known);
      const older = isNewer ? known : object;
      if (older !== undefined) superseded.add(older);
      if (isNewer) newest.set(subject, object);
    }
  }
  return superseded;
}

/** CloudNativePG's schedules do not say themselves when they last succeeded. */
function lastBackupOf(
  schedule: unknown,
  all: readonly unknown[],
): string | undefined {
  if (groupKindOf(schedule) !== 'postgresql.cnpg.io/ScheduledBackup') {
    return undefined;
  }
  return all
    .filter(
      object =>
        groupKindOf(object) === 'postgresql.cnpg.io/Backup' &&
        readText(object, 'status', 'phase') === 'completed' &&
        readText(object, 'spec', 'cluster', 'name') ===
          readText(schedule, 'spec', 'cluster', 'name'),
    )
    .flatMap(object => readTime(object, 'status', 'stoppedAt') ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .pop();
}

/** When CloudNativePG last made a backup of a cluster, by its own word. */
function lastBackupByCluster(
  schedule: unknown,
  all: readonly unknown[],
): string | undefined {
  const name = readText(schedule, 'spec', 'cluster', 'name');
  const cluster = all.find(
    object =>
      groupKindOf(object) === 'postgresql.cnpg.io/Cluster' &&
      nameOf(object) === name,
  );
  const byMethod = read(cluster, 'status', 'lastSuccessfulBackupByMethod');
  return [
    readTime(cluster, 'status', 'lastSuccessfulBackup'),
    ...Object.keys(isRecord(byMethod) ? byMethod : {}).map(method =>
      readTime(byMethod, method),
    ),
  ]
    .filter(time => time !== undefined)
    .sort((a, b) => Date.parse(b) - Date.parse(a))
    .at(0);
}

function lastSuccessOf(
  object: unknown,
  all: readonly unknown[],
): string | undefined {
  return (
    readTime(object, 'status', 'lastSuccessfulTime') ??
    readTime(object, 'status', 'stoppedAt') ??
    readTime(object, 'status', 'creationTime') ??
    lastBackupOf(object, all) ??
    (groupKindOf(object) === 'postgresql.cnpg.io/ScheduledBackup'
      ? lastBackupByCluster(object, all)
      : undefined)
  );
}

/** Whether it may well have succeeded without anything here telling so. */
function isUnseen(object: unknown, all: readonly unknown[]): boolean {
  return (
    groupKindOf(object) === 'postgresql.cnpg.io/ScheduledBackup' &&
    readTime(object, 'status', 'lastScheduleTime') !== undefined &&
    !all.some(
      candidate => groupKindOf(candidate) === 'postgresql.cnpg.io/Backup',
    )
  );
}

/** What a schedule has not done by now; undefined when nothing is to be said. */
export type Lateness = 'late' | 'never-succeeded' | 'never-runs' | 'unreadable';

function latenessOf(
  object: unknown,
  now: number,
  all: readonly unknown[],
): Lateness | undefined {
  const schedule = readText(object, 'spec', 'schedule');
  if (
    schedule === undefined ||
    read(object, 'spec', 'suspend') === true ||
    isUnseen(object, all)
  ) {
    return undefined;
  }
  const lastSuccessAt = lastSuccessOf(object, all);
  const since =
    lastSuccessAt ?? readTime(object, 'metadata', 'creationTimestamp');
  const state = stateOfSchedule(
    schedule,
    since === undefined ? now : Date.parse(since),
    now,
    {
      timeZone: readText(object, 'spec', 'timeZone'),
      // One that takes long is late when the next one is due as well.
      runs: readList(object, 'status', 'active').length > 0 ? 2 : 1,
    },
  );
  switch (state) {
    case 'late':
      return lastSuccessAt === undefined ? 'never-succeeded' : 'late';
    case 'never':
      return 'never-runs';
    default:
      return state === 'unreadable' ? 'unreadable' : undefined;
  }
}

const LATE_MESSAGES: Readonly<Record<Lateness, string>> = {
  late: 'The last successful backup is older than the schedule allows',
  'never-succeeded': 'No backup has ever succeeded',
  'never-runs': 'The schedule names a day that never comes',
  unreadable: 'The schedule cannot be read',
};

/**
 * One schedule or one backup. A schedule whose last good run is older than its
 * rhythm allows is Degraded even when its controller reports nothing.
 *
 * @param now - milliseconds since 1970
 * @param all - objects among which a schedule's backups are found
 */
export function summarizeBackup(
  placed: PlacedObject,
  now: number,
  all: readonly unknown[] = [],
): BackupStatus & { lateness?: Lateness } {
  const { object } = placed;
  const schedule = readText(object, 'spec', 'schedule');
  const isSuspended = read(object, 'spec', 'suspend') === true;
  const lastScheduledAt = readTime(object, 'status', 'lastScheduleTime');
  const lastSuccessAt = lastSuccessOf(object, all);
  const worst = findingsOf(placed, aloneAt(now))[0]?.assessment;
  const lateness = latenessOf(object, now, all);
  let health: HealthStatus = worst?.status ?? 'Healthy';
  let message = worst?.detail ?? worst?.text;
  if (isSuspended) {
    health = 'Suspended';
    message = 'No backups are made while the schedule is suspended';
  } else if (lateness && health === 'Healthy') {
    health = 'Degraded';
    message = LATE_MESSAGES[lateness];
  } else if (schedule !== undefined && !lastSuccessAt && lastScheduledAt) {
    message ??= 'No successful run is known';
  }
  return {
    kind: readText(object, 'kind') ?? '',
    name: nameOf(object),
    ...(schedule ? { schedule } : {}),
    isSuspended,
    ...(lateness ? { lateness } : {}),
    ...(lastScheduledAt ? { lastScheduledAt } : {}),
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    health,
    ...(message ? { message } : {}),
  };
}
