import { createServiceFactory } from '@backstage/backend-plugin-api';
import { coreServices } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';

const PAYMENTS = 'group:default/payments';

/** Groups of the users, besides themselves. */
const GROUPS: Readonly<Record<string, string[]>> = {
  'user:default/ann': [PAYMENTS],
  'user:default/bob': ['group:default/mkpeer-team'],
  'user:default/platform': ['group:default/platform'],
  'user:default/viewer': [PAYMENTS],
  'user:default/narrow': [PAYMENTS],
  'user:default/outsider': [],
};

const user = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** Who asks, and the header that says so. */
export const IDENTITIES: Readonly<Record<string, string | undefined>> = {
  'nobody, without a token': undefined,
  'a guest': user('guest'),
  'the owner': user('ann'),
  'another owner': user('bob'),
  'the platform team': user('platform'),
  'an owner who may not refresh': user('viewer'),
  'an owner to whom the catalog shows what is theirs alone': user('narrow'),
  'somebody who may read nothing': user('outsider'),
  'a service': mockCredentials.service.header(),
};

export const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    mockServices.userInfo.mock({
      async getUserInfo({ principal }: { principal: unknown }) {
        const { userEntityRef } = principal as { userEntityRef: string };
        return {
          userEntityRef,
          ownershipEntityRefs: [
            userEntityRef,
            ...(GROUPS[userEntityRef] ?? []),
          ],
        };
      },
    }),
});

/**
 * Owners see and refresh theirs, everybody sees what is in development, the
 * platform team sees everything. Others have only a part of this.
 */
export const permissionPolicy: PermissionPolicy = {
  async handle({ permission }, asking) {
    const claims = asking?.info.ownershipEntityRefs ?? [];
    const is = (name: string) => claims.includes(`user:default/${name}`);
    const allowIf = (isAllowed: boolean) => ({
      result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    });
    if (isPermission(permission, elsaUnregisteredReadPermission)) {
      return allowIf(is('platform'));
    }
    if (!isResourcePermission(permission, 'catalog-entity') || is('platform')) {
      return allowIf(true);
    }
    const isOwner = catalogConditions.isEntityOwner({ claims });
    if (isPermission(permission, catalogEntityReadPermission)) {
      return is('narrow')
        ? createCatalogConditionalDecision(permission, isOwner)
        : allowIf(true);
    }
    if (isPermission(permission, elsaEnvironmentReadPermission)) {
      if (is('narrow') || is('outsider')) {
        return allowIf(is('narrow'));
      }
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          isOwner,
          catalogConditions.hasSpec({ key: 'lifecycle', value: 'development' }),
        ],
      });
    }
    return isPermission(permission, elsaEnvironmentRefreshPermission) &&
      !is('viewer')
      ? createCatalogConditionalDecision(permission, isOwner)
      : allowIf(false);
  },
};
