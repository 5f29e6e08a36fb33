import type { HealthStatus } from '../../contract';
import type { RunbookKey } from '../../runbook/keys';
import type { ConditionVerdict } from './verdicts';

const runbook = 'database-cluster';

interface PhaseVerdict {
  health: HealthStatus;
  /** Copies all data, which may take hours. */
  takesLong?: boolean;
  runbook?: RunbookKey;
}

const PASSING: PhaseVerdict = { health: 'Progressing' };
const SLOW: PhaseVerdict = { health: 'Progressing', takesLong: true };
const FAULT: PhaseVerdict = { health: 'Degraded' };

/**
 * Phases: fixtures/upstream/cloudnative-pg.json. Argo CD calls planned
 * restarts Degraded and calls Suspended what only a person can mend.
 */
export const CLUSTER_PHASES: ReadonlyMap<string, PhaseVerdict> = new Map([
  ['Cluster in healthy state', { health: 'Healthy' }],
  ['Setting up primary', SLOW],
  ['Creating a new replica', SLOW],
  ['Upgrading Postgres major version', SLOW],
  ['Upgrading cluster', PASSING],
  ['Cluster upgrade delayed', PASSING],
  ['Waiting for the instances to become active', PASSING],
  ['Promoting to primary cluster', PASSING],
  ['Switchover in progress', PASSING],
  ['Primary instance is being restarted in-place', PASSING],
  ['Primary instance is being restarted without a switchover', PASSING],
  ['Online upgrade in progress', PASSING],
  ['Applying configuration', PASSING],
  // Nobody can write until it is over.
  ['Failing over', FAULT],
  ['Waiting for user action', FAULT],
  [
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    FAULT,
  ],
  ['Unable to create required cluster objects', FAULT],
  [
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    FAULT,
  ],
  [
    'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
    FAULT,
  ],
  ['Cluster has incomplete or invalid image catalog', FAULT],
  ['Cluster is unrecoverable and needs manual intervention', FAULT],
  ['Invalid cluster definition', FAULT],
  ['Not enough disk space', { health: 'Degraded', runbook: 'volume-full' }],
  ['Instance Status Extraction Error: HTTP communication issue', FAULT],
]);

/** Conditions beside `Ready`, which is judged together with the phase. */
export const CLUSTER_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'ContinuousArchiving', status: 'True' },
  {
    type: 'ContinuousArchiving',
    status: 'False',
    health: 'Healthy',
    lasting: 'Degraded',
    text: 'cannot archive its write-ahead log, so that nothing newer than the last backup can be restored',
    runbook: 'backup',
    component: 'backup',
  },
  { type: 'ContinuousArchiving', status: 'Unknown' },
  { type: 'LastBackupSucceeded', status: 'True' },
  // One is being made; how the one before it ended is forgotten.
  { type: 'LastBackupSucceeded', status: 'False', reasons: ['BackupStarted'] },
  {
    type: 'LastBackupSucceeded',
    status: 'False',
    health: 'Degraded',
    text: 'could not be backed up the last time',
    runbook: 'backup',
    component: 'backup',
  },
  { type: 'LastBackupSucceeded', status: 'Unknown' },
  { type: 'ConsistentSystemID', status: 'True' },
  // No instance has told its own yet.
  { type: 'ConsistentSystemID', status: 'False', reasons: ['NotFound'] },
  {
    type: 'ConsistentSystemID',
    status: 'False',
    health: 'Degraded',
    text: 'has instances that are not copies of one database',
    runbook,
  },
  { type: 'ConsistentSystemID', status: 'Unknown' },
  { type: 'Initialized', status: 'True' },
  // The phase says so too.
  { type: 'Initialized', status: 'False' },
  { type: 'Initialized', status: 'Unknown' },
  { type: 'SyncReplicationTopologySatisfied', status: 'True' },
  {
    type: 'SyncReplicationTopologySatisfied',
    status: 'False',
    health: 'Healthy',
    text: 'has no synchronous replica in another failure domain',
    runbook,
  },
  { type: 'SyncReplicationTopologySatisfied', status: 'Unknown' },
  {
    type: 'cnpg.io/hibernation',
    status: 'True',
    health: 'Suspended',
    text: 'is hibernated',
    runbook: 'suspended',
  },
  {
    type: 'cnpg.io/hibernation',
    status: 'False',
    reasons: ['DeletingPods', 'WaitingPodsDeletion', 'WaitingForHealthy'],
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'is on its way into hibernation',
    runbook,
  },
  {
    type: 'cnpg.io/hibernation',
    status: 'False',
    health: 'Degraded',
    text: 'could not be hibernated',
    runbook,
  },
  { type: 'cnpg.io/hibernation', status: 'Unknown' },
];

/** `Ready`, which says how many instances work; the phase says why. */
export const READY_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'Ready', status: 'True' },
  {
    type: 'Ready',
    status: 'False',
    health: 'Progressing',
    lasting: 'Degraded',
    runbook,
  },
  { type: 'Ready', status: 'Unknown', health: 'Progressing', runbook },
];
