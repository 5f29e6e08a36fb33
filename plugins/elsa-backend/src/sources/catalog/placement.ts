import {
  isClusterName,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Entity } from '@backstage/catalog-model';
import { LABEL_VALUE, storableText } from '../../text';

/** What a valid name of a cluster may have; no other part has more. */
const MAX_SHOWN = 240;
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
  const read = (annotation: string) => String(annotations[annotation] ?? '');
  const name = read(environmentAnnotation) || entity.metadata.name;
  const cluster = read(KUBERNETES_CLUSTER_ANNOTATION);
  const namespace = read(KUBERNETES_NAMESPACE_ANNOTATION);
  return {
    // As far as it can be shown, where it is wrong.
    name: storableText(name, MAX_SHOWN),
    cluster: storableText(cluster, MAX_SHOWN),
    namespace: storableText(namespace, MAX_SHOWN),
    problem:
      describe(
        // It also goes into label selectors.
        LABEL_VALUE.test(name),
        environmentAnnotation,
        name,
        'the name of the environment, as a value of a Kubernetes label (letters, digits, dots, hyphens and underscores, at most 63)',
      ) ??
      describe(
        isClusterName(cluster),
        KUBERNETES_CLUSTER_ANNOTATION,
        cluster,
        'the name of a cluster of the Kubernetes plugin (at most 240 printable ASCII characters, no space at either end)',
      ) ??
      describe(
        NAMESPACE.test(namespace),
        KUBERNETES_NAMESPACE_ANNOTATION,
        namespace,
        'the name of a Kubernetes namespace (lower-case letters, digits and hyphens, at most 63)',
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
