import type {
  AlertStatus,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiNotificationOffLine,
  RiQuestionFill,
  RiTimeLine,
} from '@remixicon/react';
import { useTexts } from '../../hooks/useTexts';
import { staleSince } from '../../status/sources';
import { countAlerts } from '../../utils/countAlerts';
import { Age } from '../Age';
import { Panel } from '../Panel';
import { StatusLabel } from '../StatusLabel';
import styles from './AlertsPanel.module.css';

const SHOWN_ALERTS = 3;

/** How many alerts fire, wait or are silenced, and the newest that fire. */
export function AlertsPanel(props: {
  alerts: AlertStatus[];
  sources: SourceStatus[];
}) {
  const { alerts, sources } = props;
  const { t } = useTexts();
  const counts = countAlerts(alerts);
  const firing = alerts.filter(
    alert => alert.state === 'firing' && !alert.isSilenced,
  );
  const prometheus = sources.filter(source => source.kind === 'prometheus');
  const isReadable = prometheus.some(
    source => source.state === 'ok' || source.lastSuccessAt,
  );
  // No alerts because none could be read must not look like no alerts.
  if (alerts.length === 0 && !isReadable) {
    const isConfigured = prometheus.some(
      source => source.state !== 'not-configured',
    );
    return (
      <Panel title={t('alerts.title')}>
        <StatusLabel appearance={{ tone: 'neutral', icon: RiQuestionFill }}>
          {t(isConfigured ? 'alerts.unavailable' : 'alerts.notConfigured')}
        </StatusLabel>
      </Panel>
    );
  }
  return (
    <Panel
      title={t('alerts.title')}
      staleSince={staleSince(sources, 'prometheus')}
    >
      {alerts.length === 0 ? (
        <StatusLabel
          appearance={{ tone: 'positive', icon: RiCheckboxCircleFill }}
        >
          {t('alerts.none')}
        </StatusLabel>
      ) : (
        <div className={styles.counts}>
          <StatusLabel
            appearance={
              counts.firing > 0
                ? { tone: 'negative', icon: RiAlertFill }
                : { tone: 'neutral', icon: RiCheckboxCircleFill }
            }
          >
            {t('alerts.firing', { count: counts.firing })}
          </StatusLabel>
          {counts.pending > 0 && (
            <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
              {t('alerts.pending', { count: counts.pending })}
            </StatusLabel>
          )}
          {counts.silenced > 0 && (
            <StatusLabel
              appearance={{ tone: 'neutral', icon: RiNotificationOffLine }}
            >
              {t('alerts.silenced', { count: counts.silenced })}
            </StatusLabel>
          )}
        </div>
      )}
      {firing.length > 0 && (
        <ul className={styles.list}>
          {firing.slice(0, SHOWN_ALERTS).map((alert, index) => (
            <li key={`${alert.name}-${index}`} className={styles.row}>
              <span className={styles.name} title={alert.summary ?? alert.name}>
                {alert.name}
                {alert.labels.sloth_slo && ` ${alert.labels.sloth_slo}`}
              </span>
              {alert.activeSince && <Age time={alert.activeSince} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
