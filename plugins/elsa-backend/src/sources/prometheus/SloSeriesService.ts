import type {
  EnvironmentStatus,
  SloSeries,
  SloSeriesOptions,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** Reads the course of SLOs from Prometheus. */
export interface SloSeriesService {
  /**
   * @throws NotFoundError when the environment has no such SLO,
   * ServiceUnavailableError when Prometheus does not answer
   */
  read(
    status: EnvironmentStatus,
    slo: string,
    options: SloSeriesOptions,
  ): Promise<SloSeries>;
}
