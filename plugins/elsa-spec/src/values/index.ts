import type { Spec, Values } from './types';
import { dataValues } from './data';
import { edgeValues } from './edge';
import { guardValues } from './guard';
import { hostValues } from './host';
import { monitoringValues } from './monitoring';
import { safetyValues } from './safety';
import { serverValues, studioValues } from './workloads';

export { fileUrl, publicUrl } from './links';
export { sloDescription, sloTitle } from './monitoring';
export { metricProfileOf } from './queries';
export type { Values } from './types';

/**
 * Values of the chart for one environment, before the chart's schema has seen
 * them.
 *
 * @public
 */
export function chartValues(spec: Spec): Values {
  return {
    global: {
      imagePullSecrets: spec.host.imagePullSecrets,
      storageClass: spec.storage.storageClass ?? '',
      labels: spec.extra.labels,
      annotations: spec.extra.annotations,
    },
    environment: {
      name: spec.metadata.name,
      owner: spec.owner,
      entity: `component:default/${spec.metadata.name}`,
      lifecycle: spec.lifecycle,
      cluster: spec.target.cluster,
    },
    argocd: { syncWaves: spec.delivery.argocd.enabled },
    host: hostValues(spec),
    elsaServer: serverValues(spec),
    elsaStudio: studioValues(spec),
    ...dataValues(spec),
    ...safetyValues(spec),
    ...edgeValues(spec),
    ...guardValues(spec),
    ...monitoringValues(spec),
    // `helm test` runs in releases of Helm only; elsewhere its pods' policy would be left over.
    ...(spec.delivery.packaging === 'kustomize' && {
      tests: { enabled: false },
    }),
    extraObjects: spec.extra.objects,
  };
}
