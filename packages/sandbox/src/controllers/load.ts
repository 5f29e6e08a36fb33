import { DAY } from '../clock';
import type { EnvironmentStates } from '../environmentState';
import { componentOf, environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type { Deployment, Pod } from '../kubernetes/types';
import { hash32 } from '../random';
import { isTrue } from './conditions';
import { parseQuantity } from './quantities';

/** Share of its CPU request that a server uses at load factor 1. */
const NORMAL_UTILIZATION = 0.42;
const DEFAULT_REQUEST_MILLICORES = 250;
const DEFAULT_MEMORY_BYTES = 256 * 1024 ** 2;
/** Requests per second for each replica that the environment is sized for. */
const REQUESTS_PER_REPLICA = 6;

/** Between 0.7 and 1.15: quiet nights, busy afternoons. */
function timeOfDay(at: number): number {
  const hours = ((at % DAY) / DAY) * 24;
  return 0.925 + 0.225 * Math.sin(((hours - 9) / 24) * 2 * Math.PI);
}

function wobble(key: string, at: number): number {
  return 1 + ((hash32(`${key}/${Math.floor(at / 15_000)}`) % 100) - 50) / 1_000;
}

/** How much work there is, and what it costs the pods that do it. */
export class LoadModel {
  readonly #cluster: Cluster;
  readonly #states: EnvironmentStates;
  #sizes = { resourceVersion: -1, byEnvironment: new Map<string, number>() };

  constructor(cluster: Cluster, states: EnvironmentStates) {
    this.#cluster = cluster;
    this.#states = states;
  }

  /** Requests per second that reach the environment. */
  requestRate(environment: string, at: number): number {
    return (
      this.#sizedFor(environment) *
      REQUESTS_PER_REPLICA *
      this.#states.of(environment).loadFactor *
      timeOfDay(at)
    );
  }

  /** Millicores that one running pod uses. */
  cpuMillicores(pod: Pod, at: number): number {
    const request = this.#request(pod);
    const component = componentOf(pod);
    const share =
      component === 'server'
        ? this.#serverUtilization(environmentOf(pod), at)
        : 0.2 * timeOfDay(at);
    return request * share * wobble(pod.metadata.name, at);
  }

  memoryBytes(pod: Pod, at: number): number {
    const limit = parseQuantity(
      pod.spec.containers[0].resources?.limits?.memory,
    );
    const share = 0.52 * wobble(`${pod.metadata.name}/memory`, at);
    return Math.round((limit ?? DEFAULT_MEMORY_BYTES) * share);
  }

  #request(pod: Pod): number {
    const cores = parseQuantity(
      pod.spec.containers[0].resources?.requests?.cpu,
    );
    return cores === undefined ? DEFAULT_REQUEST_MILLICORES : cores * 1_000;
  }

  /** The work is shared by the pods that are ready; a lone one cannot exceed its limit. */
  #serverUtilization(environment: string, at: number): number {
    const ready = this.#servers(environment).filter(pod =>
      isTrue(pod.status?.conditions, 'Ready'),
    ).length;
    const wanted =
      (NORMAL_UTILIZATION *
        this.#sizedFor(environment) *
        this.#states.of(environment).loadFactor *
        timeOfDay(at)) /
      Math.max(1, ready);
    return Math.min(wanted, 2);
  }

  #servers(environment: string): Pod[] {
    return this.#cluster
      .list<Pod>('v1', 'Pod')
      .filter(
        pod =>
          environmentOf(pod) === environment && componentOf(pod) === 'server',
      );
  }

  /** Replicas at load factor 1, asked for very often between two changes. */
  #sizedFor(environment: string): number {
    const { resourceVersion } = this.#cluster.store;
    if (this.#sizes.resourceVersion !== resourceVersion) {
      this.#sizes = { resourceVersion, byEnvironment: new Map() };
    }
    const { byEnvironment } = this.#sizes;
    const size = byEnvironment.get(environment) ?? this.#size(environment);
    byEnvironment.set(environment, size);
    return size;
  }

  /** The autoscaler's minimum, or the fixed number. */
  #size(environment: string): number {
    const scaler = this.#cluster
      .list('autoscaling/v2', 'HorizontalPodAutoscaler')
      .find(
        object =>
          environmentOf(object) === environment &&
          ['server', ''].includes(componentOf(object)),
      );
    const minimum = (scaler?.spec as { minReplicas?: number } | undefined)
      ?.minReplicas;
    const server = this.#cluster
      .list<Deployment>('apps/v1', 'Deployment')
      .find(
        object =>
          environmentOf(object) === environment &&
          componentOf(object) === 'server',
      );
    return minimum ?? server?.spec.replicas ?? 1;
  }
}
