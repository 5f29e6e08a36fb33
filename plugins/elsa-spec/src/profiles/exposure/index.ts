import { albExposure } from './alb';
import {
  gatewayExposure,
  gatewayImplementations,
  gatewayModes,
} from './gateway';
import { ingressExposure } from './ingress';
import { ingressNginxExposure } from './ingressNginx';
import { istioExposure } from './istio';
import { noExposure } from './none';
import { ingressTraefikExposure, traefikExposure } from './traefik';
import type { ExposureProfile } from './types';

export type { ExposureProfile } from './types';

/** Ways to reach an environment from outside. @public */
export const EXPOSURE_KINDS = [
  'gateway',
  'ingress',
  'ingress-nginx',
  'ingress-traefik',
  'traefik',
  'alb',
  'istio',
  'none',
] as const;

/** @public */
export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** What each kind can do by itself; a Gateway can do more with some settings. @public */
export const exposureProfiles: Record<ExposureKind, ExposureProfile> = {
  gateway: gatewayExposure,
  ingress: ingressExposure,
  'ingress-nginx': ingressNginxExposure,
  'ingress-traefik': ingressTraefikExposure,
  traefik: traefikExposure,
  alb: albExposure,
  istio: istioExposure,
  none: noExposure,
};

/** Settings that decide what a way in can do. @public */
export interface ExposureChoice {
  kind: ExposureKind;
  gateway: {
    mode: keyof typeof gatewayModes;
    implementation: keyof typeof gatewayImplementations;
  };
}

/** What the way in of an environment can do, with its settings. @public */
export function exposureProfileOf({
  kind,
  gateway,
}: ExposureChoice): ExposureProfile {
  return {
    ...exposureProfiles[kind],
    ...(kind === 'gateway' && {
      ...gatewayModes[gateway.mode],
      ...gatewayImplementations[gateway.implementation],
    }),
  };
}
