import { useApiHolder } from '@backstage/frontend-plugin-api';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import { useEffect, useState } from 'react';

/** The clusters that the portal's Kubernetes plugin knows. */
export interface Clusters {
  names: string[];
  isLoading: boolean;
  error?: Error;
}

export function useClusters(): Clusters {
  const kubernetesApi = useApiHolder().get(kubernetesApiRef);
  const [clusters, setClusters] = useState<Clusters>({
    names: [],
    isLoading: kubernetesApi !== undefined,
  });
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      try {
        const list = (await kubernetesApi?.getClusters()) ?? [];
        return {
          names: list.map(cluster => cluster.name).sort(),
          isLoading: false,
        };
      } catch (error) {
        return {
          names: [],
          isLoading: false,
          error: error instanceof Error ? error : new Error(String(error)),
        };
      }
    };
    load().then(loaded => isCurrent && setClusters(loaded));
    return () => {
      isCurrent = false;
    };
  }, [kubernetesApi]);
  return clusters;
}
