import type { MetricProfileId } from '@elsa-portal/backstage-plugin-elsa-common/metrics';

/**
 * What a way in from outside can do, and what belongs to it. Everything that
 * depends on the kind of exposure is decided here and nowhere else.
 *
 * @public
 */
export interface ExposureProfile {
  /** How documents name it. */
  title: string;
  /** How messages name it where its settings decide, such as `gateway without Envoy Gateway`. */
  name: string;
  /** Whether it counts requests per client. */
  limitsRates: boolean;
  /** Whether it admits requests by the client's address. */
  limitsSources: boolean;
  /** Whether it can answer CORS requests. */
  setsCors: boolean;
  /** Whether it can add headers to answers without taking others away. */
  setsHeaders: boolean;
  /** Whose certificate ends TLS: one of the environment, or one that the edge has already. */
  certificate: 'environment' | 'edge';
  /** Whether the environment's certificate lies beside the proxy, in its namespace. */
  isCertificateBesideProxy: boolean;
  /** What its proxy counts. */
  metricProfile?: MetricProfileId;
  /** Its metrics are used unless the spec names others. */
  isMetricProfileDefault: boolean;
  /** The mesh that it is a part of. */
  mesh?: 'istio';
  /** Where its proxy runs, if neither the spec nor the chart knows better. */
  proxyNamespace?: string;
  /** How the name of an Ingress class tells this controller; a regular expression. */
  classPattern?: string;
  /** Types that kubectl lists to see its routes, separated by commas. */
  routeKinds: string;
  /** Types that kubectl lists to see its classes. */
  classKinds: string;
}

/** A way in that can do nothing by itself. */
export const PLAIN_EDGE = {
  limitsRates: false,
  limitsSources: false,
  setsCors: false,
  setsHeaders: false,
  certificate: 'environment',
  isCertificateBesideProxy: false,
  isMetricProfileDefault: true,
  routeKinds: 'ingresses.networking.k8s.io',
  classKinds: 'ingressclasses.networking.k8s.io',
} as const;
