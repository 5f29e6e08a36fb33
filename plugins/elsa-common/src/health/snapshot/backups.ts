import type { BackupStatus, HealthStatus } from '../../contract';
import { findingsOf } from '../overlay';
import { aloneAt } from '../Surroundings';
import {
  groupKindOf,
  nameOf,
  read,
  readMilliseconds,
  readText,
  readTime,
} from '../read';
import type { PlacedObject } from '../topology';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/**
 * Longest time between two good backups, with two hours to run in: a day for
 * schedules that run daily or more often, else a week or a month.
 */
function maximumAgeSeconds(schedule: string | undefined): number {
  const fields = (schedule ?? '').trim().split(/\s+/);
  // CloudNativePG's schedules begin with seconds.
  const [day = '*', month = '*', weekday = '*'] = fields.slice(-3);
  const isAny = (field: string) => field === '*' || field === '?';
  const grace = 2 * HOUR_SECONDS;
  if (!isAny(day) || !isAny(month) || schedule?.startsWith('@monthly')) {
    return 31 * DAY_SECONDS + grace;
  }
  return (
    (isAny(weekday) && !schedule?.startsWith('@weekly')
      ? DAY_SECONDS
      : 7 * DAY_SECONDS) + grace
  );
}

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
): BackupStatus & { isLate: boolean } {
  const { object } = placed;
  const schedule = readText(object, 'spec', 'schedule');
  const isSuspended = read(object, 'spec', 'suspend') === true;
  const lastScheduledAt = readTime(object, 'status', 'lastScheduleTime');
  const lastSuccessAt =
    readTime(object, 'status', 'lastSuccessfulTime') ??
    readTime(object, 'status', 'stoppedAt') ??
    readTime(object, 'status', 'creationTime') ??
    lastBackupOf(object, all);
  const worst = findingsOf(placed, aloneAt(now))[0]?.assessment;
  const isLate =
    schedule !== undefined &&
    !isSuspended &&
    lastSuccessAt !== undefined &&
    now - Date.parse(lastSuccessAt) > maximumAgeSeconds(schedule) * 1000;
  let health: HealthStatus = worst?.status ?? 'Healthy';
  let message = worst?.detail ?? worst?.text;
  if (isSuspended) {
    health = 'Suspended';
    message = 'No backups are made while the schedule is suspended';
  } else if (isLate && health === 'Healthy') {
    health = 'Degraded';
    message = 'The last successful backup is older than the schedule allows';
  } else if (schedule !== undefined && !lastSuccessAt && lastScheduledAt) {
    message ??= 'No successful run is known';
  }
  return {
    kind: readText(object, 'kind') ?? '',
    name: nameOf(object),
    ...(schedule ? { schedule } : {}),
    isSuspended,
    isLate,
    ...(lastScheduledAt ? { lastScheduledAt } : {}),
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    health,
    ...(message ? { message } : {}),
  };
}
