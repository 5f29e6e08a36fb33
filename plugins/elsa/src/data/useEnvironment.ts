import { useApi } from '@backstage/frontend-plugin-api';
import type { ElsaApi } from '@elsa-portal/backstage-plugin-elsa-common/api';
import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { elsaApiRef } from './elsaApiRef';
import { createMemory, type Memory } from './createMemory';
import { type LiveData, SAFETY_INTERVAL_MS, useLiveData } from './useLiveData';

/** Environments that somebody goes back and forth between. */
const REMEMBERED_ENVIRONMENTS = 20;

/** One memory for each API, as another API may be another portal or reader. */
const memories = new WeakMap<ElsaApi, Memory<EnvironmentStatus>>();

function memoryOf(elsaApi: ElsaApi): Memory<EnvironmentStatus> {
  const memory =
    memories.get(elsaApi) ??
    createMemory<EnvironmentStatus>({
      // The age at which an open page reads again, too: no visit shows more.
      maxAgeMs: SAFETY_INTERVAL_MS,
      maxEntries: REMEMBERED_ENVIRONMENTS,
    });
  memories.set(elsaApi, memory);
  return memory;
}

/**
 * The status of the environment that an entity belongs to, kept up to date.
 * Who comes back within two minutes (from the card to the tab, say) sees what
 * was read last at once, with the ages of its sources, while it is read anew.
 *
 * @param entityRef - reference of the environment or of any part of it
 *
 * @public
 */
export function useEnvironment(entityRef: string): LiveData<EnvironmentStatus> {
  const elsaApi = useApi(elsaApiRef);
  return useLiveData({
    key: entityRef,
    load: signal => elsaApi.getEnvironment(entityRef, { signal }),
    changeKeyOf: data => data.changeKey,
    memory: memoryOf(elsaApi),
  });
}
