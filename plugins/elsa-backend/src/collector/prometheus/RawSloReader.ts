import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import type { RawSloConfig } from '../../config';
import type { CatalogEnvironment } from '../../model';
import type { PrometheusClient } from './PrometheusClient';
import { readRawSlo } from './rawSlos';

/** Weeks of raw metrics cost a server too much to be asked for every cycle. */
const INTERVAL_MS = 5 * 60 * 1000;

/** Adds SLOs from raw metrics to environments that record none of that name. */
export class RawSloReader {
  readonly #slos: readonly RawSloConfig[];
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { readAt: number; byRef: Map<string, SloStatus> }
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
    const known = this.#known.get(key);
    const isComplete = environments.length > 1;
    if (known && this.#now() - known.readAt < INTERVAL_MS) {
      return known.byRef;
    }
    const byRef = await readRawSlo(client, slo, environments, signal);
    // A refresh reads one environment; that must not stand for all of them.
    if (isComplete) {
      this.#known.set(key, { readAt: this.#now(), byRef });
    }
    return byRef;
  }
}
