import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  AlertCounts,
  EnvironmentSummary,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Link } from '@backstage/ui';
import {
  RiAlertFill,
  RiNotificationOffLine,
  RiTimeLine,
} from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { ENTITY_TAB_PATH } from '../../data/routes';
import { NO_ALERTS } from '../../ui/noAlerts';
import { type Appearance, syncAppearance } from '../../ui/tones';
import { localizeTimes } from '../../ui/localizeTimes';
import { OwnerName } from '../../ui/OwnerName';
import { reasonCode } from '../../ui/reasonCode';
import { SecurityMark } from '../../ui/SecurityNotice';
import { useAttention } from '../../ui/useAttention';
import { useBudgetText } from '../../ui/useBudgetText';
import { HealthLabel, SloStateLabel, StatusLabel } from '../../ui/StatusLabel';
import tones from '../../ui/tones.module.css';
import styles from './EnvironmentsTable.module.css';

type ShownCounts = Omit<AlertCounts, 'critical'>;

const ALERT_APPEARANCE: Record<keyof ShownCounts, Appearance> = {
  firing: { tone: 'negative', icon: RiAlertFill },
  pending: { tone: 'warning', icon: RiTimeLine },
  silenced: { tone: 'neutral', icon: RiNotificationOffLine },
};

interface CellProps {
  item: EnvironmentSummary;
}

export function EnvironmentCell({ item }: CellProps) {
  const entityLink = useEntityRefLink();
  return (
    <>
      <Link
        href={`${entityLink(item.entityRef)}/${ENTITY_TAB_PATH}`}
        className={styles.ellipsis}
        title={item.name}
      >
        {item.name}
      </Link>
      {item.title && (
        <div className={styles.second} title={item.title}>
          {item.title}
        </div>
      )}
    </>
  );
}

export function HealthCell({ item }: CellProps) {
  const { t } = useTexts();
  const format = useFormat();
  const attention = useAttention()(item);
  // The code first: where the line is cut, it still says what is wrong.
  const reason =
    item.reason &&
    `${reasonCode(item.reason.code)}: ${localizeTimes(item.reason.message, format)}`;
  return (
    <>
      <span className={styles.line}>
        <HealthLabel health={item.health} isPartial={item.isPartial} />
        {item.isStale && (
          <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
            {t('table.stale')}
          </StatusLabel>
        )}
        {item.securityFindings !== undefined && <SecurityMark />}
      </span>
      {attention && (
        <div
          className={`${styles.attention} ${tones[attention.appearance.tone]}`}
        >
          <attention.appearance.icon aria-hidden className={styles.icon} />{' '}
          {attention.text}
        </div>
      )}
      {reason && (
        <div className={styles.second} title={reason} lang="en">
          {reason}
        </div>
      )}
    </>
  );
}

export function OwnerCell({ item }: CellProps) {
  return <OwnerName owner={item.owner} state={item.ownership} />;
}

export function PlaceCell({ item }: CellProps) {
  return (
    <>
      <div className={styles.ellipsis} title={item.cluster}>
        {item.cluster}
      </div>
      <div className={styles.second} title={item.namespace}>
        {item.namespace}
      </div>
    </>
  );
}

export function ServerCell({ item }: CellProps) {
  const format = useFormat();
  const { t } = useTexts();
  const { serverReplicas: server } = item;
  if (!server) {
    return null;
  }
  const counts = {
    ready: format.number(server.ready),
    desired: format.number(server.desired),
  };
  return (
    <>
      <span title={t('replicas.ready', counts)}>
        {counts.ready}/{counts.desired}
      </span>
      {item.version && <div className={styles.version}>{item.version}</div>}
    </>
  );
}

export function SloCell({ item }: CellProps) {
  const { t } = useTexts();
  const format = useFormat();
  const budgetText = useBudgetText();
  const { slo } = item;
  const left = (remaining: number | null) => {
    if (remaining === null) {
      return undefined;
    }
    return remaining < 0
      ? t('table.budgetOverspent', { percent: format.percent(-remaining) })
      : t('table.budgetLeft', { percent: format.percent(remaining) });
  };
  return slo ? (
    <>
      <SloStateLabel state={slo.state} />
      <div
        className={styles.second}
        title={`${slo.name}: ${budgetText(slo.remaining)}`}
      >
        {left(slo.remaining) ?? slo.name}
      </div>
    </>
  ) : null;
}

export function AlertsCell({ item }: CellProps) {
  const { t } = useTexts();
  const { readability, firing, pending, silenced } = item.alerts;
  if (firing === null || pending === null || silenced === null) {
    return (
      <span className={styles.muted} title={t(NO_ALERTS[readability].text)}>
        {t('alerts.notRead')}
      </span>
    );
  }
  return (
    <span className={styles.line}>
      <AlertCount counts={{ firing, pending, silenced }} />
      {readability === 'stale' && (
        <StatusLabel
          appearance={NO_ALERTS.stale.appearance}
          title={t('alerts.stale')}
        >
          {t('table.stale')}
        </StatusLabel>
      )}
    </span>
  );
}

/** The worst of what there is, in one label. */
function AlertCount({ counts }: { counts: ShownCounts }) {
  const { t } = useTexts();
  const format = useFormat();
  const state = (['firing', 'pending', 'silenced'] as const).find(
    each => counts[each] > 0,
  );
  if (state === undefined) {
    return <span className={styles.muted}>{format.number(0)}</span>;
  }
  const text = t(`alerts.${state}`, { count: counts[state] });
  return (
    <StatusLabel appearance={ALERT_APPEARANCE[state]} title={text}>
      {text}
    </StatusLabel>
  );
}

export function SyncCell({ item }: CellProps) {
  return item.argoCdSync ? (
    <StatusLabel appearance={syncAppearance(item.argoCdSync)}>
      {item.argoCdSync}
    </StatusLabel>
  ) : null;
}
