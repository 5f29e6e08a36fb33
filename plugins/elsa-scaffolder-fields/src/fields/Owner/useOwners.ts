import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { elsaEnvironmentCreatePermission } from '@elsa-portal/backstage-plugin-elsa-common';
import useAsync from 'react-use/esm/useAsync';

/** Somebody for whom the reader may create. */
export interface OwnerOption {
  ref: string;
  title: string;
  /** The reader, or a group of theirs. */
  isOwn: boolean;
}

/** More are not asked about one by one; the reader's own always are. */
const MAX_ASKED = 1000;

/** The teams and people that the server would accept as an owner. */
export function useOwners(): {
  owners: OwnerOption[];
  isLoading: boolean;
  error?: Error;
} {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const permissionApi = useApi(permissionApiRef);
  const { value, loading, error } = useAsync(async () => {
    const [{ userEntityRef, ownershipEntityRefs }, { items }] =
      await Promise.all([
        identityApi.getBackstageIdentity(),
        catalogApi.getEntities({
          filter: { kind: 'Group' },
          fields: ['kind', 'metadata', 'spec.profile.displayName'],
        }),
      ]);
    const own = new Set([userEntityRef, ...ownershipEntityRefs]);
    const groups = items.map(entity => ({
      ref: stringifyEntityRef(entity),
      title: titleOf(entity),
    }));
    const candidates = [...groups, { ref: userEntityRef, title: userEntityRef }]
      .map(option => ({ ...option, isOwn: own.has(option.ref) }))
      .sort(
        (a, b) =>
          Number(b.isOwn) - Number(a.isOwn) || a.title.localeCompare(b.title),
      )
      .slice(0, MAX_ASKED);
    // Asked in the same moment, so that it is one request.
    const answers = await Promise.all(
      candidates.map(({ ref }) =>
        permissionApi.authorize({
          permission: elsaEnvironmentCreatePermission,
          resourceRef: ref,
        }),
      ),
    );
    return candidates.filter(
      (_, index) => answers[index].result === AuthorizeResult.ALLOW,
    );
  }, [catalogApi, identityApi, permissionApi]);
  return { owners: value ?? [], isLoading: loading, error };
}

function titleOf(entity: {
  metadata: { name: string; title?: string };
  spec?: object;
}): string {
  const { profile } = (entity.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
