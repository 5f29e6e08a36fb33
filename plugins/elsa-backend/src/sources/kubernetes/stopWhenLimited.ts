import { UpstreamError } from '../http';
import type { ClusterApi } from './KubernetesClient';

/** After a 429 nothing more is asked through it: no other kind, no next page. */
export function stopWhenLimited(client: ClusterApi): ClusterApi {
  let limited: UpstreamError | undefined;
  return {
    async get(request) {
      if (limited) {
        throw limited;
      }
      try {
        return await client.get(request);
      } catch (error) {
        if (error instanceof UpstreamError && error.state === 'rate-limited') {
          limited ??= error;
        }
        throw error;
      }
    },
  };
}
