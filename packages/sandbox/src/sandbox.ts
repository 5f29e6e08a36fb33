import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { ArgoCd } from './argocd/argoCd';
import { RepositoryWatcher } from './argocd/repositoryWatcher';
import { MINUTE, SECOND } from './clock';
import type { ClusterName, SandboxConfig } from './config';
import { CLUSTER_NAMES } from './config';
import { ControlPlane } from './controllers/controlPlane';
import { EnvironmentStates } from './environmentState';
import { Repositories } from './git/repositories';
import { Cluster } from './kubernetes/cluster';
import { furnish } from './kubernetes/furniture';
import { StageClock } from './stageClock';
import { requireTool } from './tools/tools';

export interface SandboxCluster {
  cluster: Cluster;
  controlPlane: ControlPlane;
  argoCd: ArgoCd;
}

/** How long a fresh environment needs until nothing moves any more. */
const SETTLING_TIME = 2 * MINUTE;
/** What has been still for so long is looked at less often. */
const STILLNESS = 10 * SECOND;
const STILL_STEP = 15 * SECOND;

/** The whole stage without its network ports. */
export class Sandbox {
  readonly config: SandboxConfig;
  readonly clock: StageClock;
  readonly states = new EnvironmentStates();
  readonly clusters: ReadonlyMap<ClusterName, SandboxCluster>;
  readonly repositories: Repositories;
  readonly watcher: RepositoryWatcher;

  private constructor(
    config: SandboxConfig,
    clock: StageClock,
    tools: { helm: string; kubectl: string },
  ) {
    this.config = config;
    this.clock = clock;
    this.repositories = new Repositories(
      join(config.stateFolder, 'repositories'),
    );
    this.clusters = new Map(
      CLUSTER_NAMES.map(name => {
        const cluster = new Cluster({ name, clock, seed: config.seed });
        return [
          name,
          {
            cluster,
            controlPlane: new ControlPlane(cluster, this.states),
            argoCd: new ArgoCd(cluster, this.states),
          },
        ];
      }),
    );
    this.watcher = new RepositoryWatcher({
      repositories: this.repositories,
      clusters: this.clusters,
      ...tools,
    });
  }

  static async create(
    config: SandboxConfig,
    clock = new StageClock(),
  ): Promise<Sandbox> {
    const [helm, kubectl] = await Promise.all([
      requireTool('helm'),
      requireTool('kubectl'),
      // Run by its name wherever a repository is read or written.
      requireTool('git'),
    ]);
    return new Sandbox(config, clock, { helm, kubectl });
  }

  furnish(): void {
    this.clusters.forEach(({ cluster }) => furnish(cluster));
  }

  cluster(name: string): SandboxCluster {
    const found = this.clusters.get(name as ClusterName);
    if (!found) {
      throw new NotFoundError(
        `There is no cluster "${name}": use one of ${CLUSTER_NAMES.join(', ')}`,
      );
    }
    return found;
  }

  /** One pass over all clusters. */
  step(): void {
    for (const { argoCd, controlPlane } of this.clusters.values()) {
      argoCd.step();
      controlPlane.step();
    }
  }

  /** Plays on until a moment, in steps of this size. */
  playUntil(moment: number, stepMilliseconds: number): void {
    while (this.clock.now() < moment) {
      this.clock.play(Math.min(this.clock.now() + stepMilliseconds, moment));
      this.step();
    }
  }

  /** Plays on until what has just happened has had its effect. */
  settle(until: number): void {
    const end = Math.min(this.clock.now() + SETTLING_TIME, until);
    let changedAt = this.clock.now();
    while (this.clock.now() < end) {
      const before = this.#changes();
      const isStill = this.clock.now() - changedAt >= STILLNESS;
      const step = isStill ? STILL_STEP : SECOND;
      this.playUntil(Math.min(this.clock.now() + step, end), step);
      if (this.#changes() !== before) changedAt = this.clock.now();
    }
  }

  /** Counts what was written to any cluster. */
  #changes(): number {
    return [...this.clusters.values()].reduce(
      (sum, { cluster }) => sum + cluster.store.resourceVersion,
      0,
    );
  }
}
