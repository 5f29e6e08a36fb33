import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Link } from '@backstage/ui';
import {
  RiAlertFill,
  RiNotificationOffLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTexts } from '../../ui/useTexts';
import type { Appearance } from '../../ui/tones';
import { isWebUrl } from '../../ui/isWebUrl';
import { Age } from '../../ui/Age';
import { FACT_ANCHORS } from '../anchors';
import { Section } from '../../ui/Section';
import { StatusLabel } from '../../ui/StatusLabel';
import { StatusTable } from '../../ui/StatusTable';
import styles from './AlertsTable.module.css';

const STATES = {
  firing: { tone: 'negative', icon: RiAlertFill },
  pending: { tone: 'warning', icon: RiTimeLine },
  inhibited: { tone: 'neutral', icon: RiNotificationOffLine },
  silenced: { tone: 'neutral', icon: RiNotificationOffLine },
} as const satisfies Record<string, Appearance>;

const STATE_KEYS = {
  firing: 'alerts.stateFiring',
  pending: 'alerts.statePending',
  inhibited: 'alerts.stateInhibited',
  silenced: 'alerts.stateSilenced',
} as const;

function stateOf(alert: AlertStatus): keyof typeof STATES {
  if (alert.isSilenced) {
    return 'silenced';
  }
  return alert.isInhibited ? 'inhibited' : alert.state;
}

const ORDER: Array<keyof typeof STATES> = [
  'firing',
  'pending',
  'inhibited',
  'silenced',
];

/** Every alert, those that need someone first. */
export function AlertsTable({ alerts }: { alerts: AlertStatus[] }) {
  const { t } = useTexts();
  if (alerts.length === 0) {
    return null;
  }
  const sorted = [...alerts].sort(
    (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)),
  );
  return (
    <Section title={t('alerts.title')} anchor={FACT_ANCHORS.alerts}>
      <StatusTable
        caption={t('alerts.title')}
        items={sorted}
        itemKey={(alert, index) => `${alert.name}-${index}`}
        columns={[
          { id: 'name', label: t('alerts.name'), cell: alert => alert.name },
          {
            id: 'state',
            label: t('alerts.state'),
            cell: alert => (
              <StatusLabel appearance={STATES[stateOf(alert)]}>
                {t(STATE_KEYS[stateOf(alert)])}
              </StatusLabel>
            ),
          },
          {
            id: 'severity',
            label: t('alerts.severity'),
            cell: alert => alert.severity,
          },
          {
            id: 'since',
            label: t('alerts.activeSince'),
            cell: alert =>
              alert.activeSince && <Age time={alert.activeSince} />,
          },
          {
            id: 'summary',
            label: t('alerts.summary'),
            cell: alert => (
              <>
                {alert.summary ?? alert.description}
                {alert.runbookUrl && isWebUrl(alert.runbookUrl) && (
                  <>
                    {' '}
                    <Link
                      href={alert.runbookUrl}
                      target="_blank"
                      rel="noopener noreferrer"
                      className={styles.runbook}
                      aria-label={`${t('alerts.runbook')}: ${alert.name}`}
                    >
                      {t('alerts.runbook')}
                    </Link>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
