import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CatalogEnvironment, MetricsPart } from '../../model';
import { sourceId } from '../../model';
import { alertKey, mergeCopies } from './alertCopies';
import {
  findSuppressed,
  type Silences,
  type Suppressed,
} from './findSuppressed';
import type { ServerReading } from './readServer';

/**
 * Puts the figures of all servers together. What a server did not give stays
 * as it was before; environments of which nothing new is known are left out.
 */
export function buildParts(options: {
  environments: readonly CatalogEnvironment[];
  readings: readonly ServerReading[];
  silences: readonly Silences[];
  previous: ReadonlyMap<string, MetricsPart>;
  sourceIds: (cluster: string) => string[];
  at: string;
}): Map<string, MetricsPart> {
  const parts = new Map<string, MetricsPart>();
  const suppressed = findSuppressed(options.readings, options.silences);
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
        buildPart(environment, readings, { ...options, suppressed }),
      );
    }
  }
  return parts;
}

function buildPart(
  { entityRef, cluster }: CatalogEnvironment,
  readings: readonly ServerReading[],
  {
    suppressed,
    silences,
    previous,
    sourceIds,
    at,
  }: Pick<
    Parameters<typeof buildParts>[0],
    'previous' | 'silences' | 'sourceIds' | 'at'
  > & { suppressed: Suppressed },
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
  for (const reading of readings) {
    const { client, slos, failedSlos, volumes } = reading;
    const source = sourceId('prometheus', client.config.name);
    const isOwn = (item: { source?: string }) => item.source === source;
    part.alerts.push(
      ...ownAlerts(reading, entityRef, {
        before: before?.alerts ?? [],
        suppressed,
        silences,
      }),
    );
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
  part.alerts = mergeCopies(part.alerts);
  part.slos.sort((a, b) => (a.name < b.name ? -1 : 1));
  return part;
}

/** Alerts of one server, with what Alertmanager says of them. */
function ownAlerts(
  { client, alerts, isPartial }: ServerReading,
  entityRef: string,
  known: {
    before: readonly AlertStatus[];
    suppressed: Suppressed;
    silences: readonly Silences[];
  },
): AlertStatus[] {
  const { name } = client.config;
  const source = sourceId('prometheus', name);
  const kept = known.before.filter(alert => alert.source === source);
  if (!alerts) {
    return kept;
  }
  const before = new Map(
    known.before.map(alert => [alertKey(alert.labels), alert]),
  );
  // What an Alertmanager that does not answer said last is likelier than that
  // all silences ended.
  const isUnsure = known.silences.some(
    silences => !silences.alerts && silences.prometheus.includes(name),
  );
  const current = (alerts.get(entityRef) ?? []).map(alert => {
    const last = isUnsure ? before.get(alertKey(alert.labels)) : undefined;
    const isInhibited =
      known.suppressed.inhibited.has(alert) || last?.isInhibited;
    return {
      ...alert,
      isSilenced:
        known.suppressed.silenced.has(alert) || last?.isSilenced === true,
      ...(isInhibited && { isInhibited }),
    };
  });
  // No copy: what fires now is newer than what is kept.
  const isCurrent = new Set(current.map(({ labels }) => alertKey(labels)));
  return isPartial
    ? [
        ...current,
        ...kept.filter(({ labels }) => !isCurrent.has(alertKey(labels))),
      ]
    : current;
}
