import { parseAllDocuments } from 'yaml';

/** A rendered object, as far as every kind has it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** Parses rendered manifests; duplicate keys and other YAML faults throw. */
export function parseManifests(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap(document => {
    if (document.errors.length > 0) throw document.errors[0];
    const value = document.toJS() as KubernetesObject | null;
    return value === null ? [] : [value];
  });
}

/** `kind/namespace/name`, for messages and comparisons. */
export function nameOf(object: KubernetesObject): string {
  const { namespace = '', name } = object.metadata;
  return `${object.apiVersion}/${object.kind}/${namespace}/${name}`;
}
