import {
  SOURCE_KINDS,
  type SourceKind,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

export const CATALOG_SOURCE_ID = 'catalog:catalog';

/** `kubernetes:production-eu` and its like. */
export function sourceId(kind: SourceKind, name: string): string {
  return `${kind}:${name}`;
}

/** The parts of an id that {@link sourceId} made. */
export function parseSourceId(
  id: string,
): { kind: SourceKind; name: string } | undefined {
  const kind = SOURCE_KINDS.find(item => id.startsWith(sourceId(item, '')));
  return kind && { kind, name: id.slice(sourceId(kind, '').length) };
}
