import { clusteredHostProfile } from './clustered';
import { legacyV35HostProfile } from './legacyV35';
import { officialHostProfile } from './official';
import { HostProfile } from './types';

export * from './types';

/** @public */
export const HOST_PROFILE_IDS = [
  'official',
  'legacy-v3-5',
  'clustered',
] as const;
/** @public */
export type HostProfileId = (typeof HOST_PROFILE_IDS)[number];

/** Every host profile. Source: the images' own code. @public */
export const hostProfiles: Record<HostProfileId, HostProfile> = {
  official: officialHostProfile,
  'legacy-v3-5': legacyV35HostProfile,
  clustered: clusteredHostProfile,
};
