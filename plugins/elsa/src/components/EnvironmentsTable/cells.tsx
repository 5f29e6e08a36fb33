import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common';
import { Link } from '@backstage/ui';
import {
  RiAlertFill,
  RiNotificationOffLine,
  RiTimeLine,
} from '@remixicon/react';
import { useFormat } from '../../hooks/useFormat';
import { useTexts } from '../../hooks/useTexts';
import { ENTITY_TAB_PATH } from '../../routes';
import { syncAppearance } from '../../status/tones';
import { localizeTimes } from '../../utils/localizeTimes';
import { OwnerName } from '../OwnerName';
import { useBudgetText } from '../SloPanel';
import { HealthLabel, SloStateLabel, StatusLabel } from '../StatusLabel';
import styles from './EnvironmentsTable.module.css';

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
  // The code first: where the line is cut, it still says what is wrong.
  const reason =
    item.reason &&
    `${item.reason.code}: ${localizeTimes(item.reason.message, format)}`;
  return (
    <>
      <span className={styles.line}>
        <HealthLabel health={item.health} isPartial={item.isPartial} />
        {item.isStale && (
          <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
            {t('table.stale')}
          </StatusLabel>
        )}
      </span>
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
      {item.version && (
        <div className={styles.second} title={item.version}>
          {item.version}
        </div>
      )}
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
  const format = useFormat();
  const { firing, pending, silenced } = item.alerts;
  return (
    <span className={styles.line}>
      {firing > 0 && (
        <StatusLabel
          appearance={{ tone: 'negative', icon: RiAlertFill }}
          title={t('alerts.firing', { count: firing })}
        >
          {t('alerts.firing', { count: firing })}
        </StatusLabel>
      )}
      {firing === 0 && pending > 0 && (
        <StatusLabel
          appearance={{ tone: 'warning', icon: RiTimeLine }}
          title={t('alerts.pending', { count: pending })}
        >
          {t('alerts.pending', { count: pending })}
        </StatusLabel>
      )}
      {firing === 0 && pending === 0 && silenced > 0 && (
        <StatusLabel
          appearance={{ tone: 'neutral', icon: RiNotificationOffLine }}
          title={t('alerts.silenced', { count: silenced })}
        >
          {t('alerts.silenced', { count: silenced })}
        </StatusLabel>
      )}
      {firing + pending + silenced === 0 && (
        <span className={styles.muted}>{format.number(0)}</span>
      )}
    </span>
  );
}

export function SyncCell({ item }: CellProps) {
  return item.argoCdSync ? (
    <StatusLabel appearance={syncAppearance(item.argoCdSync)}>
      {item.argoCdSync}
    </StatusLabel>
  ) : null;
}
