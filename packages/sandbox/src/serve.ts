import type { Server } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MINUTE, SECOND } from './clock';
import type { ClusterName, SandboxConfig } from './config';
import { CLUSTER_NAMES, CLUSTER_TOKENS } from './config';
import { createControlServer } from './control/controlServer';
import { repositoriesInCatalog } from './git/catalogFiles';
import type { Repository } from './git/repositories';
import { createGitServer } from './git/gitServer';
import { close, listen } from './http';
import { createApiServer } from './kubernetes/server/apiServer';
import { Alertmanager } from './metrics/alertmanager';
import { formatFamilies } from './metrics/families';
import { writeHistory } from './metrics/history';
import { rulesIn } from './metrics/rules';
import { Observatory } from './metrics/observatory';
import { Prometheus } from './metrics/prometheus';
import { Sandbox } from './sandbox';
import type { Service } from './service';
import { SCENARIOS } from './scenarios/scenarios';
import { seedScenarios } from './scenarios/seed';
import { findTool } from './tools/tools';

/** How often the clusters move on, repositories are looked at and rules compared. */
const STEP_INTERVAL = SECOND;
const REFRESH_INTERVAL = 5 * SECOND;

export interface RunningSandbox {
  sandbox: Sandbox;
  /** One line for each service that answers. */
  lines: string[];
  stop: () => Promise<void>;
}

/** Starts services side by side; what failed is thrown when none is half started. */
async function allStarted(services: Array<Service | undefined>): Promise<void> {
  const results = await Promise.allSettled(
    services.map(service => service?.start()),
  );
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

class Stage {
  readonly lines: string[] = [];
  readonly #config: SandboxConfig;
  readonly #apiServers = new Map<ClusterName, Server>();
  readonly #servers: Server[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #registered: Repository[] = [];
  #prometheus?: Prometheus;
  #alertmanager?: Alertmanager;

  private constructor(
    config: SandboxConfig,
    readonly sandbox: Sandbox,
    readonly observatory: Observatory,
  ) {
    this.#config = config;
  }

  static async create(config: SandboxConfig): Promise<Stage> {
    await mkdir(config.stateFolder, { recursive: true });
    const sandbox = await Sandbox.create(config);
    const ratios = new Map(SCENARIOS.map(row => [row.name, row.errorRatio]));
    const observatory = new Observatory(sandbox, name => ratios.get(name));
    return new Stage(config, sandbox, observatory);
  }

  async start(): Promise<void> {
    const { host, ports } = this.#config;
    await seedScenarios(this.sandbox);
    this.#registered = await repositoriesInCatalog(this.sandbox.repositories);
    for (const name of CLUSTER_NAMES) {
      this.#apiServers.set(
        name,
        createApiServer({
          cluster: this.sandbox.cluster(name).cluster,
          token: CLUSTER_TOKENS[name],
        }),
      );
      await this.setApiUp(name, true);
      this.#answers(`cluster ${name}`, ports.clusters[name]);
    }
    const git = createGitServer({
      repositories: this.sandbox.repositories,
      registered: () => this.#registered,
      onPush: () => this.#refresh(),
    });
    this.#servers.push(git);
    await listen(git, ports.git, host);
    this.#answers('Git', ports.git);
    await this.#startControl();
    this.#every(STEP_INTERVAL, () => {
      this.sandbox.step();
      this.observatory.advance(this.sandbox.clock.now());
    });
    this.#every(REFRESH_INTERVAL, () => this.#refresh());
    await this.#startMonitoring();
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    await Promise.all([
      ...[...this.#apiServers.values(), ...this.#servers].map(close),
      this.#prometheus?.stop(),
      this.#alertmanager?.stop(),
    ]);
  }

  async setApiUp(name: ClusterName, isUp: boolean): Promise<void> {
    const server = this.#apiServers.get(name);
    const { host, ports } = this.#config;
    if (!server || server.listening === isUp) return;
    if (isUp) await listen(server, ports.clusters[name], host);
    else await close(server);
  }

  #answers(name: string, port: number): void {
    this.lines.push(`${name}: http://${this.#config.host}:${port}`);
  }

  #every(milliseconds: number, work: () => void): void {
    this.#timers.push(setInterval(work, milliseconds));
  }

  /** Failures are told and tried again at the next interval. */
  #refresh(): void {
    this.sandbox.watcher
      .refresh()
      .then(() => this.#prometheus?.syncRules())
      .catch((error: unknown) => {
        process.stderr.write(`Argo CD could not refresh: ${String(error)}\n`);
      });
  }

  async #startControl(): Promise<void> {
    const control = createControlServer({
      metrics: () => formatFamilies(this.observatory.families()),
      stage: {
        sandbox: this.sandbox,
        prometheus: () => this.#prometheus,
        setApiUp: (name, isUp) => this.setApiUp(name, isUp),
        reset: () => this.#reset(),
      },
    });
    this.#servers.push(control);
    await listen(control, this.#config.ports.control, this.#config.host);
    this.#answers('control', this.#config.ports.control);
  }

  async #startMonitoring(): Promise<void> {
    const { host, ports, stateFolder } = this.#config;
    const [prometheus, promtool, alertmanager] = await Promise.all([
      findTool('prometheus'),
      findTool('promtool'),
      findTool('alertmanager'),
    ]);
    if (!this.#config.isMonitored) return;
    if (!prometheus || !promtool) {
      this.lines.push(
        'Prometheus: not installed, so there are no SLOs and no alerts (on Debian: apt-get install prometheus)',
      );
      return;
    }
    if (alertmanager) {
      this.#alertmanager = new Alertmanager({
        alertmanager,
        folder: join(stateFolder, 'alertmanager'),
        host,
        port: ports.alertmanager,
      });
    }
    this.#prometheus = new Prometheus({
      prometheus,
      promtool,
      folder: join(stateFolder, 'prometheus'),
      host,
      port: ports.prometheus,
      exporterAddress: `${host}:${ports.control}`,
      ...(alertmanager && {
        alertmanagerAddress: `${host}:${ports.alertmanager}`,
      }),
      writeHistory: folder =>
        writeHistory(
          this.observatory,
          folder,
          Math.floor(this.sandbox.clock.now() / MINUTE) * MINUTE,
        ),
      rules: () =>
        [...this.sandbox.clusters.values()].flatMap(({ cluster }) =>
          rulesIn(cluster).map(object => ({ cluster: cluster.name, object })),
        ),
    });
    await allStarted([this.#prometheus, this.#alertmanager]);
    if (alertmanager) this.#answers('Alertmanager', ports.alertmanager);
    this.#answers('Prometheus', ports.prometheus);
  }

  async #reset(): Promise<void> {
    for (const { cluster, argoCd } of this.sandbox.clusters.values()) {
      argoCd.names().forEach(name => argoCd.remove(name));
      cluster.store.all().forEach(object => cluster.store.delete(object));
      cluster.faults.delayMilliseconds = 0;
      cluster.faults.isForbidden = false;
      await this.setApiUp(cluster.name as ClusterName, true);
    }
    // Not while Argo CD reads them.
    await this.sandbox.watcher.exclusively(() =>
      this.sandbox.repositories.clear(),
    );
    await this.sandbox.watcher.refresh();
    await seedScenarios(this.sandbox);
    this.#registered = await repositoriesInCatalog(this.sandbox.repositories);
    await this.#prometheus?.bringUp();
    await this.#prometheus?.syncRules();
  }
}

/** Starts everything and answers when all of it does. */
export async function startSandbox(
  config: SandboxConfig,
): Promise<RunningSandbox> {
  const stage = await Stage.create(config);
  try {
    await stage.start();
  } catch (error) {
    await stage.stop();
    throw error;
  }
  return {
    sandbox: stage.sandbox,
    lines: stage.lines,
    stop: () => stage.stop(),
  };
}
