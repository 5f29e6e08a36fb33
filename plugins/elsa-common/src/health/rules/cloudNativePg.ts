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

const RECONCILIATION = 'cnpg.io/reconciliationLoop';

/** Phases are sentences; a code has no blanks. */
function codeOfPhase(phase: string): string {
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

/** https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/#postgresql-cnpg-io-v1-BackupPhase (Argo CD has no rule) */
const BACKUP_PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['completed', 'Healthy'],
  ['failed', 'Degraded'],
  ['walArchivingFailing', 'Degraded'],
  ['pending', 'Progressing'],
  ['started', 'Progressing'],
  ['running', 'Progressing'],
  ['finalizing', 'Progressing'],
]);

/** CloudNativePG's `Backup`: one backup that was made or is being made. */
export const cloudNativePgBackup: HealthRule = object => {
  const phase = readText(object, 'status', 'phase');
  const status =
    phase === undefined
      ? 'Progressing'
      : (BACKUP_PHASES.get(phase) ?? 'Unknown');
  if (status === 'Healthy') {
    return healthy('status.phase');
  }
  return byField(
    status,
    status === 'Degraded' ? 'BackupFailed' : 'BackupRunning',
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

/** CloudNativePG's `ScheduledBackup`: it reports no failure of its own. */
export const cloudNativePgScheduledBackup: HealthRule = object =>
  read(object, 'spec', 'suspend') === true
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
