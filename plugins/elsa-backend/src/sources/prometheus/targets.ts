import { ELSA_ENVIRONMENT_METRIC_LABEL } from '@elsa-portal/backstage-plugin-elsa-common';
import { type LabelMatcher } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { PrometheusConfig } from '../../config';
import type { CatalogEnvironment } from '../../model';

/** The part of a Prometheus that holds one cluster, or all of it. */
export interface MetricsScope {
  /** Added to every query. */
  matchers: LabelMatcher[];
  environments: CatalogEnvironment[];
}

function configuredMatchers(config: PrometheusConfig): LabelMatcher[] {
  return Object.entries(config.matchers).map(([label, value]) => ({
    label,
    operator: '=',
    value,
  }));
}

/** Matchers for the metrics of one cluster. */
export function clusterMatchers(
  config: PrometheusConfig,
  cluster: string,
): LabelMatcher[] {
  return [
    ...configuredMatchers(config),
    ...(config.clusterLabel === undefined
      ? []
      : [
          {
            label: config.clusterLabel,
            operator: '=' as const,
            value: cluster,
          },
        ]),
  ];
}

/** One scope per cluster where a label tells them apart, else a single one. */
export function scopesOf(
  config: PrometheusConfig,
  environments: readonly CatalogEnvironment[],
): MetricsScope[] {
  return config.clusters.flatMap(cluster => {
    const own = environments.filter(item => item.cluster === cluster);
    return own.length === 0
      ? []
      : [{ matchers: clusterMatchers(config, cluster), environments: own }];
  });
}

/** Finds environments by the labels that recorded series and alerts carry. */
export function indexByLabels(
  environments: readonly CatalogEnvironment[],
): (
  labels: Readonly<Record<string, string>>,
) => CatalogEnvironment | undefined {
  const byKey = new Map(
    environments.map(item => [labelKey(item.namespace, item.name), item]),
  );
  return labels =>
    byKey.get(
      labelKey(labels.namespace, labels[ELSA_ENVIRONMENT_METRIC_LABEL]),
    );
}

function labelKey(namespace = '', environment = ''): string {
  return JSON.stringify([namespace, environment]);
}
