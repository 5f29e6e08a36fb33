import { volumeUsageQueries } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  type InstantSample,
  parseSampleValue,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { MetricsPart } from '../../model';
import type { PrometheusClient } from './PrometheusClient';
import type { MetricsScope } from './targets';

/** Beyond this many the expression costs the server more than all namespaces. */
const MAX_NAMESPACES = 500;

/**
 * Reads how full the volumes are.
 *
 * @returns usage by namespace and claim
 * @throws UpstreamError
 */
export async function readVolumes(
  client: PrometheusClient,
  scope: MetricsScope,
  signal: AbortSignal,
): Promise<Map<string, MetricsPart['volumes']>> {
  const namespaces = [
    ...new Set(scope.environments.map(({ namespace }) => namespace)),
  ];
  const queries = volumeUsageQueries(
    namespaces.length > MAX_NAMESPACES ? [] : namespaces,
    scope.matchers,
  );
  const [used, capacity] = await Promise.all([
    client.query(queries.used, signal),
    client.query(queries.capacity, signal),
  ]);
  const result = new Map<string, MetricsPart['volumes']>();
  add(result, used, 'usedBytes');
  add(result, capacity, 'capacityBytes');
  return result;
}

function add(
  result: Map<string, MetricsPart['volumes']>,
  samples: readonly InstantSample[],
  field: 'usedBytes' | 'capacityBytes',
): void {
  for (const { metric, value } of samples) {
    const bytes = parseSampleValue(value[1]);
    const { namespace, persistentvolumeclaim: claim } = metric;
    if (bytes !== null && namespace && claim) {
      const volumes = result.get(namespace) ?? {};
      volumes[claim] = { ...volumes[claim], [field]: bytes };
      result.set(namespace, volumes);
    }
  }
}
