import {
  alertReadability,
  type AlertStatus,
  countAlerts,
  isAlertless,
  type SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiNotificationOffLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTexts } from '../../ui/useTexts';
import { NO_ALERTS } from '../../ui/noAlerts';
import { staleSince } from '../sources';
import { Age } from '../../ui/Age';
import { Panel } from '../../ui/Panel';
import { StatusLabel } from '../../ui/StatusLabel';
import styles from './AlertsPanel.module.css';

const SHOWN_ALERTS = 3;

interface FiringAlert {
  name: string;
  severity?: string;
  summary?: string;
  activeSince?: string;
  count: number;
}

/** Alerts of one name and severity as one line, with the time of the first. */
function firingLines(alerts: AlertStatus[]): FiringAlert[] {
  const lines = new Map<string, FiringAlert>();
  for (const alert of alerts) {
    const name = [alert.name, alert.labels.sloth_slo].filter(Boolean).join(' ');
    const key = `${name} ${alert.severity}`;
    const { severity, summary, activeSince } = alert;
    const line = lines.get(key);
    lines.set(key, {
      name,
      severity,
      summary: line?.summary ?? summary,
      activeSince: [line?.activeSince, activeSince].filter(Boolean).sort()[0],
      count: (line?.count ?? 0) + 1,
    });
  }
  return [...lines.values()];
}

/** How many alerts fire, wait or are silenced, and the newest that fire. */
export function AlertsPanel(props: {
  alerts: AlertStatus[];
  sources: SourceStatus[];
}) {
  const { alerts, sources } = props;
  const { t } = useTexts();
  const counts = countAlerts(alerts);
  const firing = firingLines(
    alerts.filter(alert => alert.state === 'firing' && !alert.isSilenced),
  );
  const hidden = firing
    .slice(SHOWN_ALERTS)
    .reduce((sum, { count }) => sum + count, 0);
  const readability = alertReadability({
    hasAlerts: alerts.length > 0,
    sources,
  });
  return (
    <Panel
      title={t('alerts.title')}
      staleSince={
        isAlertless(readability) ? undefined : staleSince(sources, 'prometheus')
      }
    >
      {alerts.length === 0 ? (
        <StatusLabel appearance={NO_ALERTS[readability].appearance}>
          {t(NO_ALERTS[readability].text)}
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
          {firing.slice(0, SHOWN_ALERTS).map(alert => (
            <li key={`${alert.name} ${alert.severity}`} className={styles.row}>
              <span className={styles.name} title={alert.summary ?? alert.name}>
                {alert.name}
                {alert.count > 1 && ` ×${alert.count}`}
              </span>{' '}
              <span className={styles.severity}>{alert.severity}</span>{' '}
              {alert.activeSince && <Age time={alert.activeSince} />}
            </li>
          ))}
          {hidden > 0 && (
            <li className={styles.more}>
              {t('alerts.more', { count: hidden })}
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
}
