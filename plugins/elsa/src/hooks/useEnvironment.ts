import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import { elsaApiRef } from '../api';
import { type LiveData, useLiveData } from './useLiveData';

/**
 * The status of the environment that an entity belongs to, kept up to date.
 *
 * @param entityRef - reference of the environment or of any part of it
 */
export function useEnvironment(entityRef: string): LiveData<EnvironmentStatus> {
  const elsaApi = useApi(elsaApiRef);
  return useLiveData({
    key: entityRef,
    load: signal => elsaApi.getEnvironment(entityRef, { signal }),
    // Before anything was read we cannot know our key, so every push counts.
    isAffected: (changeKeys, data) =>
      data === undefined || changeKeys.includes(data.changeKey),
  });
}
