import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { RawSloConfig } from '../../config';
import { type CatalogEnvironment, RAW_SLO_INTERVAL_MS } from '../../model';
import { toUpstreamError, UpstreamError } from '../http';
import type { PrometheusClient } from './PrometheusClient';
import { readRawSlo } from './rawSlos';

/** SLOs of one server by entity reference. */
export interface CompletedSlos {
  slos: Map<string, SloStatus[]>;
  /** Configured SLOs that could not be evaluated, by name. */
  failed: Map<string, UpstreamError>;
}

interface Evaluation {
  readAt: number;
  asked: ReadonlySet<string>;
  byRef: Map<string, SloStatus>;
}

/** Adds SLOs from raw metrics to environments that record none of that name. */
export class RawSloReader {
  readonly #slos: readonly RawSloConfig[];
  readonly #now: () => number;
  /** By server and SLO. */
  readonly #known = new Map<string, Evaluation>();
  /** By server and SLO. */
  readonly #failed = new Map<string, { at: number; error: UpstreamError }>();

  constructor(slos: readonly RawSloConfig[], now: () => number) {
    this.#slos = slos;
    this.#now = now;
  }

  /**
   * Never throws for a query that failed: what was recorded, and the other
   * SLOs, are as good as without it.
   */
  async complete(
    client: PrometheusClient,
    environments: readonly CatalogEnvironment[],
    recorded: Map<string, SloStatus[]>,
    signal: AbortSignal,
  ): Promise<CompletedSlos> {
    const slos = new Map(recorded);
    const failed: CompletedSlos['failed'] = new Map();
    for (const slo of this.#slos) {
      const lacking = environments.filter(
        ({ entityRef }) =>
          !recorded
            .get(entityRef)
            ?.some(({ name, problem }) => name === slo.name && !problem),
      );
      if (lacking.length === 0) continue;
      const byRef = await this.#tryRead(client, slo, environments, signal);
      if (byRef instanceof UpstreamError) {
        failed.set(slo.name, byRef);
        continue;
      }
      for (const { entityRef } of lacking) {
        const status = byRef.get(entityRef);
        if (status) {
          const others = (slos.get(entityRef) ?? []).filter(
            ({ name }) => name !== slo.name,
          );
          slos.set(entityRef, [...others, status]);
        }
      }
    }
    return { slos, failed };
  }

  /** What cost a server too much is not asked of it again at once. */
  async #tryRead(
    client: PrometheusClient,
    slo: RawSloConfig,
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
  ): Promise<Map<string, SloStatus> | UpstreamError> {
    const key = `${client.config.name}/${slo.name}`;
    const last = this.#failed.get(key);
    const waitMs = Math.max(RAW_SLO_INTERVAL_MS, last?.error.retryAfterMs ?? 0);
    if (last && this.#now() - last.at < waitMs) return last.error;
    try {
      const byRef = await this.#read(key, client, slo, environments, signal);
      this.#failed.delete(key);
      return byRef;
    } catch (caught) {
      const error = toUpstreamError(
        caught,
        `Prometheus '${client.config.name}'`,
      );
      const named = new UpstreamError(
        error.state,
        `SLO '${slo.name}' cannot be evaluated from raw metrics: ${error.message}`,
        error,
      );
      // Ended from outside: that says nothing about the server.
      if (!signal.aborted) {
        this.#failed.set(key, { at: this.#now(), error: named });
      }
      return named;
    }
  }

  async #read(
    key: string,
    client: PrometheusClient,
    slo: RawSloConfig,
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
  ): Promise<Map<string, SloStatus>> {
    const asked = environments.map(({ entityRef }) => entityRef);
    // What is read is as old as the moment at which it was asked for.
    const readAt = this.#now();
    const kept = this.#known.get(key);
    const known =
      kept && readAt - kept.readAt < RAW_SLO_INTERVAL_MS ? kept : undefined;
    if (known && asked.every(ref => known.asked.has(ref))) {
      return known.byRef;
    }
    const byRef = await readRawSlo(
      client,
      slo,
      environments,
      new Date(readAt).toISOString(),
      signal,
    );
    // A refresh reads one environment; that must not stand for all of them.
    if (!known || asked.length >= known.asked.size) {
      this.#known.set(key, { readAt, asked: new Set(asked), byRef });
    }
    return byRef;
  }
}
