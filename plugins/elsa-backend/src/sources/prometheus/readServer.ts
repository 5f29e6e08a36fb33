import type {
  AlertStatus,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CatalogEnvironment, MetricsPart } from '../../model';
import { toUpstreamError, type UpstreamError } from '../http';
import type { FigureGate } from './FigureGate';
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
  /** Its alerts are not all that there are. */
  isPartial: boolean;
  /** Of the figure that failed first. */
  error?: UpstreamError;
  /** SLOs that could not be evaluated from raw metrics, by name. */
  failedSlos: Map<string, UpstreamError>;
}

const FIGURES = ['alerts', 'slos', 'volumes'];

function figureId(server: string, figure: string): string {
  return `${server}/${figure}`;
}

/** Lets all figures be asked for again. */
export function forgetFailures(
  { config }: Pick<PrometheusClient, 'config'>,
  gate: Pick<FigureGate, 'forget'>,
): void {
  for (const figure of FIGURES) {
    gate.forget(figureId(config.name, figure));
  }
}

/** Reads all figures of one Prometheus at once. Never throws. */
export async function readServer(
  client: PrometheusClient,
  all: readonly CatalogEnvironment[],
  readExtraSlos: (recorded: Map<string, SloStatus[]>) => Promise<CompletedSlos>,
  gate: Pick<FigureGate, 'read' | 'forget'>,
  signal: AbortSignal,
): Promise<ServerReading> {
  const { config } = client;
  const subject = `Prometheus '${config.name}'`;
  const environments = all.filter(item =>
    config.clusters.includes(item.cluster),
  );
  const scopes = scopesOf(config, environments);
  const reading: ServerReading = {
    client,
    environments,
    isPartial: false,
    failedSlos: new Map(),
  };
  const failed = (error: unknown) => {
    reading.error ??= toUpstreamError(error, subject);
    return undefined;
  };
  const figure = <T>(name: string, read: () => Promise<T>) =>
    gate
      .read({ id: figureId(config.name, name), subject, signal }, read)
      .catch(failed);
  const [alerts, slos, volumes] = await Promise.all([
    figure('alerts', async () => {
      const { alerts: found, problem } = await client.alerts(signal);
      if (problem) {
        failed(problem);
        reading.isPartial = problem.state === 'partial';
      }
      return assignAlerts(config, found, environments);
    }),
    figure('slos', async () => {
      const recorded = await Promise.all(
        scopes.map(scope => readRecordedSlos(client, scope, signal)),
      );
      const completed = await readExtraSlos(merge(recorded));
      reading.failedSlos = completed.failed;
      return completed.slos;
    }),
    figure('volumes', async () =>
      merge(
        await Promise.all(
          scopes.map(scope => readScopeVolumes(client, scope, signal)),
        ),
      ),
    ),
  ]);
  if (!alerts && !slos && !volumes) {
    // Then it is the server: all of it is asked again at the same moment.
    forgetFailures(client, gate);
  }
  return Object.assign(reading, { alerts, slos, volumes });
}

/** Volumes of a scope's environments by entity reference. */
async function readScopeVolumes(
  client: PrometheusClient,
  scope: ReturnType<typeof scopesOf>[number],
  signal: AbortSignal,
) {
  const byNamespace = await readVolumes(client, scope, signal);
  return new Map(
    scope.environments.map(item => [
      item.entityRef,
      byNamespace.get(item.namespace) ?? {},
    ]),
  );
}

function merge<T>(maps: ReadonlyArray<Map<string, T>>): Map<string, T> {
  return new Map(maps.flatMap(map => [...map]));
}
