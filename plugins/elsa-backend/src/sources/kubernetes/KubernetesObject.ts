import type { KubernetesObject } from '@elsa-portal/backstage-plugin-elsa-common';
import { z } from 'zod';

export type { KubernetesObject };

export const listItemSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: z.unknown().optional(),
    annotations: z.unknown().optional(),
  }),
});

export const listSchema = z.object({
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()).nullable(),
});

/** Annotations that repeat the whole object. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Items of a list carry neither kind nor apiVersion, and half of their bytes
 * are bookkeeping that no rule reads.
 */
export function toKubernetesObject(
  item: z.infer<typeof listItemSchema>,
  apiVersion: string,
  kind: string,
): KubernetesObject {
  const { managedFields, labels, annotations, ...metadata } = item.metadata;
  const { [LAST_APPLIED]: lastApplied, ...kept } = textsOf(annotations);
  return {
    ...item,
    apiVersion,
    kind,
    metadata: { ...metadata, labels: textsOf(labels), annotations: kept },
  };
}

/** A label whose value is no text hides itself and not its object. */
function textsOf(map: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(map ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
