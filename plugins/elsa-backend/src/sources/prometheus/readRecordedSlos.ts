import { type SloStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { recordedSloQueries } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  evaluateSlo,
  unusableSlo,
  readRecordedSlos as combineRecordedSlos,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { sourceId } from '../../model';
import type { PrometheusClient } from './PrometheusClient';
import { indexByLabels, type MetricsScope } from './targets';
import { titleOfSlo } from './titleOfSlo';

/**
 * Evaluates every SLO whose series the generated rules record.
 *
 * @returns SLOs by entity reference
 * @throws UpstreamError
 */
export async function readRecordedSlos(
  client: PrometheusClient,
  scope: MetricsScope,
  signal: AbortSignal,
): Promise<Map<string, SloStatus[]>> {
  const queries = recordedSloQueries(scope.matchers);
  const [sliErrors, definitions] = await Promise.all([
    client.query(queries.sliErrors, signal),
    client.query(queries.definitions, signal),
  ]);
  const environmentOf = indexByLabels(scope.environments);
  const result = new Map<string, SloStatus[]>();
  for (const slo of combineRecordedSlos({ sliErrors, definitions })) {
    const { environment, namespace, problem, ...input } = slo;
    const entity = environmentOf({ namespace, elsa_environment: environment });
    if (entity) {
      const slos = result.get(entity.entityRef) ?? [];
      const title = titleOfSlo(slo.name);
      const source = sourceId('prometheus', client.config.name);
      slos.push(
        problem === undefined
          ? evaluateSlo({ ...input, title, from: 'recorded', source })
          : unusableSlo({ name: slo.name, title, source, problem }),
      );
      result.set(entity.entityRef, slos);
    }
  }
  return result;
}
