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
import {
  CLUSTER_PHASES,
  CLUSTER_VERDICTS,
  READY_VERDICTS,
} from './clusterTables';
import { judgeConditions, worstFirst } from './verdicts';
import type { OperatorInput, OperatorRule } from './types';

const runbook = 'database-cluster';

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
