import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  kubernetesClustersReadPermission,
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  elsaEnvironmentCreatePermission,
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { ElsaExamplePolicy } from './ElsaExamplePolicy';

function member(...groups: string[]): PolicyQueryUser {
  const ownershipEntityRefs = ['user:default/someone', ...groups];
  return {
    info: { userEntityRef: 'user:default/someone', ownershipEntityRefs },
  } as PolicyQueryUser;
}

describe('ElsaExamplePolicy', () => {
  const policy = new ElsaExamplePolicy();
  const payments = member('group:default/payments');
  const platform = member('group:default/platform');

  it('should let owners read their environments and everybody those that are not in production', async () => {
    const decision = await policy.handle(
      { permission: elsaEnvironmentReadPermission },
      payments,
    );
    expect(decision).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          expect.objectContaining({
            rule: 'IS_ENTITY_OWNER',
            params: {
              claims: ['user:default/someone', 'group:default/payments'],
            },
          }),
          ...['development', 'experimental', 'staging'].map(value =>
            expect.objectContaining({
              rule: 'HAS_SPEC',
              params: { key: 'lifecycle', value },
            }),
          ),
        ],
      },
    });
  });

  it.each([
    elsaEnvironmentRefreshPermission,
    catalogEntityRefreshPermission,
    catalogEntityDeletePermission,
  ])('should leave $name to owners', async permission => {
    const decision = await policy.handle({ permission }, payments);
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { rule: 'IS_ENTITY_OWNER' },
    });
  });

  it.each([catalogLocationCreatePermission, catalogEntityCreatePermission])(
    'should leave $name to the teams that create environments',
    async permission => {
      const decide = async (user?: PolicyQueryUser) =>
        (await policy.handle({ permission }, user)).result;
      expect(await decide(payments)).toBe(AuthorizeResult.ALLOW);
      expect(await decide(member('group:default/orders'))).toBe(
        AuthorizeResult.ALLOW,
      );
      expect(await decide(platform)).toBe(AuthorizeResult.ALLOW);
      expect(await decide(member('group:default/others'))).toBe(
        AuthorizeResult.DENY,
      );
      expect(await decide(member())).toBe(AuthorizeResult.DENY);
      expect(await decide(undefined)).toBe(AuthorizeResult.DENY);
    },
  );

  it('should let the platform team alone remove locations', async () => {
    const query = { permission: catalogLocationDeletePermission };
    await expect(policy.handle(query, payments)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    await expect(policy.handle(query, platform)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('should let nobody create who belongs to nothing', async () => {
    await expect(
      policy.handle({ permission: elsaEnvironmentCreatePermission }, undefined),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('should deny what of the Kubernetes plugin cannot be limited to an environment', async () => {
    for (const permission of [
      kubernetesProxyPermission,
      kubernetesResourcesReadPermission,
    ]) {
      await expect(policy.handle({ permission }, payments)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
      await expect(policy.handle({ permission }, platform)).resolves.toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
    await expect(
      policy.handle({ permission: kubernetesClustersReadPermission }, payments),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });

  it('should show unregistered environments to the platform team only', async () => {
    const query = { permission: elsaUnregisteredReadPermission };
    await expect(policy.handle(query, payments)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    await expect(policy.handle(query, undefined)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    await expect(policy.handle(query, platform)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('should let the platform team do everything', async () => {
    for (const permission of [
      elsaEnvironmentReadPermission,
      elsaEnvironmentRefreshPermission,
      elsaEnvironmentCreatePermission,
    ]) {
      await expect(policy.handle({ permission }, platform)).resolves.toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });

  it('should leave the rest of Backstage open', async () => {
    await expect(
      policy.handle({ permission: catalogEntityReadPermission }, payments),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });
});
