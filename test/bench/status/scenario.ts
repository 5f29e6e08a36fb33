/** How many environments there are, and where. */
export interface Scale {
  environments: number;
  clusters: number;
}

export interface BenchEnvironment {
  index: number;
  name: string;
  cluster: string;
  owner: string;
}

/** Environments of one team, so that lists by owner have something to find. */
const ENVIRONMENTS_PER_OWNER = 10;

export function clusterName(index: number): string {
  return `cluster-${String(index).padStart(2, '0')}`;
}

/** Environments spread evenly; each has a namespace of its own name. */
export function createEnvironments(scale: Scale): BenchEnvironment[] {
  return Array.from({ length: scale.environments }, (_, index) => ({
    index,
    name: `env-${String(index).padStart(5, '0')}`,
    cluster: clusterName(index % scale.clusters),
    owner: `group:default/team-${Math.floor(index / ENVIRONMENTS_PER_OWNER)}`,
  }));
}

/** The credential of the Kubernetes plugin for all clusters. */
export const CLUSTER_TOKEN = 'bench-cluster-token';
