import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

interface SourceAttributes {
  [key: string]: string;
  kind: SourceKind;
  source: string;
  state: SourceState;
}

/** What the collector reports about itself. */
export interface CollectorMetrics {
  cycleEnded(seconds: number, environments: number): void;
  sourceRead(
    kind: SourceKind,
    name: string,
    outcome: { state: SourceState; seconds: number },
  ): void;
  /** One request to a source; `state` is `ok` or what went wrong. */
  upstreamCall(kind: SourceKind, name: string, state: SourceState): void;
  /** Several requests that ended alike. */
  upstreamCalls(
    kind: SourceKind,
    name: string,
    state: SourceState,
    count: number,
  ): void;
  /** Age of the figures of a cluster that are shown. */
  snapshotAge(cluster: string, seconds: number): void;
  refreshed(outcome: 'collected' | 'shared' | 'refused'): void;
}

/** From a quick cluster next door to one that uses up its time. */
const SECONDS_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60];

export function createCollectorMetrics(
  metrics: MetricsService,
): CollectorMetrics {
  const cycleDuration = metrics.createHistogram(
    'elsa.collector.cycle.duration',
    {
      description: 'Duration of one round over all sources',
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS_BUCKETS },
    },
  );
  const environmentCount = metrics.createGauge('elsa.collector.environments', {
    description: 'Environments in the catalog',
    unit: '{environment}',
  });
  const sourceDuration = metrics.createHistogram<SourceAttributes>(
    'elsa.collector.source.duration',
    {
      description: 'Duration of reading one source',
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS_BUCKETS },
    },
  );
  const sourceReads = metrics.createCounter<SourceAttributes>(
    'elsa.collector.source.reads',
    { description: 'Readings of sources by outcome', unit: '{reading}' },
  );
  const calls = metrics.createCounter<SourceAttributes>(
    'elsa.collector.upstream.calls',
    { description: 'Requests to sources by outcome', unit: '{request}' },
  );
  const age = metrics.createGauge<{ cluster: string }>(
    'elsa.collector.snapshot.age',
    { description: 'Age of the newest figures of a cluster', unit: 's' },
  );
  const refreshes = metrics.createCounter<{ outcome: string }>(
    'elsa.refreshes',
    { description: 'Refreshes that were asked for', unit: '{refresh}' },
  );
  return {
    cycleEnded(seconds, environments) {
      cycleDuration.record(seconds);
      environmentCount.record(environments);
    },
    sourceRead(kind, source, { state, seconds }) {
      const attributes = { kind, source, state };
      sourceDuration.record(seconds, attributes);
      sourceReads.add(1, attributes);
    },
    upstreamCall: (kind, source, state) =>
      calls.add(1, { kind, source, state }),
    upstreamCalls: (kind, source, state, count) =>
      calls.add(count, { kind, source, state }),
    snapshotAge: (cluster, seconds) => age.record(seconds, { cluster }),
    refreshed: outcome => refreshes.add(1, { outcome }),
  };
}
