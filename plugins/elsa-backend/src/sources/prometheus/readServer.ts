import type {
  AlertStatus,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CatalogEnvironment, MetricsPart } from '../../model';
import { toUpstreamError, type UpstreamError } from '../http';
import type { PrometheusClient } from './PrometheusClient';
import type { CompletedSlos } from './RawSloReader';
import { assignAlerts } from './readAlerts';
import { readRecordedSlos } from './readRecordedSlos';
import { readVolumes } from './readVolumes';
import { scopesOf } from './targets';

/** What one Prometheus gave; a figure that could not be read is absent. */
export interface ServerReading {
  client: PrometheusClient;
  environments: CatalogEnvironment[];
  /** By entity reference. */
  alerts?: Map<string, AlertStatus[]>;
  /** By entity reference. */
  slos?: Map<string, SloStatus[]>;
  /** By entity reference. */
  volumes?: Map<string, MetricsPart['volumes']>;
  /** Of the figure that failed first. */
  error?: UpstreamError;
  /** SLOs that could not be evaluated from raw metrics, by name. */
  failedSlos: Map<string, UpstreamError>;
}

/** Reads all figures of one Prometheus at once. Never throws. */
export async function readServer(
  client: PrometheusClient,
  all: readonly CatalogEnvironment[],
  readExtraSlos: (recorded: Map<string, SloStatus[]>) => Promise<CompletedSlos>,
  signal: AbortSignal,
): Promise<ServerReading> {
  const { config } = client;
  const environments = all.filter(item =>
    config.clusters.includes(item.cluster),
  );
  const scopes = scopesOf(config, environments);
  const reading: ServerReading = {
    client,
    environments,
    failedSlos: new Map(),
  };
  const failed = (error: unknown) => {
    reading.error ??= toUpstreamError(error, `Prometheus '${config.name}'`);
    return undefined;
  };
  const [alerts, slos, volumes] = await Promise.all([
    client
      .alerts(signal)
      .then(found => assignAlerts(config, found, environments))
      .catch(failed),
    Promise.all(scopes.map(scope => readRecordedSlos(client, scope, signal)))
      .then(maps => readExtraSlos(merge(maps)))
      .then(({ slos: completed, failed: failedSlos }) => {
        reading.failedSlos = failedSlos;
        return completed;
      })
      .catch(failed),
    Promise.all(
      scopes.map(async scope => {
        const byNamespace = await readVolumes(client, scope, signal);
        return new Map(
          scope.environments.map(item => [
            item.entityRef,
            byNamespace.get(item.namespace) ?? {},
          ]),
        );
      }),
    )
      .then(merge)
      .catch(failed),
  ]);
  return Object.assign(reading, { alerts, slos, volumes });
}

function merge<T>(maps: ReadonlyArray<Map<string, T>>): Map<string, T> {
  return new Map(maps.flatMap(map => [...map]));
}
