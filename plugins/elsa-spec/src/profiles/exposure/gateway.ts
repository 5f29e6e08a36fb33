import { type ExposureProfile, PLAIN_EDGE } from './types';

/** What the Gateway API itself offers, whatever implements it. */
export const gatewayExposure: ExposureProfile = {
  ...PLAIN_EDGE,
  title: 'Gateway API',
  name: 'gateway without Envoy Gateway',
  setsCors: true,
  setsHeaders: true,
  routeKinds:
    'gateways.gateway.networking.k8s.io,httproutes.gateway.networking.k8s.io',
  classKinds: 'gatewayclasses.gateway.networking.k8s.io',
};

/** Whose a Gateway's listeners are: a shared one has the platform's certificate. */
export const gatewayModes = {
  shared: { certificate: 'edge' },
  listenerset: {},
  own: {},
} satisfies Record<string, Partial<ExposureProfile>>;

/** What an implementation adds. Traefik serves every Gateway with the pods of its own installation. */
export const gatewayImplementations = {
  'envoy-gateway': { name: 'gateway', limitsRates: true, limitsSources: true },
  // Somebody has to say that Istio's own metrics are collected where there is no mesh.
  istio: { metricProfile: 'istio', isMetricProfileDefault: false },
  traefik: { metricProfile: 'traefik', proxyNamespace: 'traefik' },
  other: {},
} satisfies Record<string, Partial<ExposureProfile>>;
