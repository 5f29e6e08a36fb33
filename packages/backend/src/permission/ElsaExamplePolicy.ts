import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';

const PLATFORM_TEAM = 'group:default/platform';

/** Lifecycles whose environments everybody may look at. */
const OPEN_LIFECYCLES = ['development', 'experimental', 'staging'];

/**
 * An example to start a policy from:
 * - the platform team sees and may do everything;
 * - owners see and refresh their environments;
 * - others see environments that are not in production;
 * - everything else of Backstage is allowed.
 */
export class ElsaExamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (claims.includes(PLATFORM_TEAM)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, elsaUnregisteredReadPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (isResourcePermission(permission, 'catalog-entity')) {
      if (isPermission(permission, elsaEnvironmentReadPermission)) {
        return createCatalogConditionalDecision(permission, {
          anyOf: [
            catalogConditions.isEntityOwner({ claims }),
            ...OPEN_LIFECYCLES.map(value =>
              catalogConditions.hasSpec({ key: 'lifecycle', value }),
            ),
          ],
        });
      }
      if (isPermission(permission, elsaEnvironmentRefreshPermission)) {
        return createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims }),
        );
      }
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
