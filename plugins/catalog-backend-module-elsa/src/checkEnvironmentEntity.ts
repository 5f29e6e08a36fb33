import type { Entity } from '@backstage/catalog-model';
import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  isClusterName,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** RFC 1123 label, as Kubernetes demands of namespaces. */
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** One thing that is wrong with an entity. */
export interface EntityProblem {
  field: string;
  value: string | undefined;
  remedy: string;
}

const annotationField = (name: string) => `metadata.annotations['${name}']`;

/**
 * Finds what would keep the collector from matching an environment's entity
 * to what runs in a cluster. Other entities have no problems.
 */
export function checkEnvironmentEntity(entity: Entity): EntityProblem[] {
  if (entity.kind !== 'Component') return [];
  if (entity.spec?.type !== ELSA_ENVIRONMENT_TYPE) return [];

  const annotations = entity.metadata.annotations ?? {};
  const environment = annotations[ELSA_ENVIRONMENT_ANNOTATION];
  const cluster = annotations[KUBERNETES_CLUSTER_ANNOTATION];
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION];
  const problems: EntityProblem[] = [];

  if (environment !== entity.metadata.name) {
    problems.push({
      field: annotationField(ELSA_ENVIRONMENT_ANNOTATION),
      value: environment,
      remedy: `set it to the entity's name, ${JSON.stringify(
        entity.metadata.name,
      )}, which is also the value of the label app.kubernetes.io/instance in the cluster`,
    });
  }
  if (!cluster || !isClusterName(cluster)) {
    problems.push({
      field: annotationField(KUBERNETES_CLUSTER_ANNOTATION),
      value: cluster,
      remedy:
        'set it to the name of a cluster under kubernetes.clusterLocatorMethods in the app configuration: at most 240 printable ASCII characters, no space at either end',
    });
  }
  if (!namespace || !DNS_LABEL.test(namespace)) {
    problems.push({
      field: annotationField(KUBERNETES_NAMESPACE_ANNOTATION),
      value: namespace,
      remedy:
        'set it to the namespace: lower case letters, digits and hyphens, at most 63 characters',
    });
  }
  return problems;
}
