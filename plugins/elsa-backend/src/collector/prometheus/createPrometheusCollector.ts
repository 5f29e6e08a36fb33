import type { ElsaConfig } from '../../config';
import type { Stores } from '../../database';
import type { CollectorMetrics } from '../../metrics';
import { sourceId } from '../../model';
import {
  noSloSeries,
  type SloSeriesService,
} from '../../service/SloSeriesService';
import type { MetricsCollector } from '../MetricsCollector';

export interface PrometheusCollector extends MetricsCollector {
  sloSeries: SloSeriesService;
  sourceIds: (clusters: ReadonlySet<string>) => string[];
  close(): Promise<void>;
}

export function createPrometheusCollector(options: {
  config: ElsaConfig;
  stores: Stores;
  metrics: CollectorMetrics;
}): PrometheusCollector {
  return {
    collect: async () => ({ parts: new Map(), attempts: [] }),
    sloSeries: noSloSeries,
    sourceIds: clusters =>
      options.config.prometheus
        .filter(server => server.clusters.some(name => clusters.has(name)))
        .map(server => sourceId('prometheus', server.name)),
    close: async () => {},
  };
}
