import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  elsaEnvironmentReadPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';

const PLATFORM = 'user:default/platform';

/** Owners see theirs, everybody sees what is in development. */
export const ownersPolicy: PermissionPolicy = {
  async handle({ permission }, user) {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (
      isResourcePermission(permission, 'catalog-entity') &&
      isPermission(permission, elsaEnvironmentReadPermission)
    ) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          catalogConditions.isEntityOwner({ claims }),
          catalogConditions.hasSpec({
            key: 'lifecycle',
            value: 'development',
          }),
        ],
      });
    }
    return {
      result:
        isPermission(permission, elsaUnregisteredReadPermission) &&
        !claims.includes(PLATFORM)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    };
  },
};
