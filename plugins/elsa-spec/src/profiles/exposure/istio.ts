import { type ExposureProfile, PLAIN_EDGE } from './types';

/** Istio's own gateway, which reads certificates of its own namespace only. */
export const istioExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: "Istio's gateway",
  name: 'istio',
  setsCors: true,
  setsHeaders: true,
  isCertificateBesideProxy: true,
  metricProfile: 'istio',
  mesh: 'istio',
  routeKinds:
    'gateways.networking.istio.io,virtualservices.networking.istio.io',
};
