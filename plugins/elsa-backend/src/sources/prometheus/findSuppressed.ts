import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { PrometheusConfig } from '../../config';
import { alertKey } from './alertCopies';
import type { SuppressedAlert } from './AlertmanagerClient';
import type { ServerReading } from './readServer';

type Labels = Readonly<Record<string, string>>;

/** What one Alertmanager tells nobody of. */
export interface Silences {
  /** Names of the Prometheus servers that send it their alerts. */
  prometheus: readonly string[];
  /** Absent when it did not answer. */
  alerts?: readonly SuppressedAlert[];
}

/** Alerts that nobody is told of, by the reason. */
export interface Suppressed {
  silenced: ReadonlySet<AlertStatus>;
  inhibited: ReadonlySet<AlertStatus>;
}

interface Candidate {
  entityRef: string;
  alert: AlertStatus;
  cluster: string;
  config: PrometheusConfig;
}

/** Finds the alerts that nobody is told of. */
export function findSuppressed(
  readings: readonly ServerReading[],
  silences: readonly Silences[],
): Suppressed {
  const find = (isMeant: (alert: SuppressedAlert) => boolean) =>
    findMatching(
      readings,
      silences.map(({ prometheus, alerts = [] }) => ({
        prometheus,
        labels: alerts.filter(isMeant).map(({ labels }) => labels),
      })),
    );
  return {
    silenced: find(({ isSilenced }) => isSilenced),
    inhibited: find(({ isInhibited }) => isInhibited),
  };
}

/**
 * Finds the alerts that Alertmanager names. Alertmanager's carry the labels of
 * Prometheus' and those that were added on the way, such as the cluster's.
 *
 * Environments of two clusters may have alerts that look alike to Prometheus.
 * When fewer are silenced than look like it, none is taken for silenced:
 * hiding an alert that nobody has silenced would be worse.
 */
function findMatching(
  readings: readonly ServerReading[],
  silences: ReadonlyArray<{
    prometheus: readonly string[];
    labels: readonly Labels[];
  }>,
): Set<AlertStatus> {
  const candidates = readings.flatMap(candidatesOf);
  const found = new Set<AlertStatus>();
  for (const { prometheus, labels } of silences) {
    const own = candidates.filter(({ config }) =>
      prometheus.includes(config.name),
    );
    const likeEach = labels.map(silenced =>
      own.filter(candidate => isLike(candidate, silenced)),
    );
    for (const candidate of own) {
      const entries = likeEach.filter(like => like.includes(candidate));
      // Copies of one alert, from servers that run twice, are one.
      const like = new Set(
        entries
          .flat()
          .map(({ entityRef, alert }) =>
            [entityRef, alertKey(alert.labels)].join('\n'),
          ),
      );
      if (entries.length > 0 && entries.length >= like.size) {
        found.add(candidate.alert);
      }
    }
  }
  return found;
}

function candidatesOf(reading: ServerReading): Candidate[] {
  const { config } = reading.client;
  const clusters = new Map(
    reading.environments.map(({ entityRef, cluster }) => [entityRef, cluster]),
  );
  return [...(reading.alerts ?? [])].flatMap(([entityRef, alerts]) =>
    alerts.map(alert => ({
      entityRef,
      alert,
      cluster: clusters.get(entityRef) ?? '',
      config,
    })),
  );
}

function isLike({ alert, cluster, config }: Candidate, silenced: Labels) {
  const { clusterLabel } = config;
  const named = clusterLabel === undefined ? undefined : silenced[clusterLabel];
  return (
    (named === undefined || named === cluster) &&
    Object.entries(alert.labels).every(
      ([label, value]) => silenced[label] === value,
    )
  );
}
