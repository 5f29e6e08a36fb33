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
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  elsaEnvironmentCreatePermission,
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';

type CatalogCondition = ReturnType<
  (typeof catalogConditions)[keyof typeof catalogConditions]
>;

const PLATFORM_TEAM = 'group:default/platform';

/** Teams that create environments, and so register them in the catalog. */
const CREATORS = ['group:default/payments', 'group:default/orders'];

/** Lifecycles whose environments everybody may look at. */
const OPEN_LIFECYCLES = ['development', 'experimental', 'staging'];

/**
 * The Kubernetes plugin's own tab, logs and terminal. Its permissions know
 * neither entity nor namespace: who has them may read every environment in
 * every cluster, whatever is said of the Elsa tab. The list of clusters stays
 * open (`kubernetes.clusters.read`): it holds names only, and the form needs it.
 */
const KUBERNETES_PERMISSIONS = [
  kubernetesResourcesReadPermission,
  kubernetesProxyPermission,
];

/**
 * An entity says where an environment runs and whose it is, so whoever may
 * register one has a say in what others are shown.
 */
const REGISTER_PERMISSIONS = [
  catalogLocationCreatePermission,
  catalogEntityCreatePermission,
];

/** What of the catalog is its owners' business alone. */
const OWNERS_PERMISSIONS = [
  elsaEnvironmentRefreshPermission,
  catalogEntityDeletePermission,
  catalogEntityRefreshPermission,
];

/**
 * Matches the catalog entities that somebody is or belongs to. A group is not
 * owned by its members, so `isEntityOwner` would not find it.
 */
function isOneOf(claims: string[]) {
  const [first, ...others] = claims.map(claim => {
    const { kind, namespace, name } = parseEntityRef(claim);
    return {
      allOf: [
        catalogConditions.isEntityKind({ kinds: [kind] }),
        catalogConditions.hasMetadata({ key: 'namespace', value: namespace }),
        catalogConditions.hasMetadata({ key: 'name', value: name }),
      ] as [CatalogCondition, ...CatalogCondition[]],
    };
  });
  return (
    first && { anyOf: [first, ...others] as [typeof first, ...typeof others] }
  );
}

/**
 * An example to start a policy from:
 * - the platform team sees and may do everything;
 * - owners see and refresh their environments, and only they create new ones;
 * - others see environments that are not in production;
 * - the teams that create environments may register entities, owners refresh
 *   and unregister their own, and nobody else removes locations;
 * - the Kubernetes plugin's tab, which cannot be limited to an environment, is
 *   for the platform team;
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
    if (
      isPermission(permission, elsaUnregisteredReadPermission) ||
      isPermission(permission, catalogLocationDeletePermission) ||
      KUBERNETES_PERMISSIONS.some(denied => isPermission(permission, denied))
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (REGISTER_PERMISSIONS.some(known => isPermission(permission, known))) {
      return CREATORS.some(team => claims.includes(team))
        ? { result: AuthorizeResult.ALLOW }
        : { result: AuthorizeResult.DENY };
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
      if (OWNERS_PERMISSIONS.some(known => isPermission(permission, known))) {
        return createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims }),
        );
      }
      if (isPermission(permission, elsaEnvironmentCreatePermission)) {
        const condition = isOneOf(claims);
        return condition
          ? createCatalogConditionalDecision(permission, condition)
          : { result: AuthorizeResult.DENY };
      }
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
