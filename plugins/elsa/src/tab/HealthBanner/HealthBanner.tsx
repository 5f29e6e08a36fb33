import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { useReasonTitle } from '../../runbook';
import { HEALTH_APPEARANCE } from '../../ui/tones';
import { REASONS_ANCHOR } from '../Reasons';
import { HealthLabel } from '../../ui/StatusLabel';
import tones from '../../ui/tones.module.css';
import styles from './HealthBanner.module.css';

/** The router only changes the address; it neither scrolls nor moves the focus. */
function goToReasons() {
  document.getElementById(REASONS_ANCHOR)?.focus();
}

/** The health with its first reason in words, and what can be done at once. */
export function HealthBanner(props: {
  status: EnvironmentStatus;
  actions?: ReactNode;
}) {
  const { status, actions } = props;
  const { health } = status;
  const { t } = useTexts();
  const format = useFormat();
  const now = useNow();
  const [first, ...others] = health.reasons;
  const reasonTitle = useReasonTitle();
  const title = first && reasonTitle(first);
  return (
    <section
      aria-label={t('table.health')}
      className={`${styles.banner} ${tones[HEALTH_APPEARANCE[health.status].tone]}`}
    >
      <div className={styles.health}>
        <HealthLabel
          health={health.status}
          isPartial={health.isPartial}
          variant="badge"
        />
        {health.since && (
          <span className={styles.since} title={format.dateTime(health.since)}>
            {t('health.since', {
              duration: format.duration(
                (now - new Date(health.since).getTime()) / 1_000,
                1,
              ),
            })}
          </span>
        )}
      </div>
      <p className={styles.reason} lang={title?.lang}>
        {title?.text ??
          (health.status === 'Healthy' && t('health.healthySummary'))}
      </p>
      <div className={styles.actions}>
        {first && (
          <Link
            href={`#${REASONS_ANCHOR}`}
            className={styles.more}
            onClick={goToReasons}
          >
            {others.length > 0
              ? t('health.moreReasons', { count: others.length })
              : t('reasons.title')}
          </Link>
        )}
        {actions}
      </div>
    </section>
  );
}
