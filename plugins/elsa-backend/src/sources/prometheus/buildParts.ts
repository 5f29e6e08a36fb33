import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CatalogEnvironment, MetricsPart } from '../../model';
import { sourceId } from '../../model';
import { findSilenced, type Silences } from './findSilenced';
import type { ServerReading } from './readServer';

/**
 * Puts the figures of all servers together. What a server did not give stays
 * as it was before; environments of which nothing new is known are left out.
 */
export function buildParts(options: {
  environments: readonly CatalogEnvironment[];
  readings: readonly ServerReading[];
  /** What each Alertmanager has silenced; those that failed are left out. */
  silences: readonly Silences[];
  previous: ReadonlyMap<string, MetricsPart>;
  sourceIds: (cluster: string) => string[];
  at: string;
}): Map<string, MetricsPart> {
  const parts = new Map<string, MetricsPart>();
  const silenced = findSilenced(options.readings, options.silences);
  for (const environment of options.environments) {
    const readings = options.readings.filter(({ client }) =>
      client.config.clusters.includes(environment.cluster),
    );
    const hasNews = readings.some(
      ({ alerts, slos, volumes }) => alerts ?? slos ?? volumes,
    );
    if (hasNews) {
      parts.set(
        environment.entityRef,
        buildPart(environment, readings, { ...options, silenced }),
      );
    }
  }
  return parts;
}

function buildPart(
  { entityRef, cluster }: CatalogEnvironment,
  readings: readonly ServerReading[],
  {
    silenced,
    previous,
    sourceIds,
    at,
  }: Pick<Parameters<typeof buildParts>[0], 'previous' | 'sourceIds' | 'at'> & {
    silenced: ReadonlySet<AlertStatus>;
  },
): MetricsPart {
  const before = previous.get(entityRef);
  const part: MetricsPart = {
    // SLOs are what this is the time of: alerts or volumes that could be read
    // do not make older SLOs newer.
    evaluatedAt: readings.every(({ slos }) => slos)
      ? at
      : (before?.evaluatedAt ?? at),
    sources: sourceIds(cluster),
    alerts: [],
    slos: [],
    volumes: {},
  };
  for (const { client, alerts, slos, failedSlos, volumes } of readings) {
    const source = sourceId('prometheus', client.config.name);
    const isOwn = (item: { source?: string }) => item.source === source;
    const ownAlerts = alerts
      ? (alerts.get(entityRef) ?? []).map(alert => ({
          ...alert,
          isSilenced: silenced.has(alert),
        }))
      : (before?.alerts ?? []).filter(isOwn);
    part.alerts.push(...ownAlerts);
    const ownSlos = [
      ...(slos?.get(entityRef) ?? []),
      // Each of these says itself when it was evaluated.
      ...(before?.slos ?? [])
        .filter(isOwn)
        .filter(({ name }) => !slos || failedSlos.has(name)),
    ];
    // Two servers may hold copies of the same series: the first one counts.
    const known = new Set(part.slos.map(({ name }) => name));
    part.slos.push(...ownSlos.filter(({ name }) => !known.has(name)));
    Object.assign(
      part.volumes,
      volumes ? volumes.get(entityRef) : before?.volumes,
    );
  }
  part.slos.sort((a, b) => (a.name < b.name ? -1 : 1));
  return part;
}
