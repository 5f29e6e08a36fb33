import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { elsaEnvironmentCreatePermission } from '@elsa-portal/backstage-plugin-elsa-common';

/** Decides for whom somebody may create environments. */
export interface OwnerAccess {
  /**
   * @param owners - entity references
   * @throws InputError when an owner is not in the catalog, as far as the
   *   caller may see it
   * @throws NotAllowedError when the caller may not create environments for one
   */
  assertMayCreateFor(
    owners: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

/**
 * Asks the permission framework with the caller's own credentials. Scaffolder
 * steps are the only place where all ways to create meet: the form, the API,
 * dry runs and assistants.
 */
export function createOwnerAccess(options: {
  permissions: PermissionsService;
  catalog: CatalogService;
}): OwnerAccess {
  const { permissions, catalog } = options;
  return {
    async assertMayCreateFor(stated, credentials) {
      const owners = [...new Set(stated)];
      if (owners.length === 0) {
        return;
      }
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: owners, fields: ['kind', 'metadata'] },
        { credentials },
      );
      const missing = owners.find((_, index) => !items[index]);
      if (missing !== undefined) {
        throw new InputError(
          `Owner '${missing}' is not in the catalog, or you may not see it. Nothing was published. Choose a team or user of the catalog as the owner`,
        );
      }
      const decisions = await permissions.authorize(
        owners.map(resourceRef => ({
          permission: elsaEnvironmentCreatePermission,
          resourceRef,
        })),
        { credentials },
      );
      const refused = owners.find(
        (_, index) => decisions[index]?.result !== AuthorizeResult.ALLOW,
      );
      if (refused !== undefined) {
        throw new NotAllowedError(
          `You may not create or change Elsa environments of '${refused}'. Nothing was published. Choose a team that you belong to as the owner, or ask a member of '${refused}' to do this (permission ${elsaEnvironmentCreatePermission.name})`,
        );
      }
    },
  };
}
