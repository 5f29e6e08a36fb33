import { anyOf, type LabelMatcher, max, selector } from './promql';

/** Labels that name a claim in the results. @public */
export const VOLUME_LABELS = ['namespace', 'persistentvolumeclaim'] as const;

/** @public */
export interface VolumeUsageQueries {
  /** Bytes used on the file system. */
  used: string;
  /** Bytes of the file system, which may differ from the claim's request. */
  capacity: string;
}

/**
 * Usage of all claims, from the kubelets (they know no labels of ours).
 *
 * @param namespaces - limits the answer; all of them when empty
 * @param extraMatchers - such as the cluster's label in a shared Prometheus
 * @public
 */
export function volumeUsageQueries(
  namespaces: readonly string[] = [],
  extraMatchers: readonly LabelMatcher[] = [],
): VolumeUsageQueries {
  const matchers: LabelMatcher[] = [
    namespaces.length > 0
      ? anyOf('namespace', [...new Set(namespaces)].sort())
      : { label: 'namespace', operator: '!=', value: '' },
    { label: 'persistentvolumeclaim', operator: '!=', value: '' },
    ...extraMatchers,
  ];
  // The largest of several: a claim that moved has two series for a while.
  const of = (metric: string) =>
    max(selector(metric, matchers), [...VOLUME_LABELS]);
  return {
    used: of('kubelet_volume_stats_used_bytes'),
    capacity: of('kubelet_volume_stats_capacity_bytes'),
  };
}
