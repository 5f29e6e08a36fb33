import type { SloSeriesOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import type {
  EnvironmentStatus,
  SloSeries,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

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
