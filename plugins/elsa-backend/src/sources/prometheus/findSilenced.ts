import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { PrometheusConfig } from '../../config';
import type { ServerReading } from './readServer';

type Labels = Readonly<Record<string, string>>;

/** Labels of the alerts that one Alertmanager has silenced. */
export interface Silences {
  /** Names of the Prometheus servers that send it their alerts. */
  prometheus: readonly string[];
  labels: readonly Labels[];
}

interface Candidate {
  alert: AlertStatus;
  cluster: string;
  config: PrometheusConfig;
}

/**
 * Finds the alerts that are silenced. Alertmanager's carry the labels of
 * Prometheus' and those that were added on the way, such as the cluster's.
 *
 * Environments of two clusters may have alerts that look alike to Prometheus.
 * When fewer are silenced than look like it, none is taken for silenced:
 * hiding an alert that nobody has silenced would be worse.
 */
export function findSilenced(
  readings: readonly ServerReading[],
  silences: readonly Silences[],
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
      const like = new Set(entries.flat());
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
