import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { useReasonTitle } from '../../runbook';
import { HEALTH_APPEARANCE } from '../../ui/tones';
import { factsOf, useAttention } from '../../ui/useAttention';
import { FACT_ANCHORS } from '../anchors';
import { REASONS_ANCHOR } from '../Reasons';
import { HealthLabel } from '../../ui/StatusLabel';
import tones from '../../ui/tones.module.css';
import styles from './HealthBanner.module.css';

/** A link within the page: the router neither scrolls nor moves the focus. */
function PageLink(props: { anchor: string; children: ReactNode }) {
  const { anchor, children } = props;
  return (
    <Link
      href={`#${anchor}`}
      className={styles.more}
      onClick={() => document.getElementById(anchor)?.focus()}
    >
      {children}
    </Link>
  );
}

/**
 * The health with its first reason in words, and what can be done at once. What
 * is worse than the health gives the colour and comes first.
 */
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
  const attention = useAttention()(factsOf(status));
  const { tone } = attention?.appearance ?? HEALTH_APPEARANCE[health.status];
  return (
    <section
      aria-label={t('table.health')}
      className={`${styles.banner} ${tones[tone]}`}
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
      <div className={styles.reason}>
        {attention && (
          <p className={styles.text}>
            <attention.appearance.icon aria-hidden className={styles.icon} />{' '}
            {attention.text}
          </p>
        )}
        {title && (
          <p className={styles.text} lang={title.lang}>
            {title.text}
          </p>
        )}
        {!attention && !title && health.status === 'Healthy' && (
          <p className={styles.text}>{t('health.healthySummary')}</p>
        )}
      </div>
      <div className={styles.actions}>
        {attention && (
          <PageLink anchor={FACT_ANCHORS[attention.fact]}>
            {t(attention.fact === 'slo' ? 'slo.title' : 'alerts.title')}
          </PageLink>
        )}
        {first && (
          <PageLink anchor={REASONS_ANCHOR}>
            {others.length > 0
              ? t('health.moreReasons', { count: others.length })
              : t('reasons.title')}
          </PageLink>
        )}
        {actions}
      </div>
    </section>
  );
}
