import { readConditions } from '../read';
import { type ConditionVerdict, judgeConditions, orElse } from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'external-secret';

function byConditions(verdicts: readonly ConditionVerdict[]): OperatorRule {
  return ({ object, now, argo }) =>
    orElse(judgeConditions(readConditions(object), verdicts, now), argo);
}

/** Reasons: fixtures/upstream/external-secrets.json */
export const EXTERNAL_SECRET_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'Ready', status: 'True' },
  {
    type: 'Ready',
    status: 'False',
    health: 'Degraded',
    text: 'could not be synchronised',
    runbook,
  },
  {
    type: 'Ready',
    status: 'Unknown',
    health: 'Progressing',
    text: 'has not been synchronised yet',
    runbook,
  },
  // `Ready` tells whether the Secret is there again.
  { type: 'Deleted', status: 'True' },
  { type: 'Deleted', status: 'False' },
];

/** Reasons: fixtures/upstream/external-secrets.json */
export const SECRET_STORE_VERDICTS: readonly ConditionVerdict[] = [
  // Also of providers that cannot be asked beforehand (ValidationUnknown).
  { type: 'Ready', status: 'True' },
  {
    type: 'Ready',
    status: 'False',
    health: 'Degraded',
    text: 'cannot be reached',
    runbook,
  },
  {
    type: 'Ready',
    status: 'Unknown',
    health: 'Progressing',
    text: 'has not been checked yet',
    runbook,
  },
];

/** Reasons: fixtures/upstream/sealed-secrets.json */
export const SEALED_SECRET_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'Synced', status: 'True' },
  {
    type: 'Synced',
    status: 'False',
    health: 'Degraded',
    text: 'could not be unsealed',
    runbook,
  },
  {
    type: 'Synced',
    status: 'Unknown',
    health: 'Progressing',
    text: 'has not been unsealed yet',
    runbook,
  },
];

export const externalSecretVerdict = byConditions(EXTERNAL_SECRET_VERDICTS);
export const secretStoreVerdict = byConditions(SECRET_STORE_VERDICTS);
export const sealedSecretVerdict = byConditions(SEALED_SECRET_VERDICTS);
