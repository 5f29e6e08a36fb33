import { type ExposureProfile, PLAIN_EDGE } from './types';

/** An application load balancer, which takes certificates of ACM only. */
export const albExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: 'application load balancer of AWS',
  name: 'alb',
  limitsSources: true,
  certificate: 'edge',
  classPattern: '(^|[-.])alb($|[-.])',
};
