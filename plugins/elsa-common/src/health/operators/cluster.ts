import type { HealthStatus } from '../../contract';
import type { RunbookKey } from '../../runbook/keys';
import {
  annotationOf,
  findCondition,
  nameOf,
  readConditions,
  readCount,
  readNumber,
  readText,
} from '../read';
import { codeOfPhase, RECONCILIATION } from '../rules/cloudNativePg';
import { byField } from '../rules/result';
import type { Assessment } from '../types';
import { type ConditionVerdict, judgeConditions, worstFirst } from './verdicts';
import type { OperatorInput, OperatorRule } from './types';

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

const FENCED = 'cnpg.io/fencedInstances';

/** Names of the instances that somebody stopped; `*` stands for all. */
function fencedInstances(object: unknown): string[] {
  try {
    const parsed: unknown = JSON.parse(annotationOf(object, FENCED) ?? '[]');
    return Array.isArray(parsed)
      ? parsed.filter((name): name is string => typeof name === 'string')
      : [];
  } catch {
    // Not JSON: the operator does not follow it either.
    return [];
  }
}

/** Whether a pod is not ready because somebody stopped its PostgreSQL. */
export function isFenced(cluster: unknown, pod: unknown): boolean {
  const fenced = fencedInstances(cluster);
  return fenced.includes('*') || fenced.includes(nameOf(pod));
}

/** The operator's own word; earlier releases give no reason. */
const NOT_READY = 'ClusterIsNotReady';

/** How many instances work, as far as the operator says; undefined when all do. */
function notReady(object: unknown, now: number): Assessment | undefined {
  const wanted =
    readNumber(object, 'spec', 'instances') ??
    readNumber(object, 'status', 'instances');
  const working = readCount(object, 'status', 'readyInstances');
  const isCounted =
    wanted !== undefined &&
    readNumber(object, 'status', 'instances') !== undefined;
  const text = isCounted
    ? `has ${working} of ${wanted} instances ready`
    : 'is not ready';
  const [said] = judgeConditions(
    readConditions(object),
    READY_VERDICTS.map(row => ({ ...row, text })),
    now,
  );
  if (said) {
    return { ...said, code: NOT_READY };
  }
  if (!isCounted || working >= wanted) {
    return undefined;
  }
  return byField(
    'Progressing',
    NOT_READY,
    text,
    'status.readyInstances',
    runbook,
  );
}

/** A phase that this version does not know is as good as the instances are. */
function unknownPhase(
  { object, pods }: Pick<OperatorInput, 'object' | 'pods'>,
  phase: string | undefined,
  late: Assessment | undefined,
): Assessment[] {
  const named = byField(
    'Healthy',
    codeOfPhase(phase ?? '') || 'PhaseUnknown',
    phase ? `reports: ${phase}` : 'reports no phase',
    'status.phase',
    runbook,
    { detail: readText(object, 'status', 'phaseReason') },
  );
  if (late) {
    return [late, named];
  }
  const isWorking =
    findCondition(object, 'Ready') !== undefined ||
    readNumber(object, 'status', 'readyInstances') !== undefined ||
    pods.some(pod => findCondition(pod, 'Ready')?.status === 'True');
  return [isWorking ? named : { ...named, status: 'Progressing' }];
}

function judgePhase({ object, now, pods }: OperatorInput): Assessment[] {
  const phase = readText(object, 'status', 'phase');
  const known = CLUSTER_PHASES.get(phase ?? '');
  const late = notReady(object, now);
  if (phase === undefined || known === undefined) {
    return unknownPhase({ object, pods }, phase, late);
  }
  if (known.health === 'Healthy') {
    return late ? [late] : [];
  }
  const reported = byField(
    known.health,
    codeOfPhase(phase),
    `reports: ${phase}`,
    'status.phase',
    known.runbook ?? runbook,
    { detail: readText(object, 'status', 'phaseReason') },
  );
  const isStuck =
    known.health === 'Progressing' &&
    !known.takesLong &&
    late?.status === 'Degraded';
  return isStuck ? [late, reported] : [reported];
}

function fencing(object: unknown): Assessment[] {
  const fenced = fencedInstances(object);
  return fenced.length === 0
    ? []
    : [
        byField(
          'Suspended',
          'InstancesFenced',
          fenced.includes('*')
            ? 'has all its instances fenced'
            : `has fenced instances (${fenced.join(', ')})`,
          `metadata.annotations['${FENCED}']`,
          'suspended',
        ),
      ];
}

/** What the phase and `Ready` say, unless somebody stopped instances on purpose. */
function ofInstances(input: OperatorInput): Assessment[] {
  const stopped = fencing(input.object);
  if (stopped.length === 0) {
    return judgePhase(input);
  }
  const faults = judgePhase(input).filter(
    ({ code, status }) => status === 'Degraded' && code !== NOT_READY,
  );
  return [...faults, ...stopped];
}

/** CloudNativePG's `Cluster`. */
export const clusterVerdict: OperatorRule = input => {
  const { object, now, argo } = input;
  const conditions = readConditions(object);
  if (
    conditions.length === 0 &&
    readText(object, 'status', 'phase') === undefined
  ) {
    return argo.status === 'Healthy' ? [] : [argo];
  }
  const others = judgeConditions(conditions, CLUSTER_VERDICTS, now);
  const isHibernated = others.some(
    ({ code, status }) => status === 'Suspended' && code === 'Hibernated',
  );
  const ofPhase = isHibernated ? [] : ofInstances(input);
  if (annotationOf(object, RECONCILIATION) !== 'disabled') {
    return worstFirst([...ofPhase, ...others]);
  }
  // What an operator that does nothing still calls under way is not.
  const lasting = [...ofPhase, ...others].filter(
    ({ status }) => status !== 'Progressing',
  );
  return worstFirst([
    ...lasting,
    byField(
      'Suspended',
      'ReconciliationDisabled',
      'is not reconciled by its operator',
      `metadata.annotations['${RECONCILIATION}']`,
      'suspended',
    ),
  ]);
};
