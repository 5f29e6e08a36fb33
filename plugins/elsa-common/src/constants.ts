import type { ComponentName } from './contract';

/**
 * Names that entities, Kubernetes objects and Prometheus series carry so that
 * the catalog, the clusters and the metrics of one environment find each other.
 */

/** Annotation on catalog entities and workloads: the environment's name. @public */
export const ELSA_ENVIRONMENT_ANNOTATION = 'elsa-portal.io/environment';

/** Annotation on workloads: entity reference of the owner, as the spec states it. @public */
export const ELSA_OWNER_ANNOTATION = 'elsa-portal.io/owner';

/** Annotation on workloads: entity reference of the environment, which the chart writes. @public */
export const ELSA_ENTITY_ANNOTATION = 'elsa-portal.io/entity';

/** Annotation on the environment's entity: the host profile's id. @public */
export const ELSA_HOST_PROFILE_ANNOTATION = 'elsa-portal.io/host-profile';

/** Annotation on the environment's entity: version of the template that produced its files. @public */
export const ELSA_TEMPLATE_VERSION_ANNOTATION =
  'elsa-portal.io/template-version';

/**
 * Annotation on the environment's entity: the parts that it has in its cluster,
 * such as `server,database,autoscaler`. What it does not name may be absent.
 * @public
 */
export const ELSA_PARTS_ANNOTATION = 'elsa-portal.io/parts';

/** `spec.type` of the Component that stands for the whole environment. @public */
export const ELSA_ENVIRONMENT_TYPE = 'elsa-environment';

/** Kubernetes' recommended label values that every generated object carries. @public */
export const ELSA_PART_OF = 'elsa-workflows';

/** Label on recorded series and alerts: the environment's name. @public */
export const ELSA_ENVIRONMENT_METRIC_LABEL = 'elsa_environment';

/** Annotations of Backstage's Kubernetes plugin that place an environment. @public */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';
/** @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/**
 * Begin of the names of signals channels; a colon and the `changeKey` of an
 * answer follow. @public
 */
export const ELSA_SIGNALS_CHANNEL = 'elsa:environments';

/**
 * Ends of the names of generated Resources, behind the environment's name, and
 * the component that each of them is. @public
 */
export const DATA_SERVICE_COMPONENTS = {
  postgresql: 'database',
  sqlserver: 'database',
  mysql: 'database',
  sqlite: 'database',
  pgbouncer: 'pgbouncer',
  redis: 'redis',
  rabbitmq: 'rabbitmq',
} as const satisfies Record<string, ComponentName>;

/** @public */
export type DataServiceSuffix = keyof typeof DATA_SERVICE_COMPONENTS;
