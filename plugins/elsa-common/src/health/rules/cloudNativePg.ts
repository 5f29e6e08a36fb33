import { isRecord } from '../../isRecord';
import type { HealthStatus } from '../../contract';
import {
  annotationOf,
  findCondition,
  read,
  readString,
  readText,
  readTime,
} from '../read';
import type { HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/postgresql.cnpg.io/Cluster/health.lua */
const PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['Cluster in healthy state', 'Healthy'],
  ['Setting up primary', 'Progressing'],
  ['Creating a new replica', 'Progressing'],
  ['Upgrading cluster', 'Progressing'],
  ['Waiting for the instances to become active', 'Progressing'],
  ['Promoting to primary cluster', 'Progressing'],
  ['Switchover in progress', 'Degraded'],
  ['Failing over', 'Degraded'],
  ['Upgrading Postgres major version', 'Degraded'],
  ['Cluster upgrade delayed', 'Degraded'],
  ['Waiting for user action', 'Degraded'],
  ['Primary instance is being restarted in-place', 'Degraded'],
  ['Primary instance is being restarted without a switchover', 'Degraded'],
  [
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    'Degraded',
  ],
  ['Online upgrade in progress', 'Degraded'],
  ['Applying configuration', 'Degraded'],
  ['Unable to create required cluster objects', 'Suspended'],
  [
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    'Suspended',
  ],
  ['Cluster has incomplete or invalid image catalog', 'Suspended'],
  ['Cluster is unrecoverable and needs manual intervention', 'Suspended'],
]);

export const RECONCILIATION = 'cnpg.io/reconciliationLoop';

/** Phases are sentences; a code has no blanks. */
export function codeOfPhase(phase: string): string {
  return phase
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');
}

/** CloudNativePG's `Cluster`. */
export const cloudNativePgCluster: HealthRule = object => {
  if (annotationOf(object, RECONCILIATION) === 'disabled') {
    return byField(
      'Suspended',
      'ReconciliationDisabled',
      'is not reconciled by its operator',
      `metadata.annotations['${RECONCILIATION}']`,
      'suspended',
    );
  }
  const phaseReason = readText(object, 'status', 'phaseReason');
  if (!Array.isArray(read(object, 'status', 'conditions'))) {
    return byField(
      'Progressing',
      'NoStatus',
      'is being set up',
      'status.conditions',
      'database-cluster',
      { detail: phaseReason },
    );
  }
  const hibernation = findCondition(object, 'cnpg.io/hibernation');
  if (hibernation) {
    return hibernation.status === 'True'
      ? byCondition('Suspended', hibernation, 'is hibernated', 'suspended')
      : byCondition(
          'Degraded',
          hibernation,
          'could not be hibernated',
          'database-cluster',
        );
  }
  const phase = readText(object, 'status', 'phase') ?? '';
  const status = PHASES.get(phase) ?? 'Unknown';
  if (status === 'Healthy') {
    return healthy('status.phase');
  }
  return byField(
    status,
    codeOfPhase(phase) || 'PhaseUnknown',
    phase ? `reports: ${phase}` : 'reports no phase',
    'status.phase',
    'database-cluster',
    { detail: phaseReason },
  );
};

const INVALID_BACKUP = 'invalid backup definition';

/** Phases: fixtures/upstream/cloudnative-pg.json (Argo CD has no rule) */
export const BACKUP_PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['completed', 'Healthy'],
  ['failed', 'Degraded'],
  ['walArchivingFailing', 'Degraded'],
  [INVALID_BACKUP, 'Degraded'],
  ['pending', 'Progressing'],
  ['started', 'Progressing'],
  ['running', 'Progressing'],
  ['finalizing', 'Progressing'],
]);

/** A phase that this version does not know: an error tells, then an end. */
function unknownBackupPhase(object: unknown): HealthStatus {
  if (readText(object, 'status', 'error') !== undefined) {
    return 'Degraded';
  }
  return readTime(object, 'status', 'stoppedAt') === undefined
    ? 'Progressing'
    : 'Healthy';
}

function codeOfBackup(status: HealthStatus): string {
  return status === 'Degraded' ? 'BackupFailed' : 'BackupRunning';
}

/** CloudNativePG's `Backup`: one backup that was made or is being made. */
export const cloudNativePgBackup: HealthRule = object => {
  const phase = readText(object, 'status', 'phase');
  const status =
    phase === undefined
      ? 'Progressing'
      : (BACKUP_PHASES.get(phase) ?? unknownBackupPhase(object));
  if (status === 'Healthy') {
    return healthy('status.phase');
  }
  return byField(
    status,
    phase === INVALID_BACKUP ? 'BackupDefinitionInvalid' : codeOfBackup(status),
    phase === undefined ? 'has not started yet' : `is in phase ${phase}`,
    'status.phase',
    'backup',
    {
      detail: readText(object, 'status', 'error'),
      since:
        readTime(object, 'status', 'stoppedAt') ??
        readTime(object, 'status', 'startedAt'),
    },
  );
};

/** CloudNativePG's `ScheduledBackup`. */
export const cloudNativePgScheduledBackup: HealthRule = object => {
  const error = readText(object, 'status', 'error');
  if (error !== undefined) {
    return byField(
      'Degraded',
      'ScheduleInvalid',
      'is not accepted by its operator',
      'status.error',
      'backup',
      { detail: error },
    );
  }
  return read(object, 'spec', 'suspend') === true
    ? byField(
        'Suspended',
        'Suspended',
        `is suspended (schedule ${
          readString(object, 'spec', 'schedule') ?? 'unknown'
        })`,
        'spec.suspend',
        'suspended',
      )
    : healthy();
};

/** CloudNativePG's `Pooler`: that it is seen; its phase is judged with the time. */
export const cloudNativePgPooler: HealthRule = object =>
  isRecord(read(object, 'status'))
    ? healthy('status.phase')
    : byField(
        'Progressing',
        'NoStatus',
        'has not been seen by its operator yet',
        'status',
        'database-cluster',
      );
