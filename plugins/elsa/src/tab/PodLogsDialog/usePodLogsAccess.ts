import { useApiHolder } from '@backstage/frontend-plugin-api';
import { kubernetesProxyPermission } from '@backstage/plugin-kubernetes-common';
import { kubernetesProxyApiRef } from '@backstage/plugin-kubernetes-react';
import { usePermission } from '@backstage/plugin-permission-react';

/**
 * Whether the reader may open logs: `absent` where the portal has no Kubernetes
 * plugin to read them, `unknown` until the answer is there.
 */
export type PodLogsAccess = 'absent' | 'unknown' | 'allowed' | 'denied';

/** Asks what the Kubernetes plugin's proxy asks before it reads a log. */
export function usePodLogsAccess(): PodLogsAccess {
  const hasPlugin = useApiHolder().get(kubernetesProxyApiRef) !== undefined;
  const { loading, allowed, error } = usePermission({
    permission: kubernetesProxyPermission,
  });
  if (!hasPlugin) {
    return 'absent';
  }
  if (loading) {
    return 'unknown';
  }
  // Where nobody can say, the proxy itself decides.
  return allowed || error ? 'allowed' : 'denied';
}
