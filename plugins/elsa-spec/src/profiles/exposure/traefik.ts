import { type ExposureProfile, PLAIN_EDGE } from './types';

const TRAEFIK = {
  ...PLAIN_EDGE,
  limitsRates: true,
  limitsSources: true,
  setsCors: true,
  setsHeaders: true,
  metricProfile: 'traefik',
} as const;

/** An Ingress of Traefik, with its middlewares. */
export const ingressTraefikExposure: ExposureProfile = {
  ...TRAEFIK,
  title: 'Ingress of Traefik',
  name: 'ingress-traefik',
  classPattern: '(^|[-.])traefik($|[-.])',
};

/** Traefik's own routes. */
export const traefikExposure: ExposureProfile = {
  ...TRAEFIK,
  title: "Traefik's IngressRoute",
  name: 'traefik',
  routeKinds: 'ingressroutes.traefik.io,middlewares.traefik.io',
};
