import { isRenewalOverdue } from '../../isRenewalOverdue';
import {
  findCondition,
  readConditions,
  readCount,
  readMilliseconds,
  readTime,
} from '../read';
import { byField } from '../rules/result';
import { renewalTimeOf } from '../snapshot/renewal';
import type { Assessment } from '../types';
import {
  type ConditionVerdict,
  judgeConditions,
  orElse,
  worstFirst,
} from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'certificate';

/** A first certificate has to wait for DNS, which takes its time. */
const ISSUING_PATIENCE_SECONDS = 3600;

/** Reasons: fixtures/upstream/cert-manager.json */
export const CERTIFICATE_VERDICTS: readonly ConditionVerdict[] = [
  { type: 'Ready', status: 'True' },
  {
    type: 'Ready',
    status: 'False',
    health: 'Degraded',
    text: 'is not valid',
    runbook,
  },
  {
    type: 'Ready',
    status: 'Unknown',
    health: 'Progressing',
    text: 'has not been issued yet',
    runbook,
  },
  {
    type: 'Issuing',
    status: 'True',
    health: 'Progressing',
    lasting: 'Degraded',
    patienceSeconds: ISSUING_PATIENCE_SECONDS,
    text: 'is being issued',
    runbook,
  },
  { type: 'Issuing', status: 'False', reasons: ['Issued'] },
  {
    type: 'Issuing',
    status: 'False',
    health: 'Healthy',
    text: 'could not be renewed the last time',
    runbook,
  },
  { type: 'Issuing', status: 'Unknown' },
];

function byTime(object: unknown, now: number): Assessment[] {
  const notAfter = readTime(object, 'status', 'notAfter');
  const end = readMilliseconds(object, 'status', 'notAfter');
  if (end === undefined) {
    return [];
  }
  if (end <= now) {
    return [
      byField(
        'Degraded',
        'Expired',
        'has expired',
        'status.notAfter',
        runbook,
        { since: notAfter },
      ),
    ];
  }
  const renewalAt = renewalTimeOf(object);
  if (!isRenewalOverdue({ notAfter, renewalAt }, now)) {
    return [];
  }
  const left = `expires in ${inWords(end - now)}`;
  return [
    byField(
      'Healthy',
      'RenewalOverdue',
      renewalAt === undefined
        ? `${left} and was not renewed`
        : `should have been renewed ${inWords(now - Date.parse(renewalAt))} ago and ${left}`,
      'status.renewalTime',
      runbook,
      { since: renewalAt },
    ),
  ];
}

function inWords(milliseconds: number): string {
  const hours = Math.max(1, Math.round(milliseconds / 3_600_000));
  const [count, unit] =
    hours < 48 ? [hours, 'hour'] : [Math.round(hours / 24), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** cert-manager's `Certificate`. */
export const certificateVerdict: OperatorRule = ({ object, now, argo }) => {
  const conditions = readConditions(object);
  const ofTime = byTime(object, now);
  const isReady = findCondition(object, 'Ready')?.status === 'True';
  if (isReady) {
    // The old one serves while the new one is made, however long that takes.
    const said = judgeConditions(conditions, CERTIFICATE_VERDICTS, now).filter(
      ({ status }) => status !== 'Degraded',
    );
    return worstFirst([...ofTime, ...said]);
  }
  const hasFailed = readCount(object, 'status', 'failedIssuanceAttempts') > 0;
  const isTrying = conditions.some(
    ({ type, status }) => type === 'Issuing' && status === 'True',
  );
  const said = judgeConditions(conditions, CERTIFICATE_VERDICTS, now).filter(
    ({ status, field }) => {
      const type = conditions.find(found => found.field === field)?.type;
      // Not ready is no fault of a certificate that is tried the first time.
      return type === 'Ready'
        ? !isTrying || hasFailed
        : status !== 'Healthy' && !hasFailed;
    },
  );
  const isExpired = ofTime.some(({ code }) => code === 'Expired');
  return isExpired ? ofTime : worstFirst([...ofTime, ...orElse(said, argo)]);
};
