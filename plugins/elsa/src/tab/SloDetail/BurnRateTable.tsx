import type {
  BurnRateAlertStatus,
  BurnRateWindow,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiCheckboxCircleFill, RiFireFill } from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { StatusLabel } from '../../ui/StatusLabel';
import { StatusTable } from '../../ui/StatusTable';
import styles from './SloDetail.module.css';

/** The multiwindow alerts: an alert fires when both of its windows burn too fast. */
export function BurnRateTable({ slo }: { slo: SloStatus }) {
  const { t } = useTexts();
  const format = useFormat();
  const burn = (rate: number | null, window: BurnRateWindow) =>
    t('slo.windowValue', {
      factor: rate === null ? t('slo.noBudgetData') : format.factor(rate),
      window,
    });
  if (slo.alerts.length === 0) {
    return null;
  }
  return (
    <div>
      <h3 className={styles.heading}>{t('slo.windowsTitle')}</h3>
      <p className={styles.description}>{t('slo.windowsCaption')}</p>
      <StatusTable<BurnRateAlertStatus>
        caption={`${slo.title}: ${t('slo.windowsTitle')}`}
        items={slo.alerts}
        itemKey={row => `${row.shortWindow}-${row.longWindow}`}
        columns={[
          {
            id: 'severity',
            label: t('slo.severity'),
            cell: row =>
              t(
                row.severity === 'page'
                  ? 'slo.severityPage'
                  : 'slo.severityTicket',
              ),
          },
          {
            id: 'threshold',
            label: t('slo.threshold'),
            cell: row => format.factor(row.factor),
          },
          {
            id: 'short',
            label: t('slo.shortWindow'),
            cell: row => burn(row.shortBurnRate, row.shortWindow),
          },
          {
            id: 'long',
            label: t('slo.longWindow'),
            cell: row => burn(row.longBurnRate, row.longWindow),
          },
          {
            id: 'state',
            label: t('slo.alertState'),
            cell: row => (
              <StatusLabel
                appearance={
                  row.isBurning
                    ? { tone: 'negative', icon: RiFireFill }
                    : { tone: 'neutral', icon: RiCheckboxCircleFill }
                }
              >
                {t(row.isBurning ? 'slo.alertBurning' : 'slo.alertQuiet')}
              </StatusLabel>
            ),
          },
        ]}
      />
    </div>
  );
}
