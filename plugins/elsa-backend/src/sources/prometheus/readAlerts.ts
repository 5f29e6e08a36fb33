import { type AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { parseSampleValue } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { PrometheusConfig } from '../../config';
import { type CatalogEnvironment, sourceId } from '../../model';
import type { PrometheusAlert } from './PrometheusClient';
import { mergeCopies } from './alertCopies';
import { indexByLabels } from './targets';

/**
 * Assigns the alerts of one Prometheus to environments. A shared Prometheus
 * usually adds the cluster only when it sends an alert out, so an alert without
 * that label counts when no two clusters have an environment of that name.
 */
export function assignAlerts(
  config: PrometheusConfig,
  alerts: readonly PrometheusAlert[],
  environments: readonly CatalogEnvironment[],
): Map<string, AlertStatus[]> {
  const byCluster = new Map(
    config.clusters.map(cluster => [
      cluster,
      indexByLabels(environments.filter(item => item.cluster === cluster)),
    ]),
  );
  const result = new Map<string, AlertStatus[]>();
  for (const alert of alerts) {
    const cluster = config.clusterLabel && alert.labels[config.clusterLabel];
    const candidates =
      cluster === undefined || cluster === ''
        ? [...byCluster.values()].flatMap(find => find(alert.labels) ?? [])
        : [byCluster.get(cluster)?.(alert.labels)].flatMap(item => item ?? []);
    if (candidates.length === 1 && isWanted(config, alert)) {
      const [{ entityRef }] = candidates;
      const list = result.get(entityRef) ?? [];
      list.push(toAlertStatus(config, alert));
      result.set(entityRef, list);
    }
  }
  return new Map(
    [...result].map(([entityRef, list]) => [
      entityRef,
      mergeCopies(list).sort(compareAlerts),
    ]),
  );
}

/** Configured matchers exclude alerts that carry another value. */
function isWanted(
  { matchers }: PrometheusConfig,
  { labels }: PrometheusAlert,
): boolean {
  return Object.entries(matchers).every(
    ([label, value]) => labels[label] === undefined || labels[label] === value,
  );
}

function toAlertStatus(
  config: PrometheusConfig,
  { labels, annotations, state, activeAt, value }: PrometheusAlert,
): AlertStatus {
  const runbookUrl = annotations.runbook_url ?? annotations.runbook;
  return {
    name: labels.alertname ?? 'unnamed',
    state,
    isSilenced: false,
    severity: labels.severity ?? labels.sloth_severity,
    labels: Object.fromEntries(
      Object.entries(labels).filter(
        ([label]) => !config.replicaLabels.includes(label),
      ),
    ),
    summary: annotations.summary ?? annotations.title,
    description: annotations.description ?? annotations.message,
    // It becomes a link, so nothing but an address of the web is let through.
    runbookUrl:
      runbookUrl && /^https?:\/\//i.test(runbookUrl) ? runbookUrl : undefined,
    activeSince: isTime(activeAt) ? activeAt : undefined,
    value: parseSampleValue(value) ?? undefined,
    slo: labels.sloth_slo,
    source: sourceId('prometheus', config.name),
  };
}

function isTime(value: string | undefined): boolean {
  return value !== undefined && Number.isFinite(Date.parse(value));
}

/** The same alerts in the same order, so that nothing seems to have changed. */
function compareAlerts(a: AlertStatus, b: AlertStatus): number {
  const keyA = `${a.name} ${JSON.stringify(a.labels)}`;
  const keyB = `${b.name} ${JSON.stringify(b.labels)}`;
  return keyA < keyB ? -1 : Number(keyA > keyB);
}
