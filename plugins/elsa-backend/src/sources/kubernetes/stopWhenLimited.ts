import { UpstreamError } from '../http';
import type { ClusterApi, KubernetesRequest } from './KubernetesClient';
import { idOfKind } from './kinds';

/** What answered 429 in one reading. */
export interface Limits {
  /** The cluster as a whole: nothing more is asked of it. */
  cluster?: UpstreamError;
  /** By the id of the kind, which alone is not asked again. */
  kinds: Map<string, UpstreamError>;
}

/**
 * After a 429 nothing more is asked through it: no other kind, no next page.
 * A kind that is not essential may answer so although all others answer, such
 * as one whose definition was just installed, so it takes two API groups of
 * them to speak for the cluster.
 */
export function stopWhenLimited(client: ClusterApi): {
  client: ClusterApi;
  limits: Limits;
} {
  const limits: Limits = { kinds: new Map() };
  const groups = new Set<string>();
  const note = ({ kind }: KubernetesRequest, error: UpstreamError) => {
    if (!kind || kind.isEssential) {
      limits.cluster ??= error;
      return;
    }
    limits.kinds.set(idOfKind(kind), error);
    groups.add(kind.group);
    if (groups.size > 1) {
      limits.cluster ??= error;
    }
  };
  return {
    limits,
    client: {
      async get(request) {
        if (limits.cluster) {
          throw limits.cluster;
        }
        try {
          return await client.get(request);
        } catch (error) {
          if (
            error instanceof UpstreamError &&
            error.state === 'rate-limited'
          ) {
            note(request, error);
          }
          throw error;
        }
      },
    },
  };
}
