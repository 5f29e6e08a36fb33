import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** References of the user and all groups whose things count as his own; undefined until known. */
export function useOwnershipRefs(): string[] | undefined {
  const identityApi = useApi(identityApiRef);
  const { value, error } = useAsync(
    async () => (await identityApi.getBackstageIdentity()).ownershipEntityRefs,
    [identityApi],
  );
  return error ? [] : value;
}
