import { NotFoundError } from '@backstage/errors';
import type {
  EnvironmentStatus,
  SloSeries,
  SloSeriesOptions,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** Reads the course of SLOs from Prometheus. */
export interface SloSeriesService {
  /** @throws NotFoundError when the environment has no such SLO */
  read(
    status: EnvironmentStatus,
    slo: string,
    options: SloSeriesOptions,
  ): Promise<SloSeries>;
}

/** For portals without a Prometheus. */
export const noSloSeries: SloSeriesService = {
  async read(status, slo) {
    throw new NotFoundError(`${status.entityRef} has no SLO '${slo}'`);
  },
};
