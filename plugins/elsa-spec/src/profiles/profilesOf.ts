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
import { type HostProfile, type HostProfileId, hostProfiles } from './host';

/** What each choice of a spec can do. @public */
export interface Profiles {
  host: HostProfile;
  exposure: ExposureProfile;
  /** Where requests are counted; absent where nothing counts them. */
  metrics?: MetricProfile;
}

/** The profiles of a spec's choices. The one place that looks them up. @public */
export function profilesOf(spec: {
  host: { profile: HostProfileId };
  exposure: ExposureChoice;
  monitoring: { metricProfile?: MetricProfileId };
}): Profiles {
  const { metricProfile } = spec.monitoring;
  return {
    host: hostProfiles[spec.host.profile],
    exposure: exposureProfileOf(spec.exposure),
    ...(metricProfile && { metrics: METRIC_PROFILES[metricProfile] }),
  };
}
