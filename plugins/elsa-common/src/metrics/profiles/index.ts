import { InputError } from '@backstage/errors';
import {
  METRIC_PROFILE_IDS,
  type MetricProfile,
  type MetricProfileId,
} from '../types';
import { guide } from './guide';
import { ingressNginx } from './ingressNginx';
import { istio } from './istio';
import { linkerd } from './linkerd';
import { otel } from './otel';
import { prometheusNet } from './prometheusNet';
import { traefik } from './traefik';

/** All metric profiles by id. @public */
export const METRIC_PROFILES: Readonly<Record<MetricProfileId, MetricProfile>> =
  {
    otel,
    'prometheus-net': prometheusNet,
    'ingress-nginx': ingressNginx,
    traefik,
    istio,
    linkerd,
    guide,
  };

/**
 * The profile of an id that may come from configuration.
 *
 * @throws InputError naming the known ids
 * @public
 */
export function getMetricProfile(id: string): MetricProfile {
  const known = METRIC_PROFILE_IDS.find(candidate => candidate === id);
  if (!known) {
    throw new InputError(
      `Unknown metric profile ${JSON.stringify(
        id,
      )}; use one of ${METRIC_PROFILE_IDS.join(', ')}`,
    );
  }
  return METRIC_PROFILES[known];
}
