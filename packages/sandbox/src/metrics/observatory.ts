import { DAY, HOUR, MINUTE } from '../clock';
import { isReady } from '../controllers/podTemplates';
import { componentOf, environmentOf } from '../environmentState';
import type { Deployment, KubernetesObject, Pod } from '../kubernetes/types';
import type { Sandbox } from '../sandbox';
import { clusterFamilies } from './clusterMetrics';
import { CpuCounters } from './cpuCounters';
import type { Family } from './families';
import { type RuleObject, rulesIn } from './rules';
import { type Place, SOURCES, sourceOf } from './sources';
import type { TrafficConditions } from './traffic';
import { Traffic } from './traffic';
import {
  probeFamilies,
  targetFamilies,
  trafficFamilies,
} from './trafficFamilies';

interface ProbeObject extends KubernetesObject {
  spec: { targets: { staticConfig: { static: string[] } } };
}

/** An environment as the monitoring sees it. */
export interface Observed {
  place: Place;
  source: string;
  rules: RuleObject[];
}

/** Latency and failures when nothing is wrong, by how full the pods are. */
const USUAL_LATENCY_SECONDS = 0.085;
const OVERLOADED_LATENCY_SECONDS = 0.17;
const USUAL_ERROR_RATIO = 0.0002;

/** Share of failures in an environment's past, where a scenario says so. */
export type ErrorHistory = (environment: string) => number | undefined;

function keyOf({ cluster, environment }: Place): string {
  return `${cluster}/${environment}`;
}

/** Counts what the environments' users and machines do, for exporters and history. */
export class Observatory {
  readonly #sandbox: Sandbox;
  readonly #errorHistory: ErrorHistory;
  readonly #traffic = new Map<string, Traffic>();
  readonly #cpu = new Map<string, CpuCounters>();
  readonly #hasServed = new Set<string>();
  #advancedTo = 0;

  constructor(sandbox: Sandbox, errorHistory: ErrorHistory = () => undefined) {
    this.#sandbox = sandbox;
    this.#errorHistory = errorHistory;
  }

  observed(): Observed[] {
    return [...this.#sandbox.clusters.values()].flatMap(({ cluster }) =>
      cluster
        .list<Deployment>('apps/v1', 'Deployment')
        .filter(object => componentOf(object) === 'server')
        .map(server => {
          const environment = environmentOf(server);
          const rules = rulesIn(cluster).filter(
            rule => environmentOf(rule) === environment,
          );
          const probe = cluster
            .list<ProbeObject>('monitoring.coreos.com/v1', 'Probe')
            .find(object => environmentOf(object) === environment);
          return {
            place: {
              cluster: cluster.name,
              environment,
              publicAddress: probe?.spec.targets.staticConfig.static[0],
              namespace: server.metadata.namespace ?? '',
              service: server.metadata.name,
            },
            source: sourceOf(JSON.stringify(rules)),
            rules,
          };
        }),
    );
  }

  /** The traffic of an environment; made anew when it has none yet. */
  traffic({ place, source }: Observed): Traffic {
    const key = keyOf(place);
    const known = this.#traffic.get(key);
    if (known) return known;
    const created = new Traffic(key, SOURCES[source].boundsSeconds);
    this.#traffic.set(key, created);
    return created;
  }

  /** Counts on until now. */
  advance(now: number): void {
    const from = this.#advancedTo || now;
    for (const observed of this.observed()) {
      const present = this.#present(observed, now);
      if (present.isServing) this.#hasServed.add(keyOf(observed.place));
      if (this.#hasServed.has(keyOf(observed.place))) {
        this.traffic(observed).advance(from, now, present);
      }
    }
    for (const { cluster } of this.#sandbox.clusters.values()) {
      const cpu = this.#cpu.get(cluster.name) ?? new CpuCounters();
      this.#cpu.set(cluster.name, cpu);
      cpu.advance(cluster, (now - from) / 1_000);
    }
    this.#advancedTo = now;
  }

  /** Counts on from here, after a history was made up. */
  startAt(now: number): void {
    this.observed().forEach(({ place }) => this.#hasServed.add(keyOf(place)));
    this.#advancedTo = now;
  }

  families(): Family[] {
    // Argo CD deploys monitoring last: before an environment served for the
    // first time nobody looks at it.
    const seen = this.observed().filter(({ place }) =>
      this.#hasServed.has(keyOf(place)),
    );
    const environments = seen.flatMap(observed => {
      const traffic = this.traffic(observed);
      const isSilent =
        SOURCES[observed.source].isApplication && !traffic.isProbeSuccessful;
      return [
        ...(isSilent
          ? []
          : trafficFamilies(observed.source, observed.place, traffic)),
        ...targetFamilies(observed.source, observed.place, !isSilent),
        ...probeFamilies(
          observed.place,
          traffic,
          this.#certificateExpiry(observed.place),
        ),
      ];
    });
    const clusters = [...this.#sandbox.clusters.values()].flatMap(
      ({ cluster }) => [
        ...clusterFamilies(cluster),
        ...(this.#cpu.get(cluster.name)?.families(cluster) ?? []),
      ],
    );
    return [...environments, ...clusters];
  }

  /** What was the matter at some time in the past. */
  past({ place }: Observed, at: number): TrafficConditions {
    const { controlPlane } = this.#sandbox.cluster(place.cluster);
    const state = this.#sandbox.states.of(place.environment);
    const broken = [...state.breakages.values()].map(row => row.since);
    const present = this.#sandbox.clock.now();
    // One bad quarter of an hour in the past makes a budget look like one.
    const incident = present - 9 * DAY - 5 * HOUR;
    const isIncident = at > incident && at < incident + 15 * MINUTE;
    const errorRatio =
      this.#errorHistory(place.environment) ?? USUAL_ERROR_RATIO;
    return {
      requestsPerSecond: controlPlane.load.requestRate(place.environment, at),
      errorRatio: isIncident ? Math.max(errorRatio * 40, 0.01) : errorRatio,
      latencySeconds: this.#latency(place, at),
      isServing: broken.every(since => at < since),
    };
  }

  #present(observed: Observed, now: number): TrafficConditions {
    return {
      ...this.past(observed, now),
      isServing: this.#isServing(observed.place),
    };
  }

  #latency({ environment }: Place, at: number): number {
    const factor = this.#sandbox.states.of(environment).loadFactor;
    const since = this.#sandbox.clock.now() - 2 * DAY;
    return factor > 1.5 && at > since
      ? OVERLOADED_LATENCY_SECONDS
      : USUAL_LATENCY_SECONDS;
  }

  #isServing({ cluster, environment }: Place): boolean {
    return this.#sandbox
      .cluster(cluster)
      .cluster.list<Pod>('v1', 'Pod')
      .some(
        pod =>
          environmentOf(pod) === environment &&
          componentOf(pod) === 'server' &&
          isReady(pod),
      );
  }

  #certificateExpiry({ cluster, environment }: Place): number | undefined {
    const times = this.#sandbox
      .cluster(cluster)
      .cluster.list<KubernetesObject & { status?: { notAfter?: string } }>(
        'cert-manager.io/v1',
        'Certificate',
      )
      .filter(object => environmentOf(object) === environment)
      .map(object => Date.parse(object.status?.notAfter ?? ''))
      .filter(time => !Number.isNaN(time));
    return times.length ? Math.min(...times) : undefined;
  }
}
