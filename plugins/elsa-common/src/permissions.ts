import {
  type BasicPermission,
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';

/**
 * Allows reading the status of an environment. The resource is the catalog
 * entity of the environment, so the catalog's own conditions (`isEntityOwner`,
 * ...) can be used in a policy.
 *
 * @public
 */
export const elsaEnvironmentReadPermission: ResourcePermission<
  typeof RESOURCE_TYPE_CATALOG_ENTITY
> = createPermission({
  name: 'elsa.environment.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows asking for an immediate collection of an environment.
 *
 * @public
 */
export const elsaEnvironmentRefreshPermission: ResourcePermission<
  typeof RESOURCE_TYPE_CATALOG_ENTITY
> = createPermission({
  name: 'elsa.environment.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows creating an environment. The resource is the catalog entity of the
 * owner (a group or a user), as the environment itself does not exist yet.
 *
 * @public
 */
export const elsaEnvironmentCreatePermission: ResourcePermission<
  typeof RESOURCE_TYPE_CATALOG_ENTITY
> = createPermission({
  name: 'elsa.environment.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows seeing environments that run in a cluster but are in nobody's
 * catalog. They have no entity, so no condition can apply.
 *
 * @public
 */
export const elsaUnregisteredReadPermission: BasicPermission = createPermission(
  {
    name: 'elsa.unregistered.read',
    attributes: { action: 'read' },
  },
);

/** Every permission of the plugin. @public */
export const elsaPermissions = [
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaEnvironmentCreatePermission,
  elsaUnregisteredReadPermission,
];
