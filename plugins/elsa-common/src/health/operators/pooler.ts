import type { HealthStatus } from '../../contract';
import { read, readNumber, readText, readTime } from '../read';
import { byField } from '../rules/result';
import { hasLasted } from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'database-cluster';

/** Phases: fixtures/upstream/cloudnative-pg.json (from 1.30 on). */
export const POOLER_PHASES: ReadonlyMap<
  string,
  { health: HealthStatus; text: string; lasting?: HealthStatus }
> = new Map([
  ['active', { health: 'Healthy', text: 'is active' }],
  ['paused', { health: 'Suspended', text: 'is paused' }],
  // Its cluster or a Secret is not there, or not yet.
  [
    'inactive',
    {
      health: 'Progressing',
      lasting: 'Degraded',
      text: 'waits for something that it needs',
    },
  ],
  ['failed', { health: 'Degraded', text: 'could not be set up' }],
]);

/** CloudNativePG's `Pooler`; earlier releases report no phase. */
export const poolerVerdict: OperatorRule = ({ object, now, argo }) => {
  if (readNumber(object, 'spec', 'instances') === 0) {
    return [
      byField(
        'Suspended',
        'ScaledToZero',
        'is scaled to 0 instances',
        'spec.instances',
        'suspended',
      ),
    ];
  }
  const isPaused = read(object, 'spec', 'pgbouncer', 'paused') === true;
  const phase =
    readText(object, 'status', 'phase') ?? (isPaused ? 'paused' : undefined);
  if (phase === undefined || phase === 'active') {
    return argo.status === 'Healthy' ? [] : [argo];
  }
  const known = POOLER_PHASES.get(phase);
  const since = readTime(object, 'metadata', 'creationTimestamp');
  const health =
    known?.lasting && hasLasted(since, now)
      ? known.lasting
      : (known?.health ?? 'Healthy');
  return [
    byField(
      health,
      `Pooler${phase[0].toUpperCase()}${phase.slice(1)}`,
      known?.text ?? `reports: ${phase}`,
      'status.phase',
      health === 'Suspended' ? 'suspended' : runbook,
      { detail: readText(object, 'status', 'phaseReason') },
    ),
  ];
};
