import type { SourceKind } from '@elsa-portal/backstage-plugin-elsa-common';

export const CATALOG_SOURCE_ID = 'catalog:catalog';

/** `kubernetes:production-eu` and its like. */
export function sourceId(kind: SourceKind, name: string): string {
  return `${kind}:${name}`;
}
