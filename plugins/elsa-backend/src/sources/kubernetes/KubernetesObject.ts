import type { KubernetesObject } from '@elsa-portal/backstage-plugin-elsa-common';
import { z } from 'zod';

export type { KubernetesObject };

const stringMap = z.record(z.string(), z.string());

export const listItemSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: stringMap.optional(),
    annotations: stringMap.optional(),
  }),
});

export const listSchema = z.object({
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
  items: z.array(listItemSchema).nullable(),
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
  const { managedFields, annotations, ...metadata } = item.metadata;
  const { [LAST_APPLIED]: lastApplied, ...kept } = annotations ?? {};
  return {
    ...item,
    apiVersion,
    kind,
    metadata: { ...metadata, annotations: kept },
  };
}
