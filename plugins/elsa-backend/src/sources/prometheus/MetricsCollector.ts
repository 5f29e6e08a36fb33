import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CatalogEnvironment, MetricsPart } from '../../model';

/** How one Prometheus or Alertmanager answered. */
export interface MetricsAttempt {
  kind: SourceKind;
  name: string;
  state: SourceState;
  message?: string;
  hasData: boolean;
  /** When it is asked again, where that is later than usual. */
  nextAttemptAtMs?: number;
}

export interface MetricsCollection {
  /** Environments that no server could be asked about are left out. */
  parts: Map<string, MetricsPart>;
  attempts: MetricsAttempt[];
}

/** Reads figures and alerts of environments from everything but clusters. */
export interface MetricsCollector {
  /**
   * Never throws for a server that failed.
   *
   * @param options - `isForced`: also asks servers that failed a moment ago
   */
  collect(
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
    options?: { isForced?: boolean },
  ): Promise<MetricsCollection>;
}
