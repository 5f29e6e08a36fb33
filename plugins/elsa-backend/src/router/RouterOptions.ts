import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { RefreshService } from '../service/RefreshService';
import type { SloSeriesService } from '../service/SloSeriesService';
import type { StatusService } from '../service/StatusService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  status: StatusService;
  refresh: RefreshService;
  sloSeries: SloSeriesService;
  /** Checks answers against the description too; costs time, for tests. */
  validatesResponses?: boolean;
}
