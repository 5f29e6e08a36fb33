import { InputError, NotFoundError } from '@backstage/errors';
import type { ClusterName } from '../config';
import { CLUSTER_NAMES } from '../config';
import { componentOf, environmentOf } from '../environmentState';
import type { Pod } from '../kubernetes/types';
import type { Prometheus } from '../metrics/prometheus';
import type { Sandbox, SandboxCluster } from '../sandbox';

/** What actions change. */
export interface Stage {
  sandbox: Sandbox;
  /** Undefined where it is not installed. */
  prometheus: () => Prometheus | undefined;
  /** Starts an API server, or lets its port answer nothing. */
  setApiUp: (cluster: ClusterName, isUp: boolean) => Promise<void>;
  reset: () => Promise<void>;
}

/** Says in one line what was done. */
export type Run = (stage: Stage, args: string[]) => Promise<string> | string;

/** An environment and the cluster that it is in. */
export interface Located extends SandboxCluster {
  environment: string;
}

/** All environments that clusters hold at the moment. */
export function environments({ sandbox }: Stage): Located[] {
  return [...sandbox.clusters.values()].flatMap(place =>
    [
      ...new Set(
        place.cluster
          .list('apps/v1', 'Deployment')
          .map(environmentOf)
          .filter(Boolean),
      ),
    ].map(environment => ({ ...place, environment })),
  );
}

/** The environment that was named, or an error that names those there are. */
export function locate(stage: Stage, environment: string | undefined): Located {
  const all = environments(stage);
  const found = all.find(row => row.environment === environment);
  if (!found) {
    throw new NotFoundError(
      `There is no environment "${environment ?? ''}": use one of ${all
        .map(row => row.environment)
        .join(', ')}`,
    );
  }
  return found;
}

/** The cluster that was named, or all. */
export function clusterNames(name: string | undefined): ClusterName[] {
  if (!name) return CLUSTER_NAMES;
  const found = CLUSTER_NAMES.find(cluster => cluster === name);
  if (!found) {
    throw new NotFoundError(
      `There is no cluster "${name}": use one of ${CLUSTER_NAMES.join(', ')}`,
    );
  }
  return [found];
}

/** A number that was given on the command line. */
export function positiveNumber(text: string | undefined, what: string): number {
  const value = Number(text);
  if (!text || !Number.isFinite(value) || value < 0) {
    throw new InputError(`${what} is "${text ?? ''}": give a number from 0 up`);
  }
  return value;
}

/** The pods of the environment's server. */
export function serversOf({ cluster, environment }: Located): Pod[] {
  return cluster
    .list<Pod>('v1', 'Pod')
    .filter(
      pod =>
        environmentOf(pod) === environment && componentOf(pod) === 'server',
    );
}
