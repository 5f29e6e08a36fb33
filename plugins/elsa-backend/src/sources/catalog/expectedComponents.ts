import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import { DATA_SERVICE_COMPONENTS } from '@elsa-portal/backstage-plugin-elsa-common';
import { type ComponentName } from '@elsa-portal/backstage-plugin-elsa-common/contract';

const COMPONENT_OF_SUFFIX: ReadonlyMap<string, ComponentName> = new Map(
  Object.entries(DATA_SERVICE_COMPONENTS),
);

/**
 * Parts of an environment that the catalog names as Resources it depends on.
 * Told by name, as they are generated, so that no further entity is read.
 */
export function expectedComponents(
  entity: Entity,
  environment: string,
): ComponentName[] {
  const { dependsOn } = entity.spec ?? {};
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .map(({ targetRef }) => targetRef);
  const stated = Array.isArray(dependsOn) ? dependsOn : [];
  const prefix = `${environment}-`.toLocaleLowerCase('en-US');
  const found = [...related, ...stated].flatMap(ref => {
    const name = resourceName(ref)?.toLocaleLowerCase('en-US');
    return name?.startsWith(prefix)
      ? (COMPONENT_OF_SUFFIX.get(name.slice(prefix.length)) ?? [])
      : [];
  });
  return [...new Set(found)].sort();
}

function resourceName(ref: unknown): string | undefined {
  try {
    const { kind, name } = parseEntityRef(typeof ref === 'string' ? ref : '', {
      defaultKind: 'resource',
    });
    return kind.toLocaleLowerCase('en-US') === 'resource' ? name : undefined;
  } catch {
    // Not a reference; the catalog would not have made a relation of it.
    return undefined;
  }
}
