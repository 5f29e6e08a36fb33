import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ElsaConfig } from '../../config';
import { sourceId } from '../../model';

type Servers = Pick<ElsaConfig, 'prometheus' | 'alertmanager'>;

/** Ids of all servers that hold figures of a cluster. */
export function createMetricsSourceIds(
  config: Servers,
): (cluster: string) => string[] {
  return cluster => {
    const prometheus = config.prometheus.filter(server =>
      server.clusters.includes(cluster),
    );
    const alertmanager = config.alertmanager.filter(server =>
      prometheus.some(({ name }) => server.prometheus.includes(name)),
    );
    return [
      ...prometheus.map(({ name }) => sourceId('prometheus', name)),
      ...alertmanager.map(({ name }) => sourceId('alertmanager', name)),
    ];
  };
}

/** Stands for the Prometheus that a cluster lacks. */
export function missingPrometheus(cluster: string): SourceStatus {
  return {
    id: sourceId('prometheus', `none-for-${cluster}`),
    kind: 'prometheus',
    name: cluster,
    state: 'not-configured',
    message: `No Prometheus is configured for cluster '${cluster}'`,
    remedy:
      'Add a server with this cluster to elsa.prometheus to see SLOs, alerts and volume usage',
  };
}
