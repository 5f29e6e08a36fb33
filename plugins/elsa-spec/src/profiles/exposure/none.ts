import { type ExposureProfile, PLAIN_EDGE } from './types';

/** No way in; every wish is moot, and none is refused. */
export const noExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: 'not reachable from outside',
  name: 'none',
  setsCors: true,
};
