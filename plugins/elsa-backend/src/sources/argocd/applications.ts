import { type ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { summarizeApplication } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { ArgoCdDestination } from '../../config';
import type { CatalogEnvironment } from '../../model';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

export const APPLICATION = 'Application';

/** How Argo CD calls the cluster that it runs in itself. */
const OWN_NAME = 'in-cluster';
const OWN_SERVER = 'https://kubernetes.default.svc';

/** An Argo CD Application, wherever it deploys to. */
export interface FoundApplication {
  /** Instance label: the environment that it delivers. */
  environment: string;
  destination: { name?: string; server?: string; namespace: string };
  status: ArgoCdStatus;
}

/** Applications of one Argo CD, and the cluster that it runs in. */
export interface Hub {
  hub: string;
  applications: readonly FoundApplication[];
}

/** Argo CD Applications among a cluster's objects, wherever they deploy to. */
export function findApplications(
  objects: readonly KubernetesObject[],
  instanceLabel: string,
): FoundApplication[] {
  return objects.flatMap(object => {
    const environment = object.metadata.labels?.[instanceLabel];
    if (object.kind !== APPLICATION || !environment) {
      return [];
    }
    const { destination } = (object.spec ?? {}) as { destination?: unknown };
    const { name, server, namespace } = (destination ?? {}) as Record<
      string,
      unknown
    >;
    return typeof namespace === 'string'
      ? [
          {
            environment,
            destination: { name: text(name), server: text(server), namespace },
            status: summarizeApplication(object),
          },
        ]
      : [];
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

/**
 * The cluster, as the Kubernetes plugin names it, that an Application deploys
 * to; undefined when its destination is in no table and is no such name.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
function clusterOfDestination(
  { name, server }: FoundApplication['destination'],
  hub: string,
  destinations: readonly ArgoCdDestination[],
): string | undefined {
  const address = server && withoutSlash(server);
  const mapped = destinations.find(
    item =>
      (item.hub === undefined || item.hub === hub) &&
      (name === undefined
        ? address !== undefined && item.server === address
        : item.name === name),
  );
  if (mapped) {
    return mapped.cluster;
  }
  return name === OWN_NAME || address === OWN_SERVER ? hub : name;
}

/** Addresses are compared as they are configured: without a slash at the end. */
function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/**
 * What Argo CD says of all Applications that are labelled with an environment
 * and deploy to its place. One that another cluster's Argo CD holds names that
 * cluster.
 */
export function deliveriesTo(
  environment: Pick<CatalogEnvironment, 'name' | 'namespace'>,
  cluster: string,
  hubs: readonly Hub[],
  destinations: readonly ArgoCdDestination[],
): ArgoCdStatus[] {
  return hubs.flatMap(({ hub, applications }) =>
    applications
      .filter(
        item =>
          item.environment === environment.name &&
          item.destination.namespace === environment.namespace &&
          clusterOfDestination(item.destination, hub, destinations) === cluster,
      )
      .map(({ status }): ArgoCdStatus =>
        hub === cluster ? status : { ...status, cluster: hub },
      ),
  );
}

/** More would make a message that nobody reads. */
const NAMED_DESTINATIONS = 5;

/**
 * What to do about Applications that deploy to no cluster of the Kubernetes
 * plugin. Names destinations alone: whoever sees the source may not see the
 * environments.
 */
export function describeUnmapped(
  { hub, applications }: Hub,
  destinations: readonly ArgoCdDestination[],
  clusters: ReadonlySet<string>,
): string | undefined {
  const unmapped = new Set(
    applications
      .map(({ destination }) => destination)
      .filter(destination => {
        const cluster = clusterOfDestination(destination, hub, destinations);
        return cluster === undefined || !clusters.has(cluster);
      })
      .map(nameDestination),
  );
  if (unmapped.size === 0) {
    return undefined;
  }
  const sorted = [...unmapped].sort();
  const more = sorted.length - NAMED_DESTINATIONS;
  const named = sorted.slice(0, NAMED_DESTINATIONS).join(', ');
  return `Argo CD in cluster '${hub}' deploys to ${named}${
    more > 0 ? ` and ${more} more` : ''
  }, which is not a cluster of the Kubernetes plugin; add its cluster to elsa.argoCd.destinations.`;
}

function nameDestination({
  name,
  server,
}: FoundApplication['destination']): string {
  if (name !== undefined) {
    return `destination name '${name.slice(0, 100)}'`;
  }
  // Only the address: what else stands in it may be a secret.
  return server !== undefined && URL.canParse(server)
    ? `destination server '${new URL(server).origin}'`
    : 'a destination without name and address';
}
