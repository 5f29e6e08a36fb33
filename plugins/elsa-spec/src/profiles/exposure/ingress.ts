import { type ExposureProfile, PLAIN_EDGE } from './types';

/** An Ingress of a controller that the product does not know. */
export const ingressExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: 'Ingress',
  name: 'ingress',
};
