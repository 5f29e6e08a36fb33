import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject } from '../kubernetes/types';

export interface RuleObject extends KubernetesObject {
  spec: {
    groups: Array<{
      name: string;
      rules: Array<{
        record?: string;
        alert?: string;
        expr: string;
        labels?: Record<string, string>;
      }>;
    }>;
  };
}

/**
 * The Prometheus rules of a cluster. What they record says where it comes from,
 * as external labels say it where one store holds several clusters' series.
 */
export function rulesIn(cluster: Cluster): RuleObject[] {
  return cluster
    .list<RuleObject>('monitoring.coreos.com/v1', 'PrometheusRule')
    .map(object => ({
      ...object,
      spec: {
        ...object.spec,
        groups: object.spec.groups.map(group => ({
          ...group,
          rules: group.rules.map(rule => ({
            ...rule,
            labels: { ...rule.labels, cluster: cluster.name },
          })),
        })),
      },
    }));
}
