import type { CatalogEnvironment } from '../../model';
import type {
  MetricsCollection,
  MetricsCollector,
} from '../../sources/prometheus/MetricsCollector';
import type { Lease, Stores, WriteResult } from '../../store';
import { keyOf } from '../claims/judgeEnvironments';
import { groupBy } from '../groupBy';
import { NOT_WRITTEN, type SourceLog } from '../SourceLog';

export interface MetricsRoundOptions {
  stores: Pick<Stores, 'claims' | 'environments'>;
  metricsCollector: MetricsCollector;
  log: SourceLog;
  onWritten: (result: WriteResult) => void;
}

/** Reads the figures of environments from Prometheus, and writes them down. */
export class MetricsRound {
  readonly #options: MetricsRoundOptions;

  constructor(options: MetricsRoundOptions) {
    this.#options = options;
  }

  async run(
    environments: readonly CatalogEnvironment[],
    { lease, signal }: { lease: Lease | undefined; signal: AbortSignal },
  ): Promise<void> {
    const { log, onWritten, stores } = this.#options;
    const { parts, attempts } = await this.#collect(environments, signal);
    const isWritten = await log.tryWrite('metrics', async () =>
      onWritten(await stores.environments.writeMetrics(parts, { lease })),
    );
    for (const attempt of attempts) {
      await log.record(attempt.kind, attempt.name, {
        ...attempt,
        ...(!isWritten && { ...NOT_WRITTEN, hasData: false }),
      });
    }
  }

  /**
   * Says nothing about the servers as sources: their state and time stand for
   * all environments, of which this reads one.
   */
  async refresh(
    environment: CatalogEnvironment,
    signal: AbortSignal,
  ): Promise<void> {
    const { metricsCollector, onWritten, stores } = this.#options;
    const { parts } = await metricsCollector.collect([environment], signal, {
      isForced: true,
    });
    onWritten(
      await stores.environments.writeMetrics(parts, { isForced: true }),
    );
  }

  /**
   * Asks once per place, and only for entities that a place belongs to: an
   * entity that merely names a place must not block the others' alerts. A copy
   * gets what the entity it copies gets.
   */
  async #collect(
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
  ): Promise<MetricsCollection> {
    const { metricsCollector, stores } = this.#options;
    const granted = await stores.claims.granted();
    const places = [
      ...groupBy(
        environments.filter(({ entityRef }) => granted.has(entityRef)),
        environment => `${environment.cluster}/${keyOf(environment)}`,
      ).values(),
    ];
    const collected = await metricsCollector.collect(
      places.map(([first]) => first),
      signal,
    );
    const parts = new Map(
      places.flatMap(place => {
        const part = collected.parts.get(place[0].entityRef);
        return part
          ? place.map(({ entityRef }) => [entityRef, part] as const)
          : [];
      }),
    );
    return { ...collected, parts };
  }
}
