import { type ExposureProfile, PLAIN_EDGE } from './types';

/** An Ingress of ingress-nginx; its snippets for headers are switched off by default. */
export const ingressNginxExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: 'Ingress of ingress-nginx',
  name: 'ingress-nginx',
  limitsRates: true,
  limitsSources: true,
  setsCors: true,
  metricProfile: 'ingress-nginx',
  classPattern: '(^|[-.])nginx($|[-.])',
};
