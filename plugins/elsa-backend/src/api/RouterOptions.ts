import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ReaderSignals } from '../notify';
import type { RefreshService } from '../status/RefreshService';
import type { SloSeriesService } from '../sources/prometheus/SloSeriesService';
import type { StatusService } from '../status/StatusService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  permissions: PermissionsService;
  status: StatusService;
  refresh: RefreshService;
  readers: Pick<ReaderSignals, 'watch'>;
  sloSeries: SloSeriesService;
  /** Checks answers against the description too; costs time, for tests. */
  validatesResponses?: boolean;
}
