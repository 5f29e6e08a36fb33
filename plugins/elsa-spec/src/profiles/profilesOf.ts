import {
  METRIC_PROFILES,
  type MetricProfile,
  type MetricProfileId,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  type ExposureChoice,
  type ExposureProfile,
  exposureProfileOf,
} from './exposure';
import {
  type DatabaseChoice,
  type DatabaseProfile,
  databaseProfileOf,
} from './database';
import { type HostProfile, type HostProfileId, hostProfiles } from './host';
import { rabbitmqProfiles } from './rabbitmq';
import { redisProfiles } from './redis';
import type { ServiceProfile } from './ServiceProfile';

/** What each choice of a spec can do. @public */
export interface Profiles {
  host: HostProfile;
  exposure: ExposureProfile;
  database: DatabaseProfile;
  redis: ServiceProfile;
  rabbitmq: ServiceProfile;
  /** Where requests are counted; absent where nothing counts them. */
  metrics?: MetricProfile;
}

/** The profiles of a spec's choices. The one place that looks them up. @public */
export function profilesOf(spec: {
  host: { profile: HostProfileId };
  exposure: ExposureChoice;
  database: DatabaseChoice;
  redis: { mode: keyof typeof redisProfiles };
  rabbitmq: { mode: keyof typeof rabbitmqProfiles };
  monitoring: { metricProfile?: MetricProfileId };
}): Profiles {
  const { metricProfile } = spec.monitoring;
  return {
    host: hostProfiles[spec.host.profile],
    exposure: exposureProfileOf(spec.exposure),
    database: databaseProfileOf(spec.database),
    redis: redisProfiles[spec.redis.mode],
    rabbitmq: rabbitmqProfiles[spec.rabbitmq.mode],
    ...(metricProfile && { metrics: METRIC_PROFILES[metricProfile] }),
  };
}
