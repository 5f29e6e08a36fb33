import {
  resolveRunbook,
  runbookContext,
  type EnvironmentStatus,
  type HealthReason,
  type RunbookEntry,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { RiArrowRightSLine } from '@remixicon/react';
import { useTexts } from '../../hooks/useTexts';
import { Age } from '../Age';
import { CopyableCommand } from '../CopyableCommand';
import { InlineCode } from '../InlineCode';
import { HealthLabel } from '../StatusLabel';
import styles from './Reasons.module.css';

/** What a reason means and how to go on, with this environment's own names. */
function Runbook({ entry }: { entry: RunbookEntry }) {
  const { t } = useTexts();
  return (
    <>
      <div>
        <h3 className={styles.heading}>{entry.title}</h3>
        <p className={styles.text}>
          <InlineCode text={entry.meaning} />
        </p>
      </div>
      <ol className={styles.steps} aria-label={t('reasons.steps')}>
        {entry.steps.map(step => (
          <li key={`${step.text} ${step.command ?? ''}`}>
            {step.command ? (
              <CopyableCommand title={step.text} command={step.command} />
            ) : (
              <InlineCode text={step.text} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** One reason; its details open below it. */
export function Reason(props: {
  reason: HealthReason;
  status: EnvironmentStatus;
  isOpen: boolean;
}) {
  const { reason, status, isOpen } = props;
  const { t } = useTexts();
  const { evidence } = reason;
  const runbook = resolveRunbook(
    reason.runbook,
    runbookContext(status, reason),
  );
  return (
    <details className={styles.reason} open={isOpen}>
      <summary className={styles.summary}>
        <RiArrowRightSLine aria-hidden className={styles.chevron} />
        <HealthLabel health={reason.health} />
        <span className={styles.code}>{reason.code}</span>
        <span className={styles.message}>{reason.message}</span>
        {reason.since && (
          <span className={styles.since}>
            <Age time={reason.since} />
          </span>
        )}
      </summary>
      <div className={styles.details}>
        {evidence && (
          <dl className={styles.facts}>
            <dt>{t('reasons.evidence')}</dt>
            <dd>
              {evidence.object.kind} {evidence.object.name},{' '}
              <code>{evidence.field}</code>
            </dd>
            {evidence.message && (
              <>
                <dt>{t('reasons.said')}</dt>
                <dd>
                  <q className={styles.quote}>{evidence.message}</q>
                </dd>
              </>
            )}
          </dl>
        )}
        {runbook && <Runbook entry={runbook} />}
      </div>
    </details>
  );
}
