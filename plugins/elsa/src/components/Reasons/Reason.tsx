import type {
  EnvironmentStatus,
  HealthReason,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { useTexts } from '../../hooks/useTexts';
import { Age } from '../Age';
import { HealthLabel } from '../StatusLabel';
import styles from './Reasons.module.css';

/** One reason; its details open below it. */
export function Reason(props: {
  reason: HealthReason;
  status: EnvironmentStatus;
  isOpen: boolean;
}) {
  const { reason, isOpen } = props;
  const { t } = useTexts();
  const { evidence } = reason;
  return (
    <details className={styles.reason} open={isOpen}>
      <summary className={styles.summary}>
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
      </div>
    </details>
  );
}
