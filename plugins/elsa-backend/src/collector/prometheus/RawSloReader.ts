import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import type { RawSloConfig } from '../../config';
import { type CatalogEnvironment, RAW_SLO_INTERVAL_MS } from '../../model';
import type { PrometheusClient } from './PrometheusClient';
import { readRawSlo } from './rawSlos';

/** Adds SLOs from raw metrics to environments that record none of that name. */
export class RawSloReader {
  readonly #slos: readonly RawSloConfig[];
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    {
      readAt: number;
      asked: ReadonlySet<string>;
      byRef: Map<string, SloStatus>;
    }
  >();

  constructor(slos: readonly RawSloConfig[], now: () => number) {
    this.#slos = slos;
    this.#now = now;
  }

  /** @throws UpstreamError */
  async complete(
    client: PrometheusClient,
    environments: readonly CatalogEnvironment[],
    recorded: Map<string, SloStatus[]>,
    signal: AbortSignal,
  ): Promise<Map<string, SloStatus[]>> {
    const result = new Map(recorded);
    for (const slo of this.#slos) {
      const lacking = environments.filter(
        ({ entityRef }) =>
          !recorded.get(entityRef)?.some(({ name }) => name === slo.name),
      );
      if (lacking.length > 0) {
        const byRef = await this.#read(client, slo, environments, signal);
        for (const { entityRef } of lacking) {
          const status = byRef.get(entityRef);
          if (status) {
            result.set(entityRef, [...(result.get(entityRef) ?? []), status]);
          }
        }
      }
    }
    return result;
  }

  async #read(
    client: PrometheusClient,
    slo: RawSloConfig,
    environments: readonly CatalogEnvironment[],
    signal: AbortSignal,
  ): Promise<Map<string, SloStatus>> {
    const key = `${client.config.name}/${slo.name}`;
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
