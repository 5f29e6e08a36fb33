import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Entity } from '@backstage/catalog-model';

/** A label value that is not empty: it also goes into label selectors. */
const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
/** RFC 1123 label, as namespaces are. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

export interface EntityPlacement {
  name: string;
  cluster: string;
  namespace: string;
  problem?: string;
}

/** Reads where an entity's environment lives, and says which annotation is wrong. */
export function readPlacement(
  entity: Entity,
  environmentAnnotation: string,
): EntityPlacement {
  const annotations = entity.metadata.annotations ?? {};
  const name = annotations[environmentAnnotation] || entity.metadata.name;
  const cluster = annotations[KUBERNETES_CLUSTER_ANNOTATION] ?? '';
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION] ?? '';
  return {
    name,
    cluster,
    namespace,
    problem:
      describe(
        LABEL_VALUE.test(name),
        environmentAnnotation,
        name,
        'the name of the environment',
      ) ??
      describe(
        cluster.trim().length > 0,
        KUBERNETES_CLUSTER_ANNOTATION,
        cluster,
        'the name of a cluster of the Kubernetes plugin',
      ) ??
      describe(
        NAMESPACE.test(namespace),
        KUBERNETES_NAMESPACE_ANNOTATION,
        namespace,
        'the name of a Kubernetes namespace',
      ),
  };
}

function describe(
  isValid: boolean,
  annotation: string,
  value: string,
  meaning: string,
): string | undefined {
  return isValid
    ? undefined
    : `Annotation ${annotation} is ${JSON.stringify(value.slice(0, 100))}; it must be ${meaning}.`;
}
