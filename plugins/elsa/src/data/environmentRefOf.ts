import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ELSA_ENVIRONMENT_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';

/**
 * Reference of the environment that an entity stands for or is a part of.
 * Environments and their parts share a namespace in the catalog.
 */
export function environmentRefOf(entity: Entity): string {
  const name = entity.metadata.annotations?.[ELSA_ENVIRONMENT_ANNOTATION];
  const { namespace } = parseEntityRef(stringifyEntityRef(entity));
  return name
    ? stringifyEntityRef({ kind: 'component', namespace, name })
    : stringifyEntityRef(entity);
}
